import type { Check } from '../check.ts';
import { marksWith, spelled } from '../marks.ts';
import { quoted } from '../wording.ts';

/**
 * A heading or label in capitals where the form has small letters, or the other way round.
 *
 *     decision rationale:
 */
export const labelCase: Check = {
  code: 'label.case',
  title: 'A heading or label is printed in another case.',
  severity: 'warning',
  category: 'label',
  run: (letter) =>
    marksWith(letter, 'case', (mark, printed) => ({
      span: mark.span,
      message: `${quoted(printed)} is printed ${quoted(mark.canonical)} in the form.`,
      reading: spelled(mark, printed),
    })),
};
