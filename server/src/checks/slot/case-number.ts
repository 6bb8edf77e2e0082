import { numberMeant } from '../../facts/readings.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../wording.ts';

/**
 * A case number that is damaged: it should be `CM`, two digits of the year, a hyphen, six to eight digits.
 *
 *     Case Number: CMl6-O219557
 */
export const slotCaseNumber: Check = {
  code: 'slot.case-number',
  title: 'The case number has not the form of one.',
  severity: 'warning',
  category: 'slot',
  run: (letter) => {
    const printed = letter.header?.fields.caseNumber?.printed;
    return printed ? foundIn(printed.value, printed.span) : [];
  },
};

const FORM = /^CM\d\d-\d{6,8}$/;
/** Nearly that; numbers of other forms, such as those of the reviews of 2013, are left alone. */
const DAMAGED = /^[A-Z0](?:M|N|rn|IVI)([\dA-Za-z]{2})[- ]{1,3}([\dA-Za-z]{6,8})$/;
const MARK = /^[A-Z0](?:M|N|rn|IVI)[\dA-Za-z]{2}\b/;

const foundIn = (printed: string, span: Found['span']): readonly Found[] => {
  if (FORM.test(printed) || !MARK.test(printed)) return [];
  const [, year = '', serial = ''] = DAMAGED.exec(printed) ?? [];
  const reading = `CM${numberMeant(year) ?? year}-${numberMeant(serial) ?? serial}`;
  const message = `${quoted(printed)} has not the form of a case number, such as CM16-0123456`;
  return FORM.test(reading)
    ? [{ span, message: `${message}: ${quoted(reading)} was meant.`, reading }]
    : [{ span, message: `${message}.` }];
};
