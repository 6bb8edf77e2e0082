import { unitNames } from '../../facts/units.ts';
import { flatMap } from '../../text/flat-map.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * A dose with a decimal point and no digit before it, or with a zero behind it that says nothing: a point that is
 * overlooked makes it ten times as much.
 *
 *     .5 mg        5.0 mg
 */
export const slotDecimalStyle: Check = {
  code: 'slot.decimal-style',
  title: 'A dose has no digit before its decimal point, or a useless zero behind it.',
  severity: 'information',
  offByDefault: true,
  category: 'slot',
  run: (letter) => {
    const { text, starts } = tokensOf(letter);
    return flatMap(notableIn(letter).units, (index) => {
      const unit = tokenText(tokensOf(letter), index).toLowerCase();
      const at = starts[index] ?? 0;
      return unitNames().get(unit) === 'dose' ? foundBefore(text.slice(Math.max(0, at - LONGEST), at), at) : [];
    });
  },
};

const LONGEST = 12;
const NUMBER = /(?<![\d.,])(\d{0,5})\.(\d{1,3}) ?$/;

const foundBefore = (text: string, at: number): readonly Found[] => {
  const match = NUMBER.exec(text);
  const [printed = '', whole = '', part = ''] = match ?? [];
  const number = printed.trimEnd();
  const reading = whole === '' ? `0${number}` : /^0+$/.test(part) ? whole : number;
  if (!match || reading === number) return [];
  const start = at - printed.length;
  const message = `${quoted(number)} is safer written ${quoted(reading)}: a point is easily overlooked.`;
  return [{ span: spanOf(start, start + number.length), message, reading }];
};
