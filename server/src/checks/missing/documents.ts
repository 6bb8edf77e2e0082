import type { FormatId } from '../../letter/model.ts';
import type { Check } from '../check.ts';
import { gapAfter } from './gap.ts';
import { law } from './legal.ts';

/**
 * The mailed letters of 2013 list the documents that were reviewed. Copies of later forms that are posted in public have no
 * such list, and excerpts none: nothing is said of those, nor of a letter without its cover page.
 */
export const missingDocuments: Check = {
  code: 'missing.documents',
  title: 'The letter does not list the documents that were reviewed.',
  severity: 'warning',
  category: 'missing',
  get legal() {
    return law('documents-reviewed');
  },
  run: (letter) => {
    if (!letter.cover || !LISTING.includes(letter.format) || letter.documents) return [];
    const { anchor } = gapAfter(letter, letter.summary?.span ?? letter.cover.span);
    return [
      {
        span: anchor,
        message: `The letter does not list the documents that were reviewed; ${law('documents-reviewed')} asks for the list.`,
      },
    ];
  },
};

const LISTING: readonly FormatId[] = ['professional-review-2013', 'notice-2013', 'decision-2013'];
