import { formEndings } from './word-parts.ts';

/** Regular endings, and what stands in their place in the word that they were added to. */
const ENDINGS: readonly (readonly [ending: string, stem: string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ed', ''],
  ['ed', 'e'],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
];
const SHORTEST = 2;

/** The words that a word in lower case may have been made of: `requested` of `request`, or of `requeste`. */
export const stemsOf = (word: string): readonly string[] =>
  ENDINGS.flatMap(([ending, stem]) =>
    word.length - ending.length >= SHORTEST && word.endsWith(ending) ? [word.slice(0, -ending.length) + stem] : [],
  );

const SHORTEST_DERIVED = 4;

/** Are two words one stem with two endings: `ambulator` and `ambulatory`, `hemiplegic` and `hemiplegia`? */
export const areDerived = (one: string, other: string): boolean => {
  let same = 0;
  while (same < one.length && one.charCodeAt(same) === other.charCodeAt(same)) same++;
  // The endings may begin alike: `-osing` and `-osis`.
  return [same, same - 1, same - 2].some(
    (at) => at >= SHORTEST_DERIVED && isEnding(one.slice(at)) && isEnding(other.slice(at)),
  );
};

const isEnding = (text: string): boolean => text === '' || formEndings().has(text);
