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

/** The runs but for those in doubt. */
export const withoutIslands = (sizes: Sizes, runs: readonly Run[], whole: Part, isDoubtful: Doubt): readonly Run[] => {
  const [start, end] = edgesOf(whole);
  const gapOf = gapsOf(sizes);
  return standing(
    runs,
    (run, before = start, behind = end) =>
      !isDoubtful(sizes.inA(run.a, run.a + run.length), gapOf(before, run), gapOf(run, behind)),
  );
};

/**
 * The items that hold beside those before and behind them. One that falls makes the gap around it wider, and only those
 * before it have to be looked at again. Linear.
 */
const standing = <Item>(
  items: readonly Item[],
  holds: (item: Item, before: Item | undefined, behind: Item | undefined) => boolean,
): readonly Item[] => {
  const kept: Item[] = [];
  items.forEach((item, i) => {
    kept.push(item);
    for (let last = kept.at(-1); last !== undefined && !holds(last, kept.at(-2), items[i + 1]); last = kept.at(-1))
      kept.pop();
  });
  return kept;
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
 * what came, and so is the one before it when it was held apart from what came by that group only.
 */
const firm = (sizes: Sizes, runs: readonly Run[], whole: Part): readonly Run[] => {
  const [start, end] = edgesOf(whole);
  const gapOf = gapsOf(sizes);
  const came = sizes.inB(start.b, end.b) - sum(runs.map(({ b, length }) => sizes.inB(b, b + length)));
  const groups = groupsOf(sizes, runs);
  const gaps = (before: Group | undefined, { head, tail }: Group, behind: Group | undefined): readonly [Gap, Gap] => [
    gapOf(before?.tail ?? start, head),
    gapOf(tail, behind?.head ?? end),
  ];
  const proven = groups.filter((group, i) => {
    const [left, right] = gaps(groups[i - 1], group, groups[i + 1]);
    return left.gone + right.gone <= CLOSE || group.size > Math.max(left.came + right.came, came / 2);
  });
  const holds = (group: Group, before: Group | undefined, behind: Group | undefined): boolean => {
    const [left, right] = gaps(before, group, behind);
    return left.came <= CLOSE || right.came <= CLOSE || group.size > left.came + right.came;
  };
  return standing(proven, holds).flatMap((group) => group.runs);
};

/** Runs that are close to each other. */
interface Group {
  readonly head: Run;
  readonly tail: Run;
  readonly runs: readonly Run[];
  /** In characters of the base. */
  readonly size: number;
}

const groupsOf = (sizes: Sizes, runs: readonly Run[]): readonly Group[] => {
  const gapOf = gapsOf(sizes);
  const groups: Group[] = [];
  let first = 0;
  runs.forEach((tail, i) => {
    const next = runs[i + 1];
    if (next && isClose(gapOf(tail, next))) return;
    const own = runs.slice(first, i + 1);
    groups.push({
      head: runs[first] ?? tail,
      tail,
      runs: own,
      size: sum(own.map(({ a, length }) => sizes.inA(a, a + length))),
    });
    first = i + 1;
  });
  return groups;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
