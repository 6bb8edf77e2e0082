import { byPlace, extentOf, type Mark, placeKey } from './marks.ts';

/** A mark of each of two annotators that are about the same thing. */
export interface Match {
  readonly first: Mark;
  readonly second: Mark;
  /** They have the very same stretches. */
  readonly exact: boolean;
}

/**
 * Which marks of one label two annotators both made: first those with the same stretches, then, in the order of the text,
 * those that overlap, each with the one it shares most characters with. Each mark is counted once.
 */
export const matched = (first: readonly Mark[], second: readonly Mark[]): readonly Match[] => {
  const free = new Map<string, Mark[]>();
  for (const mark of [...second].sort(byPlace)) {
    const known = free.get(placeKey(mark));
    if (known) known.push(mark);
    else free.set(placeKey(mark), [mark]);
  }
  const exact: Match[] = [];
  const rest: Mark[] = [];
  for (const mark of [...first].sort(byPlace)) {
    const other = free.get(placeKey(mark))?.shift();
    if (other) exact.push({ first: mark, second: other, exact: true });
    else rest.push(mark);
  }
  return [...exact, ...overlapping(rest, [...free.values()].flat().sort(byPlace))];
};

const overlapping = (first: readonly Mark[], second: readonly Mark[]): readonly Match[] => {
  const taken = new Set<Mark>();
  return first.flatMap((mark): readonly Match[] => {
    let best: Mark | null = null;
    let most = 0;
    for (const other of second) {
      if (extentOf(other).start >= extentOf(mark).end) break;
      const shared = taken.has(other) ? 0 : sharedBy(mark, other);
      if (shared > most) [best, most] = [other, shared];
    }
    if (!best) return [];
    taken.add(best);
    return [{ first: mark, second: best, exact: false }];
  });
};

/** How many units of text two marks share. */
const sharedBy = (one: Mark, other: Mark): number => {
  let shared = 0;
  for (const a of one.spans) {
    for (const b of other.spans) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  }
  return shared;
};
