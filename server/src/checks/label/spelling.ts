import { isMisrecognised } from '../../facts/confusions.ts';
import type { Check } from '../check.ts';
import { marksWith, spelled } from '../marks.ts';
import { quoted } from '../wording.ts';

/**
 * A heading or label with up to two wrong characters. Certain where each is a shape that recognition takes for another.
 *
 *     Decision rationalc:
 */
export const labelSpelling: Check = {
  code: 'label.spelling',
  title: 'A heading or label is misspelt.',
  severity: 'warning',
  category: 'label',
  run: (letter) =>
    marksWith(letter, 'spelling', (mark, printed) => {
      const reading = spelled(mark, printed);
      const message = `${quoted(printed)} stands where the form has ${quoted(mark.canonical)}.`;
      return { span: mark.span, message, reading, certain: isMisrecognised(printed, reading) };
    }),
};
