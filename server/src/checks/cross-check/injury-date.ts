import { findDates } from '../../letter/dates.ts';
import type { Letter } from '../../letter/model.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../wording.ts';
import { printedLike } from './dates.ts';

/**
 * The case table and the summary give different days of injury.
 *
 *     Date of Injury: 04/27/2016 … an industrial injury on April 27, 2015
 *
 * Silent where the summary names the table's day as well: it then speaks of two injuries, or of a time. Almost certainly
 * a slip where only day, month or year differs, or two of them have changed places; other dates may be
 * those of two injuries.
 */
export const crossCheckInjuryDate: Check = {
  code: 'cross-check.injury-date',
  title: 'The date of injury differs between case table and summary.',
  severity: 'information',
  category: 'cross-check',
  run: (letter) => {
    const table = letter.header?.fields.injury;
    const summary = letter.summary?.injuryDate;
    if (!table?.value || !table.printed || !summary || table.value === summary.value) return [];
    if (findDates(letter.summary?.text?.value ?? '').some(({ value }) => value === table.value)) return [];
    return [problemOf(letter, table.printed.value, table.value, table.printed.span)];
  },
};

const problemOf = (letter: Letter, printed: string, iso: string, span: Found['span']): Found => {
  const summary = letter.summary?.injuryDate;
  const place = summary?.span ?? span;
  const told = letter.text.slice(place.start, place.end);
  const reading = printedLike(told, iso);
  return {
    span: place,
    message: `The summary gives ${quoted(told)} as the date of injury, the case table ${quoted(printed)}.`,
    ...(isNear(iso, summary?.value ?? '') && { severity: 'warning' }),
    ...(reading !== null && { reading }),
    related: [{ span, message: 'The date of injury in the case table' }],
  };
};

/** Do two ISO dates differ in one part only, or in the order of day and month? */
const isNear = (a: string, b: string): boolean => {
  const [one, other] = [a.split('-'), b.split('-')];
  const differing = one.filter((part, i) => part !== other[i]).length;
  return differing === 1 || (one[0] === other[0] && one[1] === other[2] && one[2] === other[1]);
};
