import { START_ROWS, type StartRow } from '../facts/formats/index.ts';
import { isBlank, isBlankLine, type Lines, lineAt, splitLines } from '../text/lines.ts';
import { readHeader } from './header.ts';
import type { FoundMark } from './marks.ts';
import { findMarks } from './skeleton.ts';

/** A place that tells which part of a letter has been reached. */
export interface Landmark {
  /** Offset of its line's first character. */
  readonly at: number;
  readonly part: StartRow['part'];
}

/** How far behind an opening line the labels that confirm it may stand, in characters. */
const NEAR = 600;

/**
 * Where letters begin within [start, end), apart from the one at `start`: at an opening that follows a summary or issues,
 * and at a second summary after issues (a body without its opening). A letter begins at `start`, and at `end` unless the
 * text ends there; null where, with the text as it is now, none begins at `end`. Searched as fixed strings, so a document
 * of many letters is parted in a small share of the time its letters take.
 */
export const letterStartsBetween = (text: string, start: number, end: number): readonly number[] | null => {
  const inside = landmarksIn(text, start, end);
  const body: BodyStart = (from, to) => openingBetween(text, from, to);
  if (end === text.length) return startsAmong(inside, body);
  const [next] = landmarksIn(text, end, Math.min(end + NEAR, text.length));
  const starts = startsAmong(next ? [...inside, next] : inside, body);
  return starts.at(-1) === end ? starts.slice(0, -1) : null;
};

const landmarksIn = (text: string, start: number, end: number): readonly Landmark[] => {
  const part = text.slice(start, Math.min(end + NEAR, text.length));
  return START_ROWS.flatMap((row) => landmarks(part, row))
    .map(({ at, part: reached }) => ({ at: at + start, part: reached }))
    .filter(({ at }) => at < end)
    .sort((a, b) => a.at - b.at);
};

/** The same rule over the headings and labels found in a text, damaged ones included. */
export const startsAmongMarks = (lines: Lines, marks: readonly FoundMark[]): readonly number[] =>
  startsAmong(
    marks.flatMap((mark) => {
      const part = partOf(mark);
      return part ? [{ at: lines.starts[mark.line] ?? 0, part }] : [];
    }),
    (from, to) => openingBetween(lines.text, from, to),
  );

const partOf = ({ row }: FoundMark): Landmark['part'] | null => {
  switch (row.section) {
    case 'cover':
    case 'method':
      return 'opening';
    case 'summary':
      return 'summary';
    case 'issues':
      return 'issues';
    default:
      return null;
  }
};

/** Where a body begins whose summary stands at `to`, behind issues at `from`. */
type BodyStart = (from: number, to: number) => number;

const startsAmong = (found: readonly Landmark[], bodyStart: BodyStart): readonly number[] => {
  const starts: number[] = [];
  let summary = false;
  let issues: number | null = null;
  for (const { at, part } of found) {
    if (part === 'opening' ? summary || issues !== null : part === 'summary' && summary && issues !== null) {
      starts.push(part === 'summary' && issues !== null ? bodyStart(issues, at) : at);
      summary = false;
      issues = null;
    }
    if (part === 'summary') summary = true;
    if (part === 'issues') issues = at;
  }
  return starts;
};

const OPENING_SECTIONS: readonly string[] = ['cover', 'method', 'credentials'];
/** The first words of a letter's own text, which stand below its opening. */
const FIRST_WORDS = 'MAXIMUS Federal Services sent the complete case file';

/**
 * Where a letter begins between the line of the last issues before it, at `from`, and its own summary at `to`: its opening
 * may be damaged, or only what stands below it left. Seldom asked, and for short stretches that do not overlap.
 */
const openingBetween = (text: string, from: number, to: number): number => {
  const lines = splitLines(text.slice(from, to));
  const mark = findMarks(lines).find(({ row, line }) => line > 0 && OPENING_SECTIONS.includes(row.section));
  const words = lines.text.indexOf(FIRST_WORDS, lines.ends[0]);
  const line = Math.min(mark?.line ?? lines.count, words < 0 ? lines.count : lineAt(lines, words));
  return line < lines.count ? from + (lines.starts[line] ?? 0) : to;
};

const landmarks = (text: string, row: StartRow): Landmark[] => {
  const found: Landmark[] = [];
  for (let at = text.indexOf(row.text); at >= 0; at = text.indexOf(row.text, at + row.text.length)) {
    const start = lineStartOf(text, at);
    if (start !== null && fits(text, at + row.text.length, row)) found.push({ at: start, part: row.part });
  }
  return found;
};

/** The start of the line that `at` opens, or null where other text stands before it. */
const lineStartOf = (text: string, at: number): number | null => {
  let i = at;
  while (i > 0 && isBlank(text.charCodeAt(i - 1))) i--;
  const before = i === 0 ? 10 : text.charCodeAt(i - 1);
  return before === 10 || before === 13 ? i : null;
};

const fits = (text: string, end: number, { alone, near }: StartRow): boolean => {
  if (alone) {
    let i = end;
    while (i < text.length && isBlank(text.charCodeAt(i))) i++;
    const after = i === text.length ? 10 : text.charCodeAt(i);
    if (after !== 10 && after !== 13) return false;
  }
  if (!near) return true;
  const following = text.slice(end, end + NEAR);
  return near.some((label) => following.includes(label));
};

/** How many lines above its first heading a letter's case table may begin, blank ones aside. */
const TABLE_REACH = 50;

const tableReach = (lines: Lines, from: number): number => {
  let line = from;
  for (let texts = 0; line > 0 && texts < TABLE_REACH; line--) if (!isBlankLine(lines, line - 1)) texts++;
  return line;
};

/**
 * The offset of the line where a document's first letter begins: its cover page, its case table or its first heading.
 * Unrelated text above these is left out; a body without its opening begins where the text does.
 */
export const letterOpening = (lines: Lines, marks: readonly FoundMark[]): number => {
  const [first] = marks;
  let text = 0;
  while (text < lines.count - 1 && isBlankLine(lines, text)) text++;
  if (!first || first.line <= text || opensWithTable(lines, text)) return 0;
  const start = lines.starts[first.line] ?? 0;
  if (first.row.section === 'cover') return start;
  const header = readHeader(lines, tableReach(lines, first.line), first.mark.span.start);
  if (header) return lines.starts[lineAt(lines, header.span.start)] ?? 0;
  return first.row.section === 'method' ? start : 0;
};

const opensWithTable = (lines: Lines, line: number): boolean =>
  lines.text.startsWith('Case Number:', lines.contentStarts[line]);
