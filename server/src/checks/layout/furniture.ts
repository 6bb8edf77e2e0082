import { nextLine } from '../../letter/marks.ts';
import type { Letter } from '../../letter/model.ts';
import { isBlankLine, type Lines, lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { regionsOf } from '../regions.ts';
import { quoted } from '../wording.ts';

/** What page headers and footers say, by the words that they begin with. */
const FOOTERS: readonly (readonly [string, RegExp])[] = [
  ['Page ', /Page \d{1,3} of \d{1,3}(?![\w)]| of\b)/y],
  [
    'Final Determination Letter for',
    /Final Determination Letter for IMR Case Number:? ?CM\d\d-\d{6,8}(?: {1,8}\d{1,3}\b)?/y,
  ],
  ['Case Number', /Case Number:? ?CM\d\d-\d{6,8} {1,8}(?:Page )?\d{1,3}\b/y],
];
const BARE_NUMBER = /^\d{1,2}$/;
/** A line of running text is longer. */
const FULL = 50;
const LONGEST = 90;

/**
 * A page header or footer that got into the text, where it was not told from it: within a line, as a bare number between
 * two full lines, or as a line that every page begins or ends with.
 *
 *     the skin has Page 3 of 7 healed
 */
export const layoutFurniture: Check = {
  code: 'layout.furniture',
  title: 'A page header or footer stands in the text.',
  severity: 'warning',
  category: 'layout',
  run: (letter) => {
    const found = [...inLines(letter), ...bareNumbers(letter), ...recurring(letter)];
    return found.length === 0 ? found : inText(letter, found);
  },
};

/** Those that stand in running text, and were not told from it before. */
const inText = (letter: Letter, found: readonly Found[]): readonly Found[] => {
  const regions = regionsOf(letter);
  const isHidden = (at: number): boolean => letter.furniture.some(({ start, end }) => start <= at && at < end);
  const isText = ({ start, end }: Span): boolean => regions.some(({ span }) => span.start < end && start < span.end);
  return found.filter(({ span }) => isText(span) && !isHidden(span.end - 1));
};

/** Footers within a line, with the blanks behind them. */
const inLines = ({ text }: Letter): readonly Found[] => {
  const found: Found[] = [];
  for (const [opening, pattern] of FOOTERS) {
    const before = [...found].sort((one, other) => one.span.start - other.span.start);
    let next = 0;
    for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
      pattern.lastIndex = at;
      const footer = pattern.exec(text)?.[0];
      while ((before[next]?.span.end ?? Infinity) <= at) next++;
      const within = (before[next]?.span.start ?? Infinity) <= at;
      if (footer === undefined || within || text.charAt(at - 1) === '(') continue;
      const blanks = /^[ \t]*/.exec(text.slice(at + footer.length, at + footer.length + 40))?.[0].length ?? 0;
      const message = `${quoted(footer)} is a page's header or footer; the text goes on behind it.`;
      found.push({ span: { start: at, end: at + footer.length + blanks }, message, reading: '' });
    }
  }
  return found;
};

const contentOf = (lines: Lines, line: number): string =>
  lines.text.slice(lines.contentStarts[line], lines.contentEnds[line]);
const lengthOf = (lines: Lines, line: number): number =>
  (lines.contentEnds[line] ?? 0) - (lines.contentStarts[line] ?? 0);

/** A line with the line ends before it, from the line that is printed above. */
const withBreak = (lines: Lines, line: number): Span => {
  const before = Math.max(printedBefore(lines, line), 0);
  return { start: lines.ends[before] ?? 0, end: lines.ends[line] ?? 0 };
};

/** Numbers alone between two full lines: no quantity stands there, since the line above had room for it. */
const bareNumbers = ({ lines }: Letter): readonly Found[] => {
  const found: Found[] = [];
  for (let line = 1; line < lines.count - 1; line++) {
    const length = lengthOf(lines, line);
    if (length === 0 || length > 2 || !BARE_NUMBER.test(contentOf(lines, line))) continue;
    const next = nextLine(lines, line);
    if (next === null || lengthOf(lines, printedBefore(lines, line)) < FULL || lengthOf(lines, next) < FULL) continue;
    const message = `${quoted(contentOf(lines, line))} alone between two full lines is the number of a page.`;
    found.push({ span: withBreak(lines, line), message, reading: '' });
  }
  return found;
};

/**
 * Lines, their numbers aside, that stand at the beginning of several pages, or at the end: with other numbers each time, or
 * on three pages and more. What ends a sentence is text.
 */
const recurring = ({ lines, text }: Letter): readonly Found[] => {
  const edges = new Map<string, Set<number>>();
  const note = (side: 'first' | 'last', line: number): void => {
    if (line < 0 || isBlankLine(lines, line) || lengthOf(lines, line) > LONGEST) return;
    const content = contentOf(lines, line);
    if (content.endsWith('.')) return;
    const said = `${side} ${content.replace(/\d+/g, '0')}`;
    edges.set(said, (edges.get(said) ?? new Set()).add(line));
  };
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) {
    const first = lineAt(lines, at);
    note('last', printedBefore(lines, first));
    note('first', first);
  }
  const counted = (same: ReadonlySet<number>): boolean =>
    new Set(Array.from(same, (line) => contentOf(lines, line))).size > 1;
  const found: Found[] = [];
  for (const same of edges.values())
    if (same.size > 2 || (same.size > 1 && counted(same)))
      for (const line of same) found.push(recurringAt(lines, line));
  return found;
};

const printedBefore = (lines: Lines, line: number): number => {
  let before = line - 1;
  while (before >= 0 && isBlankLine(lines, before)) before--;
  return before;
};

const recurringAt = (lines: Lines, line: number): Found => {
  const message = `${quoted(contentOf(lines, line))} stands at the edge of more than one page: it is a header or footer.`;
  const start = lines.contentStarts[line] ?? 0;
  const span = lines.text.slice(lines.starts[line], start).includes('\f')
    ? { start, end: lines.starts[line + 1] ?? lines.text.length }
    : withBreak(lines, line);
  return { span, message, reading: '' };
};
