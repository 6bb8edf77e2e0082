import type { Check } from '../check.ts';
import { foundOf, witnessOf } from './found.ts';
import { verdictsOf } from './verdicts.ts';

/**
 * A word in which a letter or two were taken for others that look like them.
 *
 *     rnedication        paticnt        wliich
 *
 * Two witnesses: neither English nor the tables have the word, and one confusion of the table (facts/data/confusions.json)
 * turns it into exactly one word that the letter has elsewhere or the tables have. Where neither has it, one of the
 * commonest confusions must turn it into one word of English, and it is information. Names are left alone.
 */
export const wordScanno: Check = {
  code: 'word.scanno',
  title: 'A letter in a word was taken for another that looks like it.',
  severity: 'warning',
  category: 'word',
  run: (letter) =>
    verdictsOf(letter, 'scanno').map((verdict) => ({
      ...foundOf(
        letter,
        verdict,
        (printed, reading) => `${printed} is no word; it looks like ${reading}, ${witnessOf(verdict)}.`,
      ),
      ...(!verdict.witnessed && { severity: 'information' }),
    })),
};
