import { numberMeant } from '../../facts/readings.ts';
import { unitNames } from '../../facts/units.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { CUES, notableIn } from '../notable.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * A letter among the digits of a number: before a unit, in a fraction or by itself.
 *
 *     Klonopin O.5 mg        l0mg        5Omg        l2 sessions        8O%        pain of 7/l0        a score of l8
 *
 * Letters alone are no damaged number, and neither is a name such as `S1` or `B12` before a count: a letter that names a
 * level or a vitamin stands first and in capitals, and `l4` may be one too.
 */
export const slotDose: Check = {
  code: 'slot.dose',
  title: 'A letter stands for a digit in a dose or another number.',
  severity: 'warning',
  category: 'slot',
  run: (letter) => [...beforeUnits(letter), ...amongMixed(letter)],
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

const amongMixed = (letter: Letter): readonly Found[] => {
  const tokens = tokensOf(letter);
  return flatMap(notableIn(letter).mixed, (index) => {
    const printed = tokenText(tokens, index);
    const start = tokens.starts[index] ?? 0;
    const [, number = '', unit = ''] = JOINED.exec(printed) ?? [];
    if (number !== '') return foundAt(start, number, unit);
    const wants = wantedAt(tokens, index, printed);
    return wants === null ? [] : foundAt(start, printed, wants);
  });
};

/** Fewer letters are taken for digits where no unit follows. */
const PLAIN = /^[lZ\d][\dOlISZ]*$/;
const ALONE = /^[\s(](?:l(?:[06-9]|\d{2,3})|\d{1,3}O\d{0,2}|\d{1,3}[lI]\d{1,2})(?:[\s),;]|[.:]\s|$)/;
/** What may be the level `L4`, before another. */
const LEVEL = /^l[1-5]$/;

/** What wants a number in the place of a token: the per cent sign, the other part of a fraction, or the word before it. */
const wantedAt = (tokens: Tokens, index: number, printed: string): string | null => {
  const { text, starts, ends, gaps, kinds } = tokens;
  const [start, end] = [starts[index] ?? 0, ends[index] ?? 0];
  if (text.charAt(end) === '%') return '%';
  if (!PLAIN.test(printed)) return null;
  // A date has three parts.
  const slashes = [-1, 0, 1, 2].filter((at) => ((gaps[index + at] ?? 0) & Gap.slash) !== 0);
  const other = index + (slashes[0] === 0 ? -1 : 1);
  if (slashes.length === 1 && kinds[other] === Kind.digit && slashes[0] !== -1 && slashes[0] !== 2) {
    const part = tokenText(tokens, other);
    return part.length > 1 || !LEVEL.test(printed) ? `/${part}` : null;
  }
  return ALONE.test(text.slice(start - 1, end + 2)) && !isOfSlot(tokens, index) ? tokenText(tokens, index - 1) : null;
};

/** Is it before a unit, or beside a word that tells another kind of number? They are looked at by themselves. */
const isOfSlot = (tokens: Tokens, index: number): boolean =>
  [tokenText(tokens, index - 1), tokenText(tokens, index + 1)].some((beside) => {
    const word = beside.toLowerCase();
    return unitNames().has(word) || Object.values(CUES).some((cues) => cues.has(word));
  });

const foundAt = (start: number, printed: string, wants: string): readonly Found[] => {
  const reading = meantBy(printed);
  if (reading === null) return [];
  const message = `${quoted(printed)} stands where ${quoted(wants)} wants a number: ${quoted(reading)} was meant.`;
  return [{ span: spanOf(start, start + printed.length), message, reading, certain: true }];
};

/** The number of a printed one, with its point or comma. */
const meantBy = (printed: string): string | null => {
  const [whole = '', rest] = printed.split(/[.,]/);
  if (rest === undefined) return numberMeant(whole);
  const together = numberMeant(whole + rest);
  return together && together.slice(0, whole.length) + printed.charAt(whole.length) + together.slice(whole.length);
};
