import type { Letter } from '../letter/model.ts';

/**
 * Remembers one result a letter for as long as the letter itself lives. A letter that an edit did not touch keeps its
 * object, so in a document of many letters only the edited one is computed anew. `key` is whatever else the result depends
 * on; it is compared by identity, member by member.
 */
export const perLetter = <K extends readonly unknown[], T>(
  compute: (letter: Letter, ...key: K) => T,
): ((letter: Letter, ...key: K) => T) => {
  const results = new WeakMap<Letter, { readonly key: K; readonly value: T }>();
  return (letter, ...key) => {
    const known = results.get(letter);
    if (known?.key.every((member, index) => member === key[index])) return known.value;
    const value = compute(letter, ...key);
    results.set(letter, { key, value });
    return value;
  };
};
