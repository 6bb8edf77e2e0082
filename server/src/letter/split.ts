import { START_ROWS, type StartRow } from '../facts/formats/index.ts';
import { isBlankLine, type Lines, lineAt, splitLines } from '../text/lines.ts';
import { firstCodesOf, rowsAt } from './first-codes.ts';
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
 * text ends there; null where, with the text as it is now, none begins at `end`. `lines` are those of the text from `start`
 * on as far as `linesBetween` says. One look at a line's first characters dismisses most, so a document of many letters is
 * parted in a small share of the time its letters take.
 */
export const letterStartsBetween = (
  text: string,
  lines: Lines,
  start: number,
  end: number,
): readonly number[] | null => {
  const found = landmarksIn(lines, start);
  const inside = found.filter(({ at }) => at < end);
  const body: BodyStart = (from, to) => openingBetween(text, from, to);
  if (end === text.length) return startsAmong(inside, body);
  const next = found[inside.length];
  const starts = startsAmong(next ? [...inside, next] : inside, body);
  return starts.at(-1) === end ? starts.slice(0, -1) : null;
};

/** The lines that say where letters begin within [start, end): a little more, since what follows an opening confirms it. */
export const linesBetween = (text: string, start: number, end: number): Lines =>
  splitLines(text.slice(start, Math.min(end + 2 * NEAR, text.length)));

const ROWS = firstCodesOf(START_ROWS);

/** Where the text's parts begin; the text of `lines` stands at `offset`. */
const landmarksIn = (lines: Lines, offset: number): readonly Landmark[] => {
  const found: Landmark[] = [];
  for (let line = 0; line < lines.count; line++) {
    const at = lines.contentStarts[line] ?? 0;
    const row = rowsAt(ROWS, lines.text, at).find((each) => opens(lines, line, at, each));
    if (row) found.push({ at: offset + (lines.starts[line] ?? 0), part: row.part });
  }
  return found;
};

const opens = (
  { text, contentEnds }: Lines,
  line: number,
  at: number,
  { text: words, alone, near }: StartRow,
): boolean => {
  if (!text.startsWith(words, at)) return false;
  const end = at + words.length;
  if (alone && end !== contentEnds[line]) return false;
  if (!near) return true;
  const following = text.slice(end, end + NEAR);
  return near.some((label) => following.includes(label));
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
