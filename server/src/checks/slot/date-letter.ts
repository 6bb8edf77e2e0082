import { numberMeant } from '../../facts/readings.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../wording.ts';
import { datesMeant, isDate, numericDates } from './dates.ts';

/**
 * A letter among the digits of a date, in the prose or in the case table.
 *
 *     l-25-08        1O/14/2016        Date of Injury: O7/12/2014
 */
export const slotDateLetter: Check = {
  code: 'slot.date-letter',
  title: 'A letter stands for a digit in a date.',
  severity: 'warning',
  category: 'slot',
  run: (letter) => [...inTable(letter), ...inProse(letter)],
};

const inProse = (letter: Letter): readonly Found[] =>
  flatMap(numericDates(letter), (date) => {
    const printed = date.parts.join(date.separator);
    const reading = datesMeant(date);
    return reading === null || reading === printed || date.spaced ? [] : [foundAt(date.span, printed, reading)];
  });

const SLASHED = /^[\dA-Z]{1,2}\/[\dA-Z]{1,2}\/[\dA-Z]{4}$/i;

const inTable = (letter: Letter): readonly Found[] =>
  flatMap(Object.values(letter.header?.fields ?? {}), (field) => {
    const { printed, value } = field;
    if (value !== null || !printed || !SLASHED.test(printed.value)) return [];
    const parts = printed.value.split('/').map((part) => numberMeant(part) ?? part);
    const reading = parts.join('/');
    // A sound date may stand where the table has something else.
    return reading !== printed.value && isDate(reading) ? [foundAt(printed.span, printed.value, reading)] : [];
  });

const foundAt = (span: Found['span'], printed: string, reading: string): Found => ({
  span,
  message: `${quoted(printed)} holds a letter where a date wants a digit: ${quoted(reading)} was meant.`,
  reading,
  certain: true,
});
