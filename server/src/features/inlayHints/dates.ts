import { findDates } from '../../letter/dates.ts';
import { flowOf, toSource } from '../../text/flow.ts';
import type { FindHints } from '../inlayHints.ts';

/** Digits and separators, the year last: `1-25-08`, `04/27/2016`. */
const NUMERIC = /^\d{1,2}\D.*\D(?:\d{4}|(\d{2}))$/;

/** The ISO form of every numeric date: day and month are easily confused, and years of two digits leave out the century. */
export const dateHints: FindHints = (letter, { start, end }) => {
  const flow = flowOf(letter, start, end);
  return findDates(flow.text).flatMap((date) => {
    const printed = flow.text.slice(date.start, date.end);
    const numeric = NUMERIC.exec(printed);
    if (!numeric || /[a-z]/i.test(printed) || date.value === null) return [];
    const tooltip = numeric[1]
      ? `Read as month, day and year; the century is taken to be ${date.value.slice(0, 2)}00.`
      : 'Read as month, day and year.';
    return [{ at: toSource(flow, date.end - 1) + 1, label: date.value, tooltip }];
  });
};
