import type { Letter } from '../letter/model.ts';

/** What has been computed of a letter, each result at the number of its question. */
type Results = unknown[];

const results = new WeakMap<Letter, Results>();
let questions = 0;

/** The letter of the last question, and its results: most questions are about the same letter as the one before. */
let lastLetter: Letter | null = null;
let lastResults: Results = [];

const resultsOf = (letter: Letter): Results => {
  if (letter === lastLetter) return lastResults;
  let known = results.get(letter);
  if (!known) results.set(letter, (known = []));
  lastLetter = letter;
  lastResults = known;
  return known;
};

/** A result computed at the first question about a letter, and kept for as long as the letter lives. */
export const perLetter = <T>(compute: (letter: Letter) => T): ((letter: Letter) => T) => {
  const question = questions++;
  return (letter) => {
    const known = resultsOf(letter);
    if (!(question in known)) known[question] = compute(letter);
    return known[question] as T;
  };
};
