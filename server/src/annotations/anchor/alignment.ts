import { type Draft, doubtAll, gapBetween, type Hole, holeBetween } from './doubts.ts';
import { matchRuns, type Run } from './match.ts';
import { SIMILAR, sharedRuns } from './similar.ts';
import { isClose, isIsland, type Sizes, trustedRuns, withoutIslands } from './trust.ts';
import { codeAt, sizeOf, type Vocabulary, type Words, wordsIn } from './words.ts';

/** What became of each character of a base text in the current one. Characters are numbered as in `Words`. */
export interface Alignment {
  readonly base: Words;
  readonly current: Words;
  /** The character of the current text; -1 where there is none. */
  readonly to: Int32Array;
  /** How many of the characters before this one certainly are what they were; one entry more than characters. */
  readonly sure: Int32Array;
  /** Characters before the first number and from the second on are held by a beginning or an end that both texts share. */
  readonly held: readonly [number, number];
}

/** Aligns a base text with the current one; both have LF line ends. */
export const align = (baseText: string, currentText: string): Alignment => {
  const vocabulary: Vocabulary = new Map();
  const [base, current] = [wordsIn(baseText, vocabulary), wordsIn(currentText, vocabulary)];
  const count = base.offsets.length;
  const draft: Draft = { base, current, to: new Int32Array(count).fill(-1), certain: new Uint8Array(count) };
  const sizes: Sizes = {
    inA: (from, to) => sizeOf(base, from, to),
    inB: (from, to) => sizeOf(current, from, to),
  };
  const whole = { aFrom: 0, aTo: base.ids.length, bFrom: 0, bTo: current.ids.length };
  const trusted = trustedRuns(sizes, matchRuns(base.ids, current.ids), whole);
  const runs = trusted.map((run) => inCharacters(draft, run));
  for (const run of runs) keep(draft, run.a, run.b, run.length);
  const ends = [{ a: 0, b: 0, length: 0 }, ...runs, { a: count, b: current.offsets.length, length: 0 }];
  ends.slice(1).forEach((right, i) => fill(draft, ends[i] ?? right, right));
  doubtAll(draft, trusted, ends);
  return { base, current, to: draft.to, sure: sums(draft.certain), held: heldBy(ends) };
};

/** Where the runs that are close to each other from both ends of the texts on have their last and first character. */
const heldBy = (ends: readonly Run[]): readonly [number, number] => {
  const isOpen = (run: Run, i: number): boolean => {
    const before = ends[i - 1];
    return before !== undefined && !isClose(gapBetween(before, run));
  };
  const first = ends.findIndex(isOpen);
  const last = ends.findLastIndex(isOpen);
  if (first < 0) return [ends.at(-1)?.a ?? 0, 0];
  const head = ends[first - 1];
  return [(head?.a ?? 0) + (head?.length ?? 0), ends[last]?.a ?? 0];
};

const inCharacters = ({ base, current }: Draft, { a, b, length }: Run): Run => {
  const start = base.starts[a] ?? 0;
  return { a: start, b: current.starts[b] ?? 0, length: (base.starts[a + length] ?? start) - start };
};

const sums = (certain: Uint8Array): Int32Array => {
  const result = new Int32Array(certain.length + 1);
  let sum = 0;
  for (let i = 0; i < certain.length; i++) result[i + 1] = sum += certain[i] ?? 0;
  return result;
};

const keep = ({ to, certain }: Draft, a: number, b: number, length: number): void => {
  for (let i = 0; i < length; i++) to[a + i] = b + i;
  certain.fill(1, a, a + length);
};

/** Finds what is left between two runs, and what is uncertain beside it. */
const fill = (draft: Draft, left: Run, right: Run): void => {
  const gap = holeBetween(left, right);
  if (gap.from < gap.to && gap.cameFrom < gap.cameTo) {
    const cut = trimmed(draft, gap);
    if (cut.from === cut.to || cut.cameFrom === cut.cameTo) {
      keep(draft, gap.from, gap.cameFrom, cut.from - gap.from);
      keep(draft, cut.to, cut.cameTo, gap.to - cut.to);
      doubt(draft, cut, left.a, right.a + right.length);
      return;
    }
    // What both sides have in common at their ends says little about what lies between.
    const near = {
      from: Math.max(gap.from, cut.from - EDGE),
      to: Math.min(gap.to, cut.to + EDGE),
      cameFrom: Math.max(gap.cameFrom, cut.cameFrom - EDGE),
      cameTo: Math.min(gap.cameTo, cut.cameTo + EDGE),
    };
    if (keepSimilar(draft, near)) {
      keep(draft, gap.from, gap.cameFrom, near.from - gap.from);
      keep(draft, near.to, near.cameTo, gap.to - near.to);
      return;
    }
    if (Math.max(gap.to - gap.from, gap.cameTo - gap.cameFrom) <= EDGE) replace(draft, gap);
  }
  if (gap.from < gap.to || gap.cameFrom < gap.cameTo) doubt(draft, gap, left.a, right.a + right.length);
};

/** A gap without what both sides have in common at its ends. */
const trimmed = ({ base, current }: Draft, gap: Hole): Hole => {
  let { from, to, cameFrom, cameTo } = gap;
  while (from < to && cameFrom < cameTo && codeAt(base, from) === codeAt(current, cameFrom)) {
    from++;
    cameFrom++;
  }
  while (from < to && cameFrom < cameTo && codeAt(base, to - 1) === codeAt(current, cameTo - 1)) {
    to--;
    cameTo--;
  }
  return { from, to, cameFrom, cameTo };
};

/** The longest gap whose characters are compared one by one, in characters of one side. */
const LONGEST = 400;
const CHARACTERS: Sizes = { inA: (from, to) => to - from, inB: (from, to) => to - from };

/** Where the two sides of a gap are one text with corrections, keeps what is the same. */
const keepSimilar = (draft: Draft, gap: Hole): boolean => {
  const { base, current } = draft;
  const [gone, came] = [gap.to - gap.from, gap.cameTo - gap.cameFrom];
  if (Math.max(gone, came) > LONGEST || Math.min(gone, came) < SIMILAR * Math.max(gone, came)) return false;
  const found = sharedRuns(
    { words: base, from: gap.from, to: gap.to },
    { words: current, from: gap.cameFrom, to: gap.cameTo },
  );
  const whole = { aFrom: gap.from, aTo: gap.to, bFrom: gap.cameFrom, bTo: gap.cameTo };
  const kept = withoutIslands(CHARACTERS, found, whole, isIsland);
  if (kept.reduce((sum, { length }) => sum + length, 0) < SIMILAR * Math.max(gone, came)) return false;
  let last: Run = { a: gap.from, b: gap.cameFrom, length: 0 };
  for (const run of [...kept, { a: gap.to, b: gap.cameTo, length: 0 }]) {
    keep(draft, run.a, run.b, run.length);
    replace(draft, { from: last.a + last.length, to: run.a, cameFrom: last.b + last.length, cameTo: run.b });
    last = run;
  }
  return true;
};

/** Characters that were written over others stand where those stood, but are not what they were. */
const replace = ({ to }: Draft, { from, to: end, cameFrom, cameTo }: Hole): void => {
  if (cameFrom === cameTo) return;
  for (let i = from; i < end; i++) to[i] = i === end - 1 ? cameTo - 1 : Math.min(cameFrom + i - from, cameTo - 1);
};

/** Where more than this was replaced by other text, as much beside it may be the other text's. */
const EDGE = 16;

/**
 * What is the same behind a cut as at its beginning may have been cut itself: of "the knee the hip", cut to "the hip",
 * nobody can tell which "the" is left. The same holds before a cut, and for what came. Such characters are not certain.
 */
const doubt = ({ base, current, certain }: Draft, gap: Hole, least: number, most: number): void => {
  const before = Math.max(
    sameBefore(base, gap.from, gap.to, gap.from - least),
    sameBefore(current, gap.cameFrom, gap.cameTo, gap.from - least),
  );
  const behind = Math.max(
    sameBehind(base, gap.from, gap.to, most - gap.to),
    sameBehind(current, gap.cameFrom, gap.cameTo, most - gap.to),
  );
  const other = Math.min(gap.to - gap.from, gap.cameTo - gap.cameFrom) > EDGE ? EDGE : 0;
  certain.fill(0, Math.max(least, gap.from - Math.max(before, other)), gap.from);
  certain.fill(0, gap.to, Math.min(most, gap.to + Math.max(behind, other)));
};

const sameBefore = (words: Words, from: number, to: number, most: number): number => {
  if (from === to) return 0;
  let length = 0;
  while (length < most && codeAt(words, from - 1 - length) === codeAt(words, to - 1 - length)) length++;
  return length;
};

const sameBehind = (words: Words, from: number, to: number, most: number): number => {
  if (from === to) return 0;
  let length = 0;
  while (length < most && codeAt(words, to + length) === codeAt(words, from + length)) length++;
  return length;
};
