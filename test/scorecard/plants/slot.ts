import { regionsOf } from '../../../server/src/checks/regions.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { type Damage, matchIn, type Plant, put, textAt } from '../plant.ts';
import type { Random } from '../random.ts';

type Change = (text: string, random: Random) => string;

/** One place in the prose that a pattern (with the flag g) matches is printed in another way. */
export const inProse = (code: string, name: string, pattern: RegExp, as: Change, restores = true): Plant => ({
  code,
  name,
  plant: (letter, random) => {
    const regions = regionsOf(letter).filter(({ span }) => matchIn(letter, span, pattern, random) !== null);
    const region = random.pick(regions);
    return region && damageIn(letter, region.span, pattern, as, random, restores);
  },
});

const damageIn = (
  letter: Letter,
  within: Span,
  pattern: RegExp,
  as: Change,
  random: Random,
  restores: boolean,
): Damage | null => {
  const span = matchIn(letter, within, pattern, random);
  const damage = span && put(span, as(textAt(letter, span), random));
  return damage && (restores ? damage : { ...damage, restores: false });
};

const LETTERS: Readonly<Record<string, string>> = { 0: 'O', 1: 'l', 2: 'Z', 5: 'S', 8: 'B' };

/** One digit of a number, a letter that looks like it in its place; the number keeps a digit. */
const lettered: Change = (number, random) => {
  const places = [...number].flatMap((digit, at) => (digit in LETTERS ? [at] : []));
  const at = random.pick(places);
  const damaged =
    at === null ? number : number.slice(0, at) + (LETTERS[number.charAt(at)] ?? '') + number.slice(at + 1);
  return /\d/.test(damaged) ? damaged : number;
};

const DATE = /(?<![\d/.-])(?:0?[1-9]|1[0-2])([/-])(?:0?[1-9]|[12]\d)\1(?:20)?1\d(?![\d/-])/g;

export const SLOT_PLANTS: readonly Plant[] = [
  {
    code: 'slot.case-number',
    name: 'a letter for a digit in the case number',
    // On a cover page, where another number stands in the case table.
    others: ['structure.case-number'],
    plant: ({ header }, random) => {
      const printed = header?.fields.caseNumber?.printed;
      const isForm = printed && /^CM\d\d-\d{7}$/.test(printed.value);
      return isForm ? put(printed.span, `CM${lettered(printed.value.slice(2), random)}`) : null;
    },
  },
  inProse('slot.date-letter', 'a letter for a digit in a date', DATE, lettered),
  inProse('slot.date-space', 'a blank in a date', DATE, (date) => date.replace(/([/-])(?=\d+$)/, '$1 ')),
  inProse('slot.date-joined', 'a hyphen lost from a date', /(?<![\d/.-])\d\d-\d\d-20\d\d(?![\d/-])/g, (date) =>
    date.replace(/-(?=\d{4}$)/, ''),
  ),
  inProse('slot.date-impossible', 'a month 13 to 19', DATE, (date) => date.replace(/^\d+/, '19'), false),
  inProse(
    'slot.date-impossible',
    'a year of another century',
    /(?<=\d[/-]\d{1,2}[/-])20\d\d\b/g,
    (year) => `21${year.slice(2)}`,
    false,
  ),
  inProse('slot.age', 'a letter for a digit in the age', /\d\d(?=[ -]years?[ -]old)/g, lettered),
  inProse('slot.dose', 'a letter for a digit in a dose', /(?<![\d./])\d{2,3}(?= ?mg\b)/g, lettered),
  inProse('slot.unit', 'a damaged unit', /(?<=\d ?)mg\b/g, (_, random) => random.pick(['rng', 'mq', 'nig']) ?? ''),
  inProse('slot.quantity', 'a letter for a digit in a quantity', /(?<=#)\d{2,3}\b/g, lettered),
  inProse('slot.page', 'a letter for a digit in a page', /(?<=Page\(s\): )\d{2,3}\b/g, lettered),
  inProse('slot.spine-level', 'a letter for a digit in a level', /\bL4-5\b/g, () => 'L4-S'),
  inProse('slot.spine-level', 'a letter for a digit in a level with its part', /\bL5-S1\b/g, () => 'L5-Sl'),
  inProse('slot.spine-level', 'a level that the spine has not', /\bL[34]-5\b/g, () => 'L4-6', false),
];
