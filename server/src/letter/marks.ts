import { MARK_ROWS, type MarkRow } from '../facts/formats/index.ts';
import { isBlankLine, type Lines } from '../text/lines.ts';
import { spanOf } from '../text/span.ts';
import { firstCodesOf, rowsAt } from './first-codes.ts';
import type { Damage, Mark } from './model.ts';

/** A heading or label found in the text. */
export interface FoundMark {
  readonly row: MarkRow;
  readonly mark: Mark;
  /** 0-based first and last line it is printed on. */
  readonly line: number;
  readonly lastLine: number;
  /** Where its value begins: past the label, its colon and the blanks after it (on the label's own line). */
  readonly valueStart: number;
}

const COLON = 58;
/** The least of a heading's text that its first line holds, in characters. */
export const SHORTEST_HEAD = 11;

const ROWS = firstCodesOf(MARK_ROWS);
const NUMBERED = MARK_ROWS.filter((row) => row.kind === 'numbered');
const NUMBER_PREFIX = /^\d{1,2}[).]\s*/;

/**
 * The headings and labels that are printed as the form has them. One look at a line's first character dismisses most
 * lines, so this costs little more than finding the lines.
 */
export const exactMarks = (lines: Lines): FoundMark[] => {
  const found: FoundMark[] = [];
  for (let line = 0; line < lines.count; line++) {
    const start = lines.contentStarts[line] ?? 0;
    if (isBlankLine(lines, line)) continue;
    const code = lines.text.charCodeAt(start);
    const mark = code >= 48 && code <= 57 ? numberedAt(lines, line) : markAt(lines, line);
    if (!mark) continue;
    found.push(mark);
    line = mark.lastLine;
  }
  return found;
};

const markAt = (lines: Lines, line: number): FoundMark | null => {
  const start = lines.contentStarts[line] ?? 0;
  const rows = rowsAt(ROWS, lines.text, start);
  const end = lines.contentEnds[line] ?? 0;
  for (const row of rows) {
    if (lines.text.startsWith(row.text, start)) {
      const after = start + row.text.length;
      if (row.kind !== 'heading' || after === end || opensText(lines.text, row, after))
        return found(row, lines, line, line, after, []);
    } else if (row.wraps) {
      const wrapped = wrappedAt(lines, line, row);
      if (wrapped) return wrapped;
    }
  }
  return null;
};

/** May text follow a heading on its line? After its own colon, or where only the colon is added. */
const opensText = (text: string, row: MarkRow, after: number): boolean =>
  row.text.endsWith(':') ? text.charCodeAt(after) === 32 : text.charCodeAt(after) === COLON;

/** A heading that the form itself breaks over lines, from `from` of the first: its line's start, where nothing is glued to it. */
export const wrappedAt = (
  lines: Lines,
  line: number,
  row: MarkRow,
  from = lines.contentStarts[line] ?? 0,
  damage: readonly Damage[] = [],
): FoundMark | null => {
  const head = lines.text.slice(from, lines.contentEnds[line]);
  if (head.length < SHORTEST_HEAD || !row.text.startsWith(head)) return null;
  let rest = row.text.slice(head.length).trimStart();
  for (let next = nextLine(lines, line); next !== null && rest !== ''; next = nextLine(lines, next)) {
    const start = lines.contentStarts[next] ?? 0;
    if (lines.text.startsWith(rest, start)) return found(row, lines, line, next, start + rest.length, damage, from);
    const more = lines.text.slice(start, lines.contentEnds[next]);
    if (!rest.startsWith(`${more} `)) return null;
    rest = rest.slice(more.length).trimStart();
  }
  return null;
};

const numberedAt = (lines: Lines, line: number): FoundMark | null => {
  const start = lines.contentStarts[line] ?? 0;
  const prefix = NUMBER_PREFIX.exec(lines.text.slice(start, start + 6));
  if (!prefix) return null;
  const at = start + prefix[0].length;
  const row = NUMBERED.find(({ text }) => lines.text.startsWith(text, at));
  return row ? found(row, lines, line, line, at + row.text.length, []) : null;
};

/** The next line that is not blank, or null. */
export const nextLine = (lines: Lines, line: number): number | null => {
  for (let next = line + 1; next < lines.count; next++) if (!isBlankLine(lines, next)) return next;
  return null;
};

/** Builds a found mark that ends at `end` on `lastLine`; doubled colons after it are damage, not value. */
export const found = (
  row: MarkRow,
  lines: Lines,
  line: number,
  lastLine: number,
  end: number,
  damage: readonly Damage[],
  start = lines.contentStarts[line] ?? 0,
): FoundMark => {
  const lineEnd = lines.contentEnds[lastLine] ?? end;
  let stop = end;
  while (stop < lineEnd && lines.text.charCodeAt(stop) === COLON) stop++;
  const extra = stop > end && row.text.endsWith(':');
  let valueStart = stop;
  while (valueStart < lineEnd && lines.text.charCodeAt(valueStart) === 32) valueStart++;
  const mark: Mark = {
    id: row.id,
    canonical: row.text,
    span: spanOf(start, stop),
    damage: extra && !damage.includes('colon') ? [...damage, 'colon'] : damage,
  };
  return { row, mark, line, lastLine, valueStart };
};
