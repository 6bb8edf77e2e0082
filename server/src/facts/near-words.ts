import { slips } from './near.ts';

/** Words by their first letter, each with the set of its letters as bits: most others are dismissed by these alone. */
export type NearWords = ReadonlyMap<string, readonly { readonly word: string; readonly letters: number }[]>;

const lettersOf = (word: string): number => {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) - 97);
  return letters;
};

/** How many letters one of the words has and the other lacks. */
const apart = (a: number, b: number): number => {
  let bits = a ^ b;
  let count = 0;
  for (; bits !== 0; count++) bits &= bits - 1;
  return count;
};

/** The words (lower case, a to z) prepared for `nearestWord`. */
export const nearWordsOf = (words: Iterable<string>): NearWords => {
  const byFirst = new Map<string, { word: string; letters: number }[]>();
  for (const word of words) {
    const list = byFirst.get(word.charAt(0)) ?? [];
    list.push({ word, letters: lettersOf(word) });
    byFirst.set(word.charAt(0), list);
  }
  return byFirst;
};

/**
 * The words that `printed` (lower case) comes nearest to by at most `most` (1 or 2) characters replaced, lost, added or
 * swapped, the first letter being right; all that come equally near.
 */
export const nearestWords = (printed: string, words: NearWords, most: number): readonly string[] => {
  const letters = lettersOf(printed);
  let found: string[] = [];
  let fewest = most;
  for (const { word, letters: known } of words.get(printed.charAt(0)) ?? []) {
    if (Math.abs(word.length - printed.length) > most || apart(letters, known) > 2 * most) continue;
    const count = slips(printed, word);
    if (count === null || count > fewest) continue;
    if (count < fewest) found = [];
    found.push(word);
    fewest = count;
  }
  return found;
};

/**
 * The one word that `printed` comes nearest to, as above. Of two that come equally near it is the one of the same letters:
 * `injectiosn` is `injections`, though a letter less makes `injection`. Null where there is none or it is not the only one.
 */
export const nearestWord = (printed: string, words: NearWords, most: number): string | null => {
  const near = nearestWords(printed, words, most);
  const [only, ...others] = near.length > 1 ? near.filter((word) => hasLettersOf(printed, word)) : near;
  return only !== undefined && others.length === 0 ? only : null;
};

const hasLettersOf = (one: string, other: string): boolean =>
  one.length === other.length && lettersOf(one) === lettersOf(other);
