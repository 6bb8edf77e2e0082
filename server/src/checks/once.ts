import type { Letter } from '../letter/model.ts';

/** Remembers what is computed from a letter for as long as the letter lives, so that checks can share it. */
export const once = <T>(compute: (letter: Letter) => T): ((letter: Letter) => T) => {
  const results = new WeakMap<Letter, { readonly value: T }>();
  return (letter) => {
    const known = results.get(letter);
    if (known) return known.value;
    const value = compute(letter);
    results.set(letter, { value });
    return value;
  };
};
