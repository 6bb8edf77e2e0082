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

/** Is `pattern` a prefix of `text` with at most `max` damaged characters? As `alignPrefix`, for a text of another length. */
export const beginsLike = (text: string, pattern: string, max: number): boolean => lastRow(text, pattern, max) !== null;

/**
 * The rows of the band at work: this one, the one before it, and the one before that. They serve every comparison in turn,
 * since rows of their own would be most of its time.
 */
let row = new Uint8Array(0);
let previous = row;
let before = row;

/** More than any distance that is asked for. */
const FAR = 100;

/** The band's last row: how far the whole pattern is from each prefix near its length. Null where all are beyond `max`. */
const lastRow = (text: string, pattern: string, max: number): Uint8Array | null => {
  const width = 2 * max + 1;
  if (row.length !== width) [row, previous, before] = [0, 0, 0].map(() => new Uint8Array(width)) as Rows;
  for (let d = 0; d < width; d++) {
    before[d] = FAR;
    previous[d] = d < max ? FAR : d - max;
  }
  for (let i = 1; i <= pattern.length; i++) {
    if (alignRow(text, pattern, i, max) > max) return null;
    const spare = before;
    before = previous;
    previous = row;
    row = spare;
  }
  return previous;
};

type Rows = [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];

/** One row of the band: cell d stands for the text prefix of length i + d - max. Returns the least of the row. */
const alignRow = (text: string, pattern: string, i: number, max: number): number => {
  const width = row.length;
  const own = pattern.charCodeAt(i - 1);
  let least = FAR;
  let left = FAR;
  for (let d = 0; d < width; d++) {
    const j = i + d - max;
    let cost = FAR;
    if (j >= 0 && j <= text.length) {
      cost = 1 + Math.min(left, d + 1 < width ? (previous[d + 1] ?? FAR) : FAR);
      if (j > 0) cost = Math.min(cost, (previous[d] ?? FAR) + (text.charCodeAt(j - 1) === own ? 0 : 1));
      if (isSwapped(text, pattern, j, i)) cost = Math.min(cost, (before[d] ?? FAR) + 1);
    }
    row[d] = left = cost;
    least = Math.min(least, cost);
  }
  return least;
};

const isSwapped = (text: string, pattern: string, j: number, i: number): boolean =>
  i > 1 &&
  j > 1 &&
  text.charCodeAt(j - 1) === pattern.charCodeAt(i - 2) &&
  text.charCodeAt(j - 2) === pattern.charCodeAt(i - 1);

const best = (row: Uint8Array, patternLength: number, textLength: number, max: number): Alignment | null => {
  let found: Alignment | null = null;
  for (let step = 0; step < row.length; step++) {
    // From the pattern's own length outwards: 0, -1, +1, -2, +2.
    const d = max + (step % 2 ? -((step + 1) >> 1) : step >> 1);
    const length = patternLength + d - max;
    const distance = row[d] ?? FAR;
    if (length < 0 || length > textLength || distance > max) continue;
    if (!found || distance < found.distance) found = { distance, length };
  }
  return found;
};

/** The number of damaged characters between two short texts, or null where it is more than `max`. */
export const distanceWithin = (text: string, pattern: string, max: number): number | null => {
  if (text === pattern) return 0;
  if (Math.abs(text.length - pattern.length) > max) return null;
  const distance = lastRow(text, pattern, max)?.[text.length - pattern.length + max] ?? FAR;
  return distance <= max ? distance : null;
};
