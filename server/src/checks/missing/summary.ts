import type { Check } from '../check.ts';
import { markText, requires } from '../forms.ts';
import { STOP } from '../skeleton.ts';
import { spacingOf } from '../spacing.ts';
import { quoted } from '../wording.ts';
import { fillGap, gapAfter, gapForSection } from './gap.ts';
import { law } from './legal.ts';

/**
 * The letter tells the employee's medical condition in a section of its own. A heading, or a heading with the sentence
 * that introduces the summary, is empty.
 *
 *     CLINICAL CASE SUMMARY
 *
 *     IMR ISSUES, DECISIONS AND RATIONALES
 */
export const missingSummary: Check = {
  code: 'missing.summary',
  title: 'The letter has no clinical case summary.',
  severity: 'error',
  category: 'missing',
  get legal() {
    return law('medical-condition');
  },
  run: (letter) => {
    if (!requires(letter, 'summary') || letter.summary?.text) return [];
    const why = `${law('medical-condition')} asks for the employee's medical condition`;
    if (letter.summary) {
      const { heading, span } = letter.summary;
      const name = heading ? quoted(heading.canonical) : 'The clinical case summary';
      return [{ span: heading?.span ?? span, message: `${name} is empty; ${why}.` }];
    }
    const { anchor } = gapForSection(letter, 'summary');
    return [{ span: anchor, message: `The letter has no clinical case summary; ${why}.` }];
  },
  fixes: (_problem, letter) => {
    if (letter.summary) {
      const edit = fillGap(letter, gapAfter(letter, letter.summary.span), [STOP]);
      return [{ title: 'Write the clinical case summary', edits: [edit], preferred: false }];
    }
    const heading = markText(letter, 'summary');
    if (!heading) return [];
    const edit = fillGap(letter, gapForSection(letter, 'summary'), [heading, spacingOf(letter).block, STOP]);
    return [{ title: `Insert ${quoted(heading)}`, edits: [edit], preferred: false }];
  },
};
