import { numberMeant } from '../../facts/readings.ts';
import { unitNames } from '../../facts/units.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * A letter among the digits of a number that a unit follows.
 *
 *     Klonopin O.5 mg        l0mg        5Omg        l2 sessions
 *
 * Letters alone are no damaged number, and neither is a name such as `S1` or `B12` before a count: a letter that names a
 * level or a vitamin stands first and in capitals.
 */
export const slotDose: Check = {
  code: 'slot.dose',
  title: 'A letter stands for a digit in a dose or another number with a unit.',
  severity: 'warning',
  category: 'slot',
  run: (letter) => [...beforeUnits(letter), ...withUnits(letter)],
};

/** The number that ends the text, a blank or a hyphen behind it left out. */
const NUMBER = /(?<![\w.,#/])(?=[\dA-Za-z.,]*\d)([\dOoQDlIiZzSsGBgqb]{1,5}(?:[.,][\dOoQDlIiZzSsGBgqb]{1,4})?)([ -]?)$/;
const LONGEST = 12;
/** A level of the spine, a vitamin, an element: no number. */
const NAME = /^[A-Z]\d+$/;
const NOUGHT_OR_ONE = /^[OI]/;

const beforeUnits = (letter: Letter): readonly Found[] => {
  const tokens = tokensOf(letter);
  return flatMap(notableIn(letter).units, (index) => {
    if (!mayHoldLetters(tokens, index)) return [];
    const unit = tokenText(tokens, index).toLowerCase();
    const of = unitNames().get(unit);
    const at = tokens.starts[index] ?? 0;
    const match = of && NUMBER.exec(tokens.text.slice(Math.max(0, at - LONGEST), at));
    const [, number = '', blank = ''] = match ?? [];
    if (!match || (of !== 'dose' && NAME.test(number) && !NOUGHT_OR_ONE.test(number))) return [];
    const end = at - blank.length;
    return foundAt(end - number.length, number, unit);
  });
};

/** Digits alone before the unit, and no part with letters before a point or comma, are a number as it should be. */
const mayHoldLetters = ({ kinds, gaps }: Tokens, unit: number): boolean =>
  kinds[unit - 1] !== Kind.digit ||
  (kinds[unit - 2] !== Kind.digit && ((gaps[unit - 1] ?? 0) & (Gap.stop | Gap.comma)) !== 0);

/** A number and its unit in one. */
const JOINED = /^(?=[a-zA-Z]*\d)([\dOoQlIiZzSsBb]{1,5})(mg|mcg|ml|mL|gm|cc|meq|iu)$/;

const withUnits = (letter: Letter): readonly Found[] => {
  const tokens = tokensOf(letter);
  return flatMap(notableIn(letter).mixed, (index) => {
    const [, number = '', unit = ''] = JOINED.exec(tokenText(tokens, index)) ?? [];
    return number === '' ? [] : foundAt(tokens.starts[index] ?? 0, number, unit);
  });
};

const foundAt = (start: number, printed: string, unit: string): readonly Found[] => {
  const reading = meantBy(printed);
  if (reading === null) return [];
  const message = `${quoted(printed)} stands where “${unit}” wants a number: ${quoted(reading)} was meant.`;
  return [{ span: spanOf(start, start + printed.length), message, reading, certain: true }];
};

/** The number of a printed one, with its point or comma. */
const meantBy = (printed: string): string | null => {
  const [whole = '', rest] = printed.split(/[.,]/);
  if (rest === undefined) return numberMeant(whole);
  const together = numberMeant(whole + rest);
  return together && together.slice(0, whole.length) + printed.charAt(whole.length) + together.slice(whole.length);
};
