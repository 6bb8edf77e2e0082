import { crossedBeside } from './crossed.ts';
import { doubledBeside } from './doubles.ts';
import type { Run } from './match.ts';
import { similarBeside } from './similar.ts';
import { type Gap, isClose } from './trust.ts';
import { twinsNear } from './twins.ts';
import { codeAt, type Words } from './words.ts';

/** An alignment under construction. */
export interface Draft {
  readonly base: Words;
  readonly current: Words;
  readonly to: Int32Array;
  readonly certain: Uint8Array;
}

/**
 * Takes back the certainty of what could as well have come with another text. `words` are the trusted runs in words; `ends`
 * the same in characters, with the beginning and the end of the texts.
 */
export const doubtAll = (draft: Draft, words: readonly Run[], ends: readonly Run[]): void => {
  const { base, current, certain } = draft;
  doubtTwins(draft, words);
  for (const beside of [doubledBeside, crossedBeside]) {
    for (const { from, to } of beside(base, current, words)) certain.fill(0, base.starts[from], base.starts[to]);
  }
  doubtOthers(draft, ends);
  doubtSimilar(draft, ends);
  doubtBetween(draft, ends);
  doubtBeside(draft, ends);
};

/** Base characters [from, to) stand, if at all, among current characters [cameFrom, cameTo). */
export interface Hole {
  readonly from: number;
  readonly to: number;
  readonly cameFrom: number;
  readonly cameTo: number;
}

export const holeBetween = (left: Run, right: Run): Hole => ({
  from: left.a + left.length,
  to: right.a,
  cameFrom: left.b + left.length,
  cameTo: right.b,
});

/** Doubts what is beside a change once more, corrections set aside. */
const doubtSimilar = ({ base, current, certain }: Draft, ends: readonly Run[]): void => {
  ends.slice(1).forEach((right, i) => {
    const left = ends[i];
    if (!left || isClose(gapBetween(left, right))) return;
    const { from, to, cameFrom, cameTo } = holeBetween(left, right);
    for (const side of [
      { words: base, from, to },
      { words: current, from: cameFrom, to: cameTo },
    ]) {
      const { before, behind } = similarBeside(side);
      certain.fill(0, Math.max(0, from - before), from);
      certain.fill(0, to, to + behind);
    }
  });
};

/** What is gone and what came between two runs. */
export const gapBetween = (left: Run, right: Run): Gap => ({
  gone: right.a - left.a - left.length,
  came: right.b - left.b - left.length,
});

/** A run that came once more, whole, near where it was: nobody can tell which of the two it is. */
const doubtTwins = ({ base, current, certain }: Draft, trusted: readonly Run[]): void => {
  const kept = new Int32Array(base.ids.length).fill(-1);
  for (const { a, b, length } of trusted) for (let i = 0; i < length; i++) kept[a + i] = b + i;
  for (const { from, to } of twinsNear(base, current, kept)) {
    for (let i = firstFrom(trusted, from); i < trusted.length; i++) {
      const { a = 0, length = 0 } = trusted[i] ?? {};
      if (a + length > to) break;
      certain.fill(0, base.starts[a], base.starts[a + length]);
    }
  }
};

/** The first run that begins at a word or behind it. */
const firstFrom = (runs: readonly Run[], word: number): number => {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.a ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Another letter of the same form differs in its dates, names and numbers: so many whole words, each of so many characters. */
const OTHER_WORDS = 2;
const OTHER = 4;

/** Doubts runs that are close to each other beside more that came than they are long, and differ in whole words. */
const doubtOthers = (draft: Draft, ends: readonly Run[]): void => {
  let first = 1;
  for (let i = 1; i < ends.length; i++) {
    const [before, head, tail, next] = [ends[first - 1], ends[first], ends[i], ends[i + 1]];
    if (!before || !head || !tail || !next) return;
    const right = gapBetween(tail, next);
    if (isClose(right) && i + 2 < ends.length) continue;
    first = i + 1;
    const end = tail.a + tail.length;
    const came = Math.max(gapBetween(before, head).came, right.came);
    if (came > end - head.a && othersIn(draft, head.a, end) >= OTHER_WORDS) draft.certain.fill(0, head.a, end);
  }
};

/**
 * Doubts what is close together between two changes and shorter than the longest part that is put in: the one may have taken
 * it out and the other brought it. Where the text on the one side moved to the other, both are known.
 */
const doubtBetween = (draft: Draft, ends: readonly Run[]): void => {
  let [first, before] = [0, -1];
  for (let i = 0; i + 1 < ends.length; i++) {
    const [head, tail, next] = [ends[first], ends[i], ends[i + 1]];
    if (!head || !tail || !next) return;
    if (isClose(gapBetween(tail, next))) continue;
    const end = tail.a + tail.length;
    const left = ends[before];
    if (left && end - head.a <= LONGEST && !hasPassed(draft, holeBetween(left, head), holeBetween(tail, next)))
      draft.certain.fill(0, head.a, end);
    [before, first] = [i, i + 1];
  }
};

/** A change takes or leaves up to so many characters at each end of what was moved: a word was cut, or begins as another does. */
const FRAY = 16;

/** Did the text that is gone on the one side come on the other? */
const hasPassed = ({ base, current }: Draft, left: Hole, right: Hole): boolean => {
  const isMoved = ({ from, to }: Hole, { cameFrom, cameTo }: Hole): boolean => {
    const isSame = (shift: number): boolean => {
      for (let i = from + FRAY; i < to - FRAY; i++)
        if (codeAt(base, i) !== codeAt(current, cameFrom + i - from + shift)) return false;
      return true;
    };
    const isAlone = Math.abs(to - from - (cameTo - cameFrom)) <= FRAY;
    return isAlone && to - from > 2 * FRAY && Array.from({ length: 2 * FRAY + 1 }, (_, i) => i - FRAY).some(isSame);
  };
  return (
    (isMoved(left, right) && Math.max(left.cameTo - left.cameFrom, right.to - right.from) <= FRAY) ||
    (isMoved(right, left) && Math.max(right.cameTo - right.cameFrom, left.to - left.from) <= FRAY)
  );
};

/** Where a text was written over, more characters than these are gone and came. */
const EDGE = 16;
/** A larger change is another letter, or a part that was moved; what lies beside it is looked at by other rules. */
const LONGEST = 400;
/** A word that was corrected changes the length by no more than this. */
const CORRECTED = 4;

/**
 * Doubts runs beside changes they are shorter than: where a text was written over, all up to the first that is longer; and
 * those between two changes that are no corrections.
 */
const doubtBeside = ({ certain }: Draft, ends: readonly Run[]): void => {
  const doubtWhile = (from: number, step: 1 | -1, { gone, came }: Gap): void => {
    const start = ends[from]?.a ?? 0;
    for (let i = from; ; i += step) {
      const { a, length } = ends[i] ?? { a: 0, length: 0 };
      if (Math.abs(a - start) > LONGEST) return;
      if (length === 0 || length > Math.max(gone, came)) return;
      const next = ends[i - step];
      certain.fill(0, Math.min(a, next ? next.a + next.length : a), Math.max(a + length, next?.a ?? 0));
    }
  };
  ends.slice(1).forEach((right, i) => {
    const left = ends[i] ?? right;
    const gap = gapBetween(left, right);
    if (Math.max(gap.gone, gap.came) > LONGEST) return;
    if (Math.min(gap.gone, gap.came) > EDGE) {
      doubtWhile(i, -1, gap);
      doubtWhile(i + 1, 1, gap);
    }
    const after = ends[i + 2];
    if (!after) return;
    const next = gapBetween(right, after);
    const isSmall = right.length <= Math.max(gap.gone, gap.came, next.gone, next.came);
    if (isSmall && !isSwap(gap, next) && [gap, next].every(isNoCorrection))
      certain.fill(0, right.a, right.a + right.length);
  });
};

/** As much came on the other side as is gone: two neighbours changed places. */
const isSwap = (left: Gap, right: Gap): boolean => left.gone === right.came && left.came === right.gone;

const isNoCorrection = ({ gone, came }: Gap): boolean =>
  Math.abs(gone - came) > CORRECTED && Math.max(gone, came) <= LONGEST;

/** How many stretches of characters [from, to) were written over by as many others. */
const othersIn = ({ to: at, certain }: Draft, from: number, to: number): number => {
  let [others, length] = [0, 0];
  for (let i = from; i < to; i++) {
    length = (at[i] ?? -1) >= 0 && certain[i] === 0 ? length + 1 : 0;
    if (length === OTHER) others++;
  }
  return others;
};
