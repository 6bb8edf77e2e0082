import type { Part, Run } from './match.ts';
import { sizeOf, type Words } from './words.ts';

/** Words [from, to) of the base that are in doubt. */
export interface Doubtful {
  readonly from: number;
  readonly to: number;
}

/** As many equal words in a row are no chance. */
const ROW = 3;
/** So many words beside a gap may be what they are by chance, and are passed over. */
const PASSED = 14;
/** What was only put in or taken out is doubled at its end: no more words lie between. */
const NEAR = 4;
/** Where a gap has no more characters than this on one side, the other side was put in or taken out, not written over. */
const LITTLE = 32;
/** More places of one row are not looked at, nor more words compared at each: time stays linear. */
const PLACES = 8;
const LONGEST = 400;

/**
 * What beside a gap stands in the gap once more, corrections set aside: nobody can tell which of the two stayed. Of what was
 * only put in or only taken out this holds at its ends; where one text was written over another, anywhere in both. `runs`
 * says which words of the base are thought to be which of the current text.
 */
export const doubledBeside = (base: Words, current: Words, runs: readonly Run[]): readonly Doubtful[] => {
  const found: Doubtful[] = [];
  let [aFrom, bFrom] = [0, 0];
  // What is at the ends of the only change is known exactly without this.
  const isAlone = runs.length <= 2;
  const kept = new Uint8Array(base.ids.length);
  for (const { a, length } of runs) kept.fill(1, a, a + length);
  const isKept = (word: number): boolean => kept[word] === 1 && kept[word + ROW - 1] === 1;
  for (const { a, b, length } of [...runs, { a: base.ids.length, b: current.ids.length, length: 0 }]) {
    found.push(...besideGap(base, current, { aFrom, aTo: a, bFrom, bTo: b }, isAlone, isKept));
    [aFrom, bFrom] = [a + length, b + length];
  }
  return found;
};

const besideGap = (
  base: Words,
  current: Words,
  gap: Part,
  isAlone: boolean,
  isKept: (row: number) => boolean,
): readonly Doubtful[] => {
  const { aFrom, aTo, bFrom, bTo } = gap;
  if (Math.max(aTo - aFrom, bTo - bFrom) < ROW) return [];
  const isWrittenOver = Math.min(sizeOf(base, aFrom, aTo), sizeOf(current, bFrom, bTo)) > LITTLE;
  if (isAlone && !isWrittenOver) return [];
  let [first, end] = [aFrom, aTo];
  for (const side of [
    { words: base, from: aFrom, to: aTo },
    { words: current, from: bFrom, to: bTo },
  ]) {
    const rows = rowsIn(side);
    for (let i = 0; i <= PASSED; i++) {
      for (const place of isKept(aFrom - ROW - i) ? (rows.get(rowAt(base, aFrom - ROW - i)) ?? []) : []) {
        if (isWrittenOver || side.to - place <= ROW + NEAR)
          first = Math.min(first, aFrom - i - reach(base, aFrom - i - 1, side, place + ROW - 1, -1));
      }
      for (const place of isKept(aTo + i) ? (rows.get(rowAt(base, aTo + i)) ?? []) : []) {
        if (isWrittenOver || place - side.from <= NEAR)
          end = Math.max(end, aTo + i + reach(base, aTo + i, side, place, 1));
      }
    }
  }
  const doubtful = [
    { from: Math.max(0, first), to: aFrom },
    { from: aTo, to: Math.min(base.ids.length, end) },
  ];
  return doubtful.filter(({ from, to }) => from < to);
};

/** Words [from, to) that are gone, or that came. */
interface Side {
  readonly words: Words;
  readonly from: number;
  readonly to: number;
}

/** A number for `ROW` words; different rows may have the same, so what it finds is compared. -1 outside the text. */
const rowAt = ({ ids }: Words, word: number): number =>
  word < 0 || word + ROW > ids.length
    ? -1
    : ((ids[word] ?? 0) * 8191 + (ids[word + 1] ?? 0)) * 8191 + (ids[word + 2] ?? 0);

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
const reach = (base: Words, word: number, side: Side, place: number, way: 1 | -1): number => {
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
