import type { Check } from '../check.ts';
import { marksWith, spelled } from '../marks.ts';
import { quoted } from '../wording.ts';

/**
 * Blanks too many within a heading or label, or before its colon.
 *
 *     Decision  rationale :
 */
export const labelSpacing: Check = {
  code: 'label.spacing',
  title: 'Blanks are doubled in a heading or label, or stand before its colon.',
  severity: 'warning',
  category: 'label',
  run: (letter) =>
    marksWith(letter, 'spacing', (mark, printed) => ({
      span: mark.span,
      message: `Blanks stand in ${quoted(mark.canonical)} where the form has none.`,
      reading: spelled(mark, printed),
      certain: true,
    })),
};
