import { flatMap } from '../../text/flat-map.ts';
import type { Check } from '../check.ts';
import { quoted } from '../wording.ts';
import { isDate, numericDates } from './dates.ts';

/**
 * A blank, or a line's end, within a date.
 *
 *     10/14/ 2016        1-9- 17
 *
 * A line may end behind a hyphen: there it stands by itself, and is no damage.
 */
export const slotDateSpace: Check = {
  code: 'slot.date-space',
  title: 'A blank stands within a date.',
  severity: 'warning',
  category: 'slot',
  run: (letter) =>
    flatMap(numericDates(letter), ({ span, parts, separator, spaced, divided }) => {
      const reading = parts.join(separator);
      if (!spaced || !isDate(reading)) return [];
      const message = `A blank stands within the date ${quoted(reading)}.`;
      return [{ span, message, ...(!divided && { reading }) }];
    }),
};
