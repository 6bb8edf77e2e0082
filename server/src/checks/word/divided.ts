import type { Check } from '../check.ts';
import { foundOf, witnessOf } from './found.ts';
import { verdictsOf } from './verdicts.ts';

/**
 * A word that a blank divides.
 *
 *     ben zodiazepine        treat ment
 *
 * Only where a part of it is no word and the whole stands elsewhere in the letter or in the tables; or where neither part is a
 * word, and the whole is one of English. Beginnings that some set apart, such as `non` and `post`, divide nothing.
 */
export const wordDivided: Check = {
  code: 'word.divided',
  title: 'A blank divides a word.',
  severity: 'warning',
  category: 'word',
  run: (letter) =>
    verdictsOf(letter, 'divided').map((verdict) =>
      foundOf(
        letter,
        verdict,
        (printed, reading) => `${printed} are no words; together they are ${reading}, ${witnessOf(verdict)}.`,
      ),
    ),
};
