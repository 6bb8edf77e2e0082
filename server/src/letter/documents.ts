import { flatMap } from '../text/flat-map.ts';
import { flowOf, type Source, sourceSpan } from '../text/flow.ts';
import { lineAt } from '../text/lines.ts';
import type { Leaf } from '../text/span.ts';
import type { Documents } from './model.ts';
import { gapParts, type Layout, textLineAfter } from './paragraphs.ts';
import type { Part } from './sections.ts';

/** Those of the fonts of Word, which have no character of their own, among them. */
const BULLET = /^(?:\[[ Xx]?\]|[☐☑☒✓✔•·▪■●○\uf0a7\uf0b7\uf0d8*\-–—]|\d{1,2}[.)]|[a-z]\)(?= )|o(?= ))\s*/;
const INTRODUCTION = /^The\s{1,9}following\s{1,9}(?:relevant\s{1,9})?documents/i;

/** The list of documents reviewed, one item a bullet; without bullets one a line, a line that continues one excepted. */
export const readDocuments = (source: Source, layout: Layout, part: Part): Documents => {
  const { lines } = source;
  const last = lineAt(lines, part.section.span.end) + 1;
  const starts = itemLines(layout, firstLine(source, layout, part, last), last);
  const items = flatMap(starts, (line, i) => {
    const start = Math.max(afterBullet(source, line), part.bodyStart);
    const next = starts[i + 1];
    const item = leafOf(source, start, next === undefined ? part.section.span.end : (lines.starts[next] ?? start));
    return item ? [item] : [];
  });
  return { heading: part.section.heading, span: part.section.span, items };
};

const contentOf = ({ lines }: Source, line: number): string =>
  lines.text.slice(lines.contentStarts[line], lines.contentEnds[line]);

/** The first line of the list: behind the heading and behind `The following relevant documents ... included:`. */
const firstLine = (source: Source, layout: Layout, part: Part, last: number): number => {
  const headingLine = lineAt(source.lines, part.bodyStart);
  const onHeading = part.bodyStart < (source.lines.contentEnds[headingLine] ?? 0);
  let line = part.section.heading && !onHeading ? (textLineAfter(layout, headingLine, last) ?? last) : headingLine;
  if (!INTRODUCTION.test(contentOf(source, line))) return line;
  const first = line;
  while (line < last && line < first + 8) {
    const ended = contentOf(source, line).endsWith(':');
    line = textLineAfter(layout, line, last) ?? last;
    if (ended) return line;
  }
  return first;
};

const itemLines = (layout: Layout, first: number, last: number): readonly number[] => {
  const { lines } = layout;
  const texts: number[] = [];
  for (let line = first; line < last; line++) if (!layout.empty[line]) texts.push(line);
  const content = (line: number): string => lines.text.slice(lines.contentStarts[line], lines.contentEnds[line]);
  const bulleted = texts.filter(
    (line, i) => BULLET.test(content(line)) && !isRange(content(texts[i - 1] ?? line), content(line)),
  );
  if (bulleted.length > 0 && bulleted[0] === texts[0]) return bulleted;
  const commas = texts.filter((line) => content(line).endsWith(',')).length;
  const goesOn = 2 * commas < texts.length ? UNENDED_OR_COMMA : UNENDED;
  return texts.filter((line, i) => {
    const before = texts[i - 1];
    if (before === undefined || gapParts(layout, before, line)) return true;
    return !/^[a-z(]/.test(content(line)) && !goesOn.test(content(before));
  });
};

/** `1/6/15` / `- 7/28/15`: no bullet stands between two dates. */
const isRange = (before: string, line: string): boolean => /\d$/.test(before) && /^[-–—] ?\d/.test(line);

/** What ends no item of a list; nor does a comma, where it is not between the items. */
const UNENDED = /(?: [-–]|\/| (?:and|by|dated|for|from|of|the|through|to))$/;
const UNENDED_OR_COMMA = /(?:,| [-–]|\/| (?:and|by|dated|for|from|of|the|through|to))$/;

const afterBullet = (source: Source, line: number): number =>
  (source.lines.contentStarts[line] ?? 0) + (BULLET.exec(contentOf(source, line))?.[0].length ?? 0);

const leafOf = (source: Source, start: number, end: number): Leaf<string> | null => {
  const flow = flowOf(source, start, end);
  return flow.text ? { value: flow.text, span: sourceSpan(flow, 0, flow.text.length) } : null;
};
