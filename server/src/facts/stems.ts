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
