import { distanceWithin } from '../../letter/fuzzy.ts';
import type { Word } from './sentences.ts';

/** Where words [from, to) stand in place of words [first, last) of the fixed sentence. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** The stretch of words that comes nearest to a fixed sentence. */
export interface Fit {
  readonly from: number;
  readonly to: number;
  /** How many words of the sentence stand there as they should. */
  readonly same: number;
  /** Where the two differ, in order. */
  readonly hunks: readonly Hunk[];
}

/** A word that is a slip of the right one costs less than one lost or added, and another word as much as both. */
const SLIP = 1;
const GAP = 2;
const OTHER = 4;

/** What the letter fills in has a digit, or is the month of a date in words. */
const FILLED_IN = /\d|^[A-Z]/;

const costOf = (printed: string, word: Word): number => {
  if (!word) return FILLED_IN.test(printed) ? 0 : OTHER;
  if (word.includes(printed)) return 0;
  return word.some((right) => distanceWithin(printed, right, 2) !== null && printed.length > 2) ? SLIP : OTHER;
};

/**
 * Fits the words of a fixed sentence into printed words, which may go on before and behind it. Time is the product of both
 * lengths: callers bound the printed words.
 */
export const fit = (printed: readonly string[], words: readonly Word[]): Fit => {
  const width = printed.length + 1;
  const costs = new Int32Array((words.length + 1) * width);
  for (let i = 1; i <= words.length; i++) {
    costs[i * width] = i * GAP;
    for (let j = 1; j < width; j++) {
      const above = costs[(i - 1) * width + j] ?? 0;
      const before = costs[(i - 1) * width + j - 1] ?? 0;
      const left = costs[i * width + j - 1] ?? 0;
      const replaced = before + costOf(printed[j - 1] ?? '', words[i - 1] ?? null);
      costs[i * width + j] = Math.min(replaced, above + GAP, left + GAP);
    }
  }
  return traced(printed, words, costs, width);
};

/** Goes back from the cheapest end and gathers what differs. */
const traced = (printed: readonly string[], words: readonly Word[], costs: Int32Array, width: number): Fit => {
  const at = (i: number, j: number): number => costs[i * width + j] ?? 0;
  let to = 0;
  // Of ends that cost the same, one that has the sentence's last word is its end: `were reviewedand considered.`
  const isEnd = (j: number): boolean => costOf(printed[j - 1] ?? '', words.at(-1) ?? null) === 0;
  for (let j = 1; j < width; j++) {
    const more = at(words.length, j) - at(words.length, to);
    if (more < 0 || (more === 0 && isEnd(j))) to = j;
  }
  const hunks: Hunk[] = [];
  let same = 0;
  let i = words.length;
  let j = to;
  let open: { to: number; last: number } | null = null;
  const close = (): void => {
    if (open) hunks.unshift({ from: j, to: open.to, first: i, last: open.last });
    open = null;
  };
  while (i > 0) {
    const cost = j > 0 ? costOf(printed[j - 1] ?? '', words[i - 1] ?? null) : OTHER;
    if (j > 0 && cost === 0 && at(i, j) === at(i - 1, j - 1)) {
      close();
      same++;
      i--;
      j--;
      continue;
    }
    open ??= { to: j, last: i };
    if (j > 0 && at(i, j) === at(i - 1, j - 1) + cost) {
      i--;
      j--;
    } else if (at(i, j) === at(i - 1, j) + GAP) i--;
    else j--;
  }
  close();
  return { from: j, to, same, hunks: gathered(printed, words, hunks, to) };
};

/**
 * The same hunks with every gap as far behind as it can be, and gaps that then meet as one. Of `in the same … treat the
 * medical condition` that has only `in the` left, what follows is lost, not what stands around its second `the`.
 */
const gathered = (printed: readonly string[], words: readonly Word[], hunks: readonly Hunk[], to: number): Hunk[] => {
  const all: Hunk[] = [];
  hunks.forEach((hunk, i) => {
    const before = all.at(-1);
    const meets = before && before.to === hunk.from && before.last === hunk.first;
    const whole = meets ? { ...hunk, from: before.from, first: before.first } : hunk;
    all.splice(meets ? -1 : all.length, 1, shifted(printed, words, whole, hunks[i + 1]?.from ?? to));
  });
  return all;
};

const shifted = (printed: readonly string[], words: readonly Word[], hunk: Hunk, stop: number): Hunk => {
  if (hunk.from < hunk.to) return hunk;
  let by = 0;
  while (hunk.to + by < stop && costOf(printed[hunk.to + by] ?? '', words[hunk.first + by] ?? null) === 0) by++;
  return { from: hunk.from + by, to: hunk.to + by, first: hunk.first + by, last: hunk.last + by };
};
