import type { Letter } from '../letter/model.ts';

/** What has been computed of a letter, each result at the number of its question. */
type Results = unknown[];

interface Kept {
  letter: Letter | null;
  results: Results;
}

/**
 * The letters of the last questions: nearly all are about the same letter as the one before. No WeakMap: the collector of
 * young objects keeps what one holds, so that each letter would live on, and be copied, long after its turn.
 */
const KEPT: readonly Kept[] = Array.from({ length: 4 }, () => ({ letter: null, results: [] }));
let oldest = 0;
let last: Kept = { letter: null, results: [] };
let questions = 0;

const resultsOf = (letter: Letter): Results => {
  if (letter === last.letter) return last.results;
  const known = KEPT.find((each) => each.letter === letter);
  last = known ?? replaceOldest(letter);
  return last.results;
};

const replaceOldest = (letter: Letter): Kept => {
  const kept = KEPT[oldest] as Kept;
  oldest = (oldest + 1) % KEPT.length;
  kept.letter = letter;
  // No holes: what has them is read slowly.
  kept.results = Array.from({ length: questions }, () => UNASKED);
  return kept;
};

const UNASKED = Symbol('unasked');

/** A result computed at the first question about a letter, and kept until several other letters have been asked about. */
export const perLetter = <T>(compute: (letter: Letter) => T): ((letter: Letter) => T) => {
  const question = questions++;
  return (letter) => {
    const results = resultsOf(letter);
    if (question >= results.length || results[question] === UNASKED) results[question] = compute(letter);
    return results[question] as T;
  };
};
