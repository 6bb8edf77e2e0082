import diffSequences from '@jest/diff-sequences';

/** `length` items from `a` in the one sequence equal those from `b` in the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Two stretches that are compared: [aFrom, aTo) and [bFrom, bTo). */
export interface Part {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** The most items of both sides together that are compared item by item; that takes quadratic time where nothing fits. */
const SMALL = 400;
/** How often a part is divided again at words that occur once in it. */
const DEEPEST = 6;

/**
 * The runs in which two sequences of words agree, ascending on both sides. Words that occur once on each side lead, as they
 * hold letters together better than the longest common sequence; between them a shortest edit is looked for. Time is
 * linear but for sorting: a large part without such words stays unmatched.
 */
export const matchRuns = (a: Int32Array, b: Int32Array): readonly Run[] => {
  const runs: Run[] = [];
  match(a, b, { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }, 0, runs);
  return joined(runs);
};

const match = (a: Int32Array, b: Int32Array, whole: Part, depth: number, runs: Run[]): void => {
  let { aFrom, bFrom, aTo, bTo } = whole;
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    aFrom++;
    bFrom++;
  }
  push(runs, { a: whole.aFrom, b: whole.bFrom, length: aFrom - whole.aFrom });
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo--;
    bTo--;
  }
  if (aFrom < aTo && bFrom < bTo) between(a, b, { aFrom, aTo, bFrom, bTo }, depth, runs);
  push(runs, { a: aTo, b: bTo, length: whole.aTo - aTo });
};

const between = (a: Int32Array, b: Int32Array, part: Part, depth: number, runs: Run[]): void => {
  const { aFrom, aTo, bFrom, bTo } = part;
  if (aTo - aFrom + (bTo - bFrom) <= SMALL) {
    diffSequences(
      aTo - aFrom,
      bTo - bFrom,
      (i, k) => a[aFrom + i] === b[bFrom + k],
      (length, i, k) => push(runs, { a: aFrom + i, b: bFrom + k, length }),
    );
    return;
  }
  const pairs = depth < DEEPEST ? ascending(uniquePairs(a, b, part)) : [];
  if (pairs.length === 0) return;
  let [aLast, bLast] = [aFrom, bFrom];
  for (const [aNext, bNext] of pairs) {
    match(a, b, { aFrom: aLast, aTo: aNext, bFrom: bLast, bTo: bNext }, depth + 1, runs);
    push(runs, { a: aNext, b: bNext, length: 1 });
    [aLast, bLast] = [aNext + 1, bNext + 1];
  }
  match(a, b, { aFrom: aLast, aTo, bFrom: bLast, bTo }, depth + 1, runs);
};

const push = (runs: Run[], run: Run): void => {
  if (run.length > 0) runs.push(run);
};

type Pair = readonly [a: number, b: number];

/** The words that occur once on each side, in the order of the first. */
const uniquePairs = (a: Int32Array, b: Int32Array, { aFrom, aTo, bFrom, bTo }: Part): readonly Pair[] => {
  const inB = onlyPlaces(b, bFrom, bTo);
  const pairs: Pair[] = [];
  for (const [id, place] of onlyPlaces(a, aFrom, aTo)) {
    const other = inB.get(id);
    if (place >= 0 && other !== undefined && other >= 0) pairs.push([place, other]);
  }
  return pairs.sort((one, other) => one[0] - other[0]);
};

/** Where each word stands; -1 where there are several. */
const onlyPlaces = (ids: Int32Array, from: number, to: number): Map<number, number> => {
  const places = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const id = ids[i] ?? 0;
    places.set(id, places.has(id) ? -1 : i);
  }
  return places;
};

/** The longest choice of pairs that ascends on both sides (patience sorting). */
const ascending = (pairs: readonly Pair[]): readonly Pair[] => {
  const tops: number[] = [];
  const below: number[] = [];
  pairs.forEach(([, b], i) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    below[i] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = i;
  });
  const chain: Pair[] = [];
  for (let i = tops.at(-1) ?? -1; i >= 0; i = below[i] ?? -1) {
    const pair = pairs[i];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
};

/** Runs that follow each other without a gap become one. */
const joined = (runs: readonly Run[]): readonly Run[] => {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && last.a + last.length === run.a && last.b + last.length === run.b)
      result[result.length - 1] = { ...last, length: last.length + run.length };
    else result.push(run);
  }
  return result;
};
