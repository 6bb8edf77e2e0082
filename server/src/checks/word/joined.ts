import type { Check } from '../check.ts';
import { foundOf } from './found.ts';
import { verdictsOf } from './verdicts.ts';

/**
 * Two words run together, one of which is a small one such as `of`, `the` or `not`.
 *
 *     ofthe        notmedically        wasnot
 *
 * Only where the word can be parted in one way, and the other part stands elsewhere in the letter or in the tables.
 */
export const wordJoined: Check = {
  code: 'word.joined',
  title: 'Two words are run together.',
  severity: 'warning',
  category: 'word',
  run: (letter) =>
    verdictsOf(letter, 'joined').map((verdict) =>
      foundOf(letter, verdict, (printed, reading) => `${printed} is no word, but ${reading} run together.`),
    ),
};
