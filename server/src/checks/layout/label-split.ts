import type { Check } from '../check.ts';
import { marksWith } from '../marks.ts';
import { quoted } from '../wording.ts';

/**
 * A heading or label that a line end divides, though the form prints it on one line.
 *
 *     IMR ISSUES, DECISIONS
 *     AND RATIONALES
 */
export const layoutLabelSplit: Check = {
  code: 'layout.label-split',
  title: 'A heading or label is divided over two lines.',
  severity: 'warning',
  category: 'layout',
  run: (letter) =>
    marksWith(letter, 'split', ({ span, canonical }) => ({
      span,
      message: `${quoted(canonical)} is divided over two lines; the form prints it on one.`,
      reading: canonical,
      certain: true,
    })),
};
