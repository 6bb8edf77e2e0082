import type { Value } from '../model.ts';

/** How far two annotators found the same places. */
export interface SpanFigures {
  /** How many marks each has. */
  readonly first: number;
  readonly second: number;
  /** How many both have: with the same stretches, or overlapping, which counts the former too. */
  readonly exact: number;
  readonly overlapping: number;
  /** Twice the shared ones through all of both, from 0 to 1; null where neither has any. */
  readonly exactF1: number | null;
  readonly overlappingF1: number | null;
}

/** How far two annotators gave the same values to what both found; of labels whose values are a list. */
export interface ValueFigures {
  readonly compared: number;
  readonly agreed: number;
  /** From 0 to 1; null where nothing was compared. */
  readonly share: number | null;
  /** Cohen’s kappa, from -1 to 1; null where it is not defined. */
  readonly kappa: number | null;
  /** Why there is no kappa, as a sentence; null where there is. */
  readonly why: string | null;
}

export const spanFigures = (first: number, second: number, exact: number, overlapping: number): SpanFigures => ({
  first,
  second,
  exact,
  overlapping,
  exactF1: f1(exact, first, second),
  overlappingF1: f1(overlapping, first, second),
});

const f1 = (shared: number, first: number, second: number): number | null =>
  first + second === 0 ? null : (2 * shared) / (first + second);

/** Two annotators' values of the same thing, and its label. */
export interface ValuePair {
  readonly label: string;
  readonly first: Value;
  readonly second: Value;
}

const NOTHING = 'Nothing was compared.';
const ONE_VALUE = 'Both gave one and the same value throughout, so chance alone would agree as well.';
const SEVERAL = 'Kappa is of one label; see each.';

/** Percent and Cohen’s kappa. Kappa takes chance away that two people agree by: the values of different labels are no chances of one another. */
export const valueFigures = (pairs: readonly ValuePair[]): ValueFigures => {
  const compared = pairs.length;
  const agreed = pairs.filter(({ first, second }) => first === second).length;
  const share = compared === 0 ? null : agreed / compared;
  const none = (why: string): ValueFigures => ({ compared, agreed, share, kappa: null, why });
  if (share === null) return none(NOTHING);
  if (new Set(pairs.map(({ label }) => label)).size > 1) return none(SEVERAL);
  const [first, second] = [counted(pairs.map((pair) => pair.first)), counted(pairs.map((pair) => pair.second))];
  let together = 0;
  for (const [value, count] of first) together += count * (second.get(value) ?? 0);
  // In whole numbers, so that a rounding is never taken for a difference.
  const all = compared * compared;
  if (together === all) return none(ONE_VALUE);
  return { compared, agreed, share, kappa: (agreed * compared - together) / (all - together), why: null };
};

const counted = (values: readonly Value[]): ReadonlyMap<Value, number> => {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
