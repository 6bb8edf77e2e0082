/** How far an alignment got: its distance, and how much of the text it used (UTF-16 units). */
export interface Alignment {
  readonly distance: number;
  readonly length: number;
}

const BLANKS = /\s+/g;

/** Lower case, runs of blanks as one: the form in which damaged marks are compared. */
export const folded = (text: string): string => text.toLowerCase().replace(BLANKS, ' ');

/**
 * The smallest number of damaged characters (replaced, lost, added, two swapped) that turns `pattern` into a prefix of
 * `text`, or null where it takes more than `max`. Of equal alignments the one nearest the pattern's length wins. Banded:
 * linear in the pattern for a fixed `max`.
 */
export const alignPrefix = (text: string, pattern: string, max: number): Alignment | null => {
  const row = lastRow(text, pattern, max);
  return row && best(row, pattern.length, text.length, max);
};

/** The band's last row: how far the whole pattern is from each prefix near its length. Null where all are beyond `max`. */
const lastRow = (text: string, pattern: string, max: number): readonly number[] | null => {
  const width = 2 * max + 1;
  let before: number[] = new Array<number>(width).fill(Infinity);
  let previous: number[] = new Array<number>(width).fill(Infinity);
  for (let d = 0; d <= max; d++) previous[max + d] = d;
  for (let i = 1; i <= pattern.length; i++) {
    const row = alignRow(text, pattern, i, max, previous, before);
    if (Math.min(...row) > max) return null;
    before = previous;
    previous = row;
  }
  return previous;
};

/** One row of the band: cell d stands for the text prefix of length i + d - max. */
const alignRow = (
  text: string,
  pattern: string,
  i: number,
  max: number,
  previous: number[],
  before: number[],
): number[] => {
  const row = new Array<number>(2 * max + 1).fill(Infinity);
  for (let d = 0; d < row.length; d++) {
    const j = i + d - max;
    if (j < 0 || j > text.length) continue;
    let cost = (previous[d + 1] ?? Infinity) + 1;
    if (d > 0) cost = Math.min(cost, (row[d - 1] ?? Infinity) + 1);
    if (j > 0) {
      const same = text.charCodeAt(j - 1) === pattern.charCodeAt(i - 1);
      cost = Math.min(cost, (previous[d] ?? Infinity) + (same ? 0 : 1));
      if (i > 1 && j > 1 && text[j - 1] === pattern[i - 2] && text[j - 2] === pattern[i - 1]) {
        cost = Math.min(cost, (before[d] ?? Infinity) + 1);
      }
    }
    row[d] = cost;
  }
  return row;
};

const best = (row: readonly number[], patternLength: number, textLength: number, max: number): Alignment | null => {
  let found: Alignment | null = null;
  for (let step = 0; step < row.length; step++) {
    // From the pattern's own length outwards: 0, -1, +1, -2, +2.
    const d = max + (step % 2 ? -((step + 1) >> 1) : step >> 1);
    const length = patternLength + d - max;
    const distance = row[d] ?? Infinity;
    if (length < 0 || length > textLength || distance > max) continue;
    if (!found || distance < found.distance) found = { distance, length };
  }
  return found;
};

/** The number of damaged characters between two short texts, or null where it is more than `max`. */
export const distanceWithin = (text: string, pattern: string, max: number): number | null => {
  if (text === pattern) return 0;
  if (Math.abs(text.length - pattern.length) > max) return null;
  const distance = lastRow(text, pattern, max)?.[text.length - pattern.length + max] ?? Infinity;
  return distance <= max ? distance : null;
};
