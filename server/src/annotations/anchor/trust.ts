import type { Part, Run } from './match.ts';

/** What lies between two runs: characters of the base that are gone, and characters that came. */
export interface Gap {
  readonly gone: number;
  readonly came: number;
}

/** How two sequences are measured: how many characters lie in [from, to) of each. */
export interface Sizes {
  readonly inA: (from: number, to: number) => number;
  readonly inB: (from: number, to: number) => number;
}

/** Is a run of this size, between two gaps, no proof? */
type Doubt = (size: number, left: Gap, right: Gap) => boolean;

/** Two different texts agree here and there; such an island is smaller than what differs on each side of it. */
export const isIsland: Doubt = (size, left, right) =>
  size <= Math.max(left.gone, left.came) && size <= Math.max(right.gone, right.came);

/** Nor does a run prove anything beside more that was written over than it is long. */
const isWeak: Doubt = (size, left, right) =>
  isIsland(size, left, right) || size <= Math.min(left.gone, left.came) || size <= Math.min(right.gone, right.came);

/** The runs of words that are no chance. `whole` is the first place and the one behind the last. Linear. */
export const trustedRuns = (sizes: Sizes, runs: readonly Run[], whole: Part): readonly Run[] =>
  firm(sizes, withoutIslands(sizes, runs, whole, isWeak), whole);

/** The runs but for those in doubt. A run that falls makes the gap around it wider, and only the run before has to be looked at again. */
export const withoutIslands = (sizes: Sizes, runs: readonly Run[], whole: Part, isDoubtful: Doubt): readonly Run[] => {
  const [start, end] = edgesOf(whole);
  const gapOf = gapsOf(sizes);
  const kept: Run[] = [start];
  const holds = (left: Run, run: Run, right: Run): boolean =>
    run === start || !isDoubtful(sizes.inA(run.a, run.a + run.length), gapOf(left, run), gapOf(run, right));
  runs.forEach((run, i) => {
    const right = runs[i + 1] ?? end;
    if (holds(kept.at(-1) ?? start, run, right)) {
      kept.push(run);
      return;
    }
    while (kept.length > 1 && !holds(kept.at(-2) ?? start, kept.at(-1) ?? start, right)) kept.pop();
  });
  return kept.slice(1);
};

const edgesOf = ({ aFrom, aTo, bFrom, bTo }: Part): readonly [start: Run, end: Run] => [
  { a: aFrom, b: bFrom, length: 0 },
  { a: aTo, b: bTo, length: 0 },
];

/** Runs with no more than this between them are one text with corrections. */
const CLOSE = 32;
export const isClose = ({ gone, came }: Gap): boolean => Math.max(gone, came) <= CLOSE;

const gapsOf =
  ({ inA, inB }: Sizes) =>
  (left: Run, right: Run): Gap => ({
    gone: inA(left.a + left.length, right.a),
    came: inB(left.b + left.length, right.b),
  });

/**
 * The runs without those groups beside which much is gone, while more came there than they are long, or twice as much in
 * the whole text: a letter that was put in brings the words of the form along, and they prove nothing for those that were
 * taken out. Nor is a group trusted between two stretches that came and together are as long: it is most likely a part of
 * what came.
 */
const firm = (sizes: Sizes, runs: readonly Run[], whole: Part): readonly Run[] => {
  const [start, end] = edgesOf(whole);
  const kept: Run[] = [];
  const gapOf = gapsOf(sizes);
  const all = runs.reduce((sum, { b, length }) => sum + sizes.inB(b, b + length), 0);
  const came = sizes.inB(start.b, end.b) - all;
  let first = 0;
  runs.forEach((run, i) => {
    const next = runs[i + 1] ?? end;
    if (next !== end && isClose(gapOf(run, next))) return;
    const group = runs.slice(first, i + 1);
    const before = runs[first - 1] ?? start;
    const [head = run] = group;
    first = i + 1;
    const size = group.reduce((sum, { a, length }) => sum + sizes.inA(a, a + length), 0);
    const [left, right] = [gapOf(before, head), gapOf(run, next)];
    const isPutIn = left.came > CLOSE && right.came > CLOSE && size <= left.came + right.came;
    const isBesideGone = left.gone + right.gone > CLOSE && size <= Math.max(left.came + right.came, came / 2);
    if (!isPutIn && !isBesideGone) kept.push(...group);
  });
  return kept;
};
