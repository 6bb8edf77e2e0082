import type { Letter } from '../letter/model.ts';

/** A result computed at the first question about a letter, and kept for as long as the letter lives. */
export const perLetter = <T>(compute: (letter: Letter) => T): ((letter: Letter) => T) => {
  const results = new WeakMap<Letter, { readonly value: T }>();
  return (letter) => {
    let known = results.get(letter);
    if (!known) results.set(letter, (known = { value: compute(letter) }));
    return known.value;
  };
};
