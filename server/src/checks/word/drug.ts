import type { Check } from '../check.ts';
import { foundOf } from './found.ts';
import { verdictsOf } from './verdicts.ts';

/**
 * The name of a drug, misspelt.
 *
 *     Clonazepain        Klonopm        Tramdol
 *
 * A word that neither English nor the tables have, and that one slip, or two in a long name, turns into exactly one drug. It
 * is a warning where the letter has the drug elsewhere.
 */
export const wordDrug: Check = {
  code: 'word.drug',
  title: 'The name of a drug is misspelt.',
  severity: 'information',
  category: 'word',
  run: (letter) =>
    verdictsOf(letter, 'drug').map((verdict) => ({
      ...foundOf(letter, verdict, (printed, reading) =>
        verdict.inLetter
          ? `${printed} is no word, and nearly the drug ${reading}, which the letter has elsewhere.`
          : `${printed} is no word, and nearly the drug ${reading}.`,
      ),
      ...(verdict.inLetter && { severity: 'warning' }),
    })),
};
