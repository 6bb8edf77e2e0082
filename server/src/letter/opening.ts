import { isBlankLine, type Lines, lineAt, splitLines } from '../text/lines.ts';
import { mayBeFurniture } from './furniture.ts';
import { readHeader } from './header.ts';
import type { FoundMark } from './marks.ts';
import { findMarks } from './skeleton.ts';

/** What stands at the head of a letter, of whatever form. */
const AT_THE_HEAD: readonly string[] = ['credentials', 'licensed-states', 'specialties'];
/** The first words of a letter's own text, which stand below its opening, and those of its summary. */
const FIRST_WORDS = [
  'MAXIMUS Federal Services sent the complete case file',
  'The expert reviewer developed the following clinical case summary',
];
/** How many lines of text above a known opening a damaged one may stand. */
const NEAR_LINES = 24;

/**
 * Where a letter begins between what belongs to the one before it, at `from`, and a place of its own, at `to`: its opening
 * may be damaged, or only what stands below it left. Null where nothing tells. `near` where `to` is an opening itself: then
 * only what stands right above counts, and nothing does where that ends as a rationale ends.
 */
export const openingAbove = (text: string, from: number, to: number, near: boolean): number | null => {
  if (near && endsInFullStop(text, from, to)) return null;
  const lines = splitLines(text.slice(from, to));
  const last = lines.count - 1;
  const lowest = near ? linesAbove(lines, last, NEAR_LINES) : 0;
  const mark = findMarks(lines).find(({ row, line }) => line > lowest && isAbove(row.section, row.id));
  const words = near
    ? []
    : FIRST_WORDS.map((first) => lines.text.indexOf(first, lines.ends[0])).filter((at) => at >= 0);
  const line = Math.min(mark?.line ?? last, ...words.map((at) => lineAt(lines, at)));
  const first = tableAbove(lines, line) ?? line;
  return first < last ? from + (lines.starts[first] ?? 0) : null;
};

/** Does a mark stand above a letter's issues? */
const isAbove = (section: string, id: string): boolean =>
  section === 'cover' || section === 'method' || section === 'summary' || AT_THE_HEAD.includes(id);

const FULL_STOP = 46;
/** A line drawn between letters. */
const RULE = /^[-=_*~]{3,90}$/;

/**
 * Does the text above `to`, without the feet of its last page, end in a full stop, as all rationales do? That of
 * `SERVICES, INC.` is none.
 */
const endsInFullStop = (text: string, from: number, to: number): boolean => {
  const lines = splitLines(text.slice(Math.max(from, to - 400), to));
  let last = lines.count - 1;
  const content = (line: number): string => lines.text.slice(lines.contentStarts[line], lines.contentEnds[line]);
  while (last > 0 && (isBlankLine(lines, last) || mayBeFurniture(lines, last) || RULE.test(content(last)))) last--;
  const above = content(last);
  return above.charCodeAt(above.length - 1) === FULL_STOP && !above.endsWith('INC.');
};

/** The line that has so many lines of text between itself and `line`, or the first. */
export const linesAbove = (lines: Lines, line: number, count: number): number => {
  let above = line;
  for (let texts = 0; above > 0 && texts < count; above--) if (!isBlankLine(lines, above - 1)) texts++;
  return above;
};

/** A case table may end in values that no label claims. */
const MOST_UNCLAIMED = 4;
const CASE_NUMBER = /^CM\d{2}-\d{6,8}$/;

/** The first line of a case table that ends right above a line, or null; a number above it has lost its label. */
const tableAbove = (lines: Lines, line: number): number | null => {
  const header = readHeader(lines, linesAbove(lines, line, NEAR_LINES), lines.starts[line] ?? lines.text.length);
  if (!header) return null;
  const end = lineAt(lines, header.span.end);
  let unclaimed = 0;
  for (let below = end + 1; below < line; below++) if (!isBlankLine(lines, below)) unclaimed++;
  if (unclaimed > MOST_UNCLAIMED) return null;
  const first = lineAt(lines, header.span.start);
  const above = linesAbove(lines, first, 1);
  const content = lines.text.slice(lines.contentStarts[above], lines.contentEnds[above]);
  const top = above > 0 && above < first && CASE_NUMBER.test(content) ? above : first;
  return top > 0 ? top : null;
};

/** How many lines above its first heading a letter's case table may begin, blank ones aside. */
const TABLE_REACH = 50;

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
  const header = readHeader(lines, linesAbove(lines, first.line, TABLE_REACH), first.mark.span.start);
  if (header) return lines.starts[lineAt(lines, header.span.start)] ?? 0;
  return first.row.section === 'method' ? start : 0;
};

const opensWithTable = (lines: Lines, line: number): boolean =>
  lines.text.startsWith('Case Number:', lines.contentStarts[line]);
