import type { Mark } from '../../letter/model.ts';
import type { Check, Found } from '../check.ts';
import { marksWith, spelled } from '../marks.ts';
import { quoted } from '../wording.ts';

/**
 * A label without its colon, with two, or with another mark in its place.
 *
 *     Decision rationale The request is not medically necessary.
 */
export const labelColon: Check = {
  code: 'label.colon',
  title: 'A label lacks its colon, has two, or another mark in its place.',
  severity: 'warning',
  category: 'label',
  run: (letter) => marksWith(letter, 'colon', foundAt),
};

const foundAt = (mark: Mark, printed: string): Found => {
  const colons = printed.length - printed.replaceAll(':', '').length;
  const what = colons > 1 ? 'one colon too many' : 'no colon behind it';
  return {
    span: mark.span,
    message: `${quoted(printed)} has ${what}; the form has ${quoted(mark.canonical)}.`,
    reading: spelled(mark, printed),
    certain: colons > 1,
  };
};
