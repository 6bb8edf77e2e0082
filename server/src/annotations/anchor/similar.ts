import diffSequences from '@jest/diff-sequences';
import type { Run } from './match.ts';
import { codeAt, type Words } from './words.ts';

/** Characters [from, to) of a text. */
export interface Stretch {
  readonly words: Words;
  readonly from: number;
  readonly to: number;
}

/** The share of characters that two stretches must have in common to be one stretch before and after corrections. */
export const SIMILAR = 0.7;

/** The runs of characters that two stretches have in common. Quadratic where nothing fits: for short stretches. */
export const sharedRuns = (one: Stretch, other: Stretch): readonly Run[] => {
  const found: Run[] = [];
  diffSequences(
    one.to - one.from,
    other.to - other.from,
    (i, k) => codeAt(one.words, one.from + i) === codeAt(other.words, other.from + k),
    (length, i, k) => found.push({ a: one.from + i, b: other.from + k, length }),
  );
  return found;
};

/** Is the one stretch the other with corrections? */
const isSimilar = (one: Stretch, other: Stretch): boolean =>
  sharedRuns(one, other).reduce((sum, { length }) => sum + length, 0) >=
  SIMILAR * Math.max(one.to - one.from, other.to - other.from);

/** So many characters beside an edge are compared; fewer are no proof. */
const MOST = 48;
const LEAST = 16;

/**
 * How many characters before and behind a stretch that was put in or taken out are, corrections set aside, at its end or
 * beginning once more: nobody can tell which of the two stayed.
 */
export const similarBeside = ({ words, from, to }: Stretch): Readonly<Record<'before' | 'behind', number>> => {
  const beside = (edge: number, other: number, way: 1 | -1): number => {
    const end = way < 0 ? edge : words.offsets.length - edge;
    const size = Math.min(MOST, to - from, end);
    if (size < LEAST) return 0;
    const at = (place: number): Stretch => ({
      words,
      from: way < 0 ? place - size : place,
      to: way < 0 ? place : place + size,
    });
    return isSimilar(at(edge), at(other)) ? size : 0;
  };
  return { before: beside(from, to, -1), behind: beside(to, from, 1) };
};
