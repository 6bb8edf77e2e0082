import type { Part, Run } from './match.ts';
import { ROW, rowAt } from './rows.ts';
import { sizeOf, type Words } from './words.ts';

/** Words [from, to) of the base that are in doubt. */
export interface Doubtful {
  readonly from: number;
  readonly to: number;
}

/** So many words beside a gap may be what they are by chance, and are passed over. */
const PASSED = 14;
/** What was only put in or taken out is doubled at its end: no more words lie between. */
const NEAR = 4;
/** Where a gap has no more characters than this on one side, the other side was put in or taken out, not written over. */
export const LITTLE = 16;
/** More places of one row are not looked at, nor more words compared at each: time stays linear. */
const PLACES = 8;
export const LONGEST = 400;

/**
 * What beside a gap stands in the gap once more, corrections set aside: nobody can tell which of the two stayed. Of what was
 * only put in or only taken out this holds at its ends; where one text was written over another, anywhere in both. `runs`
 * says which words of the base are thought to be which of the current text.
 */
export const doubledBeside = (base: Words, current: Words, runs: readonly Run[]): readonly Doubtful[] => {
  const kept = new Uint8Array(base.ids.length);
  for (const { a, length } of runs) kept.fill(1, a, a + length);
  const found: Doubtful[] = [];
  let [aFrom, bFrom] = [0, 0];
  for (const { a, b, length } of [...runs, { a: base.ids.length, b: current.ids.length, length: 0 }]) {
    const gap = { aFrom, aTo: a, bFrom, bTo: b };
    const isWrittenOver = Math.min(sizeOf(base, aFrom, a), sizeOf(current, bFrom, b)) > LITTLE;
    // What is at the ends of the only cut is known exactly without this.
    if (isWrittenOver || runs.length > 2 || b - bFrom >= ROW)
      found.push(...besideGap({ base, current, kept }, gap, isWrittenOver));
    [aFrom, bFrom] = [a + length, b + length];
  }
  return found;
};

/** The two texts, and which words of the base are kept. */
interface Compared {
  readonly base: Words;
  readonly current: Words;
  readonly kept: Uint8Array;
}

/** What is in doubt before and behind a gap; `isAnywhere`: wherever it stands in the gap, not only at its ends. */
const besideGap = ({ base, current, kept }: Compared, gap: Part, isAnywhere: boolean): readonly Doubtful[] => {
  const { aFrom, aTo, bFrom, bTo } = gap;
  if (Math.max(aTo - aFrom, bTo - bFrom) < ROW) return [];
  let [first, end] = [aFrom, aTo];
  for (const side of [
    { words: base, from: aFrom, to: aTo },
    { words: current, from: bFrom, to: bTo },
  ]) {
    const rows = rowsIn(side);
    const placesOf = (word: number): readonly number[] =>
      kept[word] === 1 && kept[word + ROW - 1] === 1 ? (rows.get(rowAt(base, word)) ?? []) : [];
    for (let i = 0; i <= PASSED; i++) {
      for (const place of placesOf(aFrom - i - ROW)) {
        if (isAnywhere || side.to - place - ROW <= NEAR)
          first = Math.min(first, aFrom - i - reach(base, aFrom - i - 1, side, place + ROW - 1, -1));
      }
      for (const place of placesOf(aTo + i)) {
        if (isAnywhere || place - side.from <= NEAR)
          end = Math.max(end, aTo + i + reach(base, aTo + i, side, place, 1));
      }
    }
  }
  return [
    { from: first, to: aFrom },
    { from: aTo, to: end },
  ];
};

/** Words [from, to) that are gone, or that came. */
export interface Side {
  readonly words: Words;
  readonly from: number;
  readonly to: number;
}

const rowsIn = ({ words, from, to }: Side): ReadonlyMap<number, readonly number[]> => {
  const rows = new Map<number, number[]>();
  for (let word = from; word + ROW <= to; word++) {
    const row = rowAt(words, word);
    const known = rows.get(row);
    if (!known) rows.set(row, [word]);
    else if (known.length < PLACES) known.push(word);
  }
  return rows;
};

/** How words may differ between two that are equal: so many left out of the one and of the other text. */
const STEPS: readonly (readonly [number, number])[] = [
  [1, 1],
  [0, 1],
  [1, 0],
  [1, 2],
  [2, 1],
  [2, 2],
  [0, 2],
  [2, 0],
  [3, 3],
];

/** How many words of the base, from one on in a direction, are those of a side, corrections set aside. */
export const reach = (base: Words, word: number, side: Side, place: number, way: 1 | -1): number => {
  const isEqual = (step: number, other: number): boolean => {
    const at = place + way * other;
    const id = base.ids[word + way * step];
    return at >= side.from && at < side.to && id !== undefined && id === side.words.ids[at];
  };
  let [step, other] = [0, 0];
  while (step < LONGEST) {
    if (isEqual(step, other)) {
      step++;
      other++;
      continue;
    }
    const [skip, more] =
      STEPS.find(([s, m]) => isEqual(step + s, other + m) && isEqual(step + s + 1, other + m + 1)) ?? [];
    if (skip === undefined || more === undefined) break;
    step += skip;
    other += more;
  }
  return step;
};
