import type { Check } from '../check.ts';
import { foundOf, witnessOf } from './found.ts';
import { verdictsOf } from './verdicts.ts';

/**
 * A word of medicine or of reviews, misspelt: one character wrong, lost, added or swapped, two in a long word.
 *
 *     lacinating        toxilogical        tenodynovitis
 *
 * It may be the reviewer's own spelling, so that it is no warning. Other words are not spelt: this is no spelling checker.
 */
export const wordTerm: Check = {
  code: 'word.term',
  title: 'A word of medicine or of reviews is misspelt.',
  severity: 'information',
  category: 'word',
  run: (letter) =>
    verdictsOf(letter, 'term').map((verdict) =>
      foundOf(
        letter,
        verdict,
        (printed, reading) => `${printed} is no word, and nearly ${reading}, ${witnessOf(verdict)}.`,
      ),
    ),
};
