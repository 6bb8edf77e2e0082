import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Span } from '../../text/span.ts';
import type { Check, Fix, Found } from '../check.ts';
import { perLetter } from '../per-letter.ts';
import { tokensOf } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { isDate, isDay, isYear, latestYear, namedDates, numericDates } from './dates.ts';

/**
 * A day or a year that does not exist or that no letter can speak of.
 *
 *     13/25/2016        2/30/15        10/14/2106        June 20216
 *
 * Offers what it may have been: month and day changed, or two digits of the year, or one digit less.
 */
export const slotDateImpossible: Check = {
  code: 'slot.date-impossible',
  title: 'A date does not exist, or no letter can speak of its year.',
  severity: 'warning',
  category: 'slot',
  run: (letter) => impossibleIn(letter).map(foundOf),
  fixes: ({ span }, letter) =>
    flatMap(
      impossibleIn(letter).filter(
        (each) => each.readings.length > 1 && each.span.start === span.start && each.span.end === span.end,
      ),
      fixesOf,
    ),
};

interface Impossible {
  readonly span: Span;
  readonly printed: string;
  readonly readings: readonly string[];
}

const impossibleIn = perLetter((letter: Letter): readonly Impossible[] => [
  ...numbersIn(letter),
  ...namesIn(letter),
  ...fieldsIn(letter),
]);

const foundOf = ({ span, printed, readings }: Impossible): Found => {
  const [reading, ...more] = readings;
  const guess = reading === undefined ? '' : `: ${readings.map(quoted).join(' or ')} may be meant`;
  const message = `${quoted(printed)} is no date that a letter can speak of${guess}.`;
  return { span, message, ...(reading !== undefined && more.length === 0 && { reading }) };
};

const fixesOf = ({ span, readings }: Impossible): readonly Fix[] =>
  readings.map((text) => ({ title: `Change to ${quoted(text)}`, edits: [{ span, text }], preferred: false }));

const DIGITS = /^\d+$/;

const numbersIn = (letter: Letter): readonly Impossible[] =>
  flatMap(numericDates(letter), ({ span, parts, separator, spaced }) => {
    const [month, day, year] = parts;
    if (spaced || isDay(month, day, year) || !parts.every((part) => DIGITS.test(part))) return [];
    if (year.length === 2 && isMeasured(letter, span)) return [];
    const printed = parts.join(separator);
    const readings = readingsOf(letter, month, day, year, separator);
    // Two digits at the end may be anything, such as the shares of a compound, unless a day that exists is near.
    const isSure = year.length === 4 || (year.length === 2 && (isNear(month, day) || isCalled(letter, span)));
    return isSure || readings.length > 0 ? [{ span, printed, readings }] : [];
  });

/** Three readings of the strength of a hand or of a weight: `Jamar 20/12/14`, `14/12/14 kg`. */
const isMeasured = ({ text }: Letter, { start, end }: Span): boolean => {
  const before = text.slice(Math.max(0, start - LONGEST_MEASURE), start);
  return (
    /\b(?:jamar|grip|pinch|dynamomet(?:er|ry)|strength)\b[^.;]*$/i.test(before) ||
    /^\s{0,2}(?:kgs?|lbs?|pounds|kilograms)\b/i.test(text.slice(end, end + LONGEST_CUE))
  );
};
const LONGEST_MEASURE = 70;

/** The word before it says that it is a date. */
const isCalled = ({ text }: Letter, { start }: Span): boolean =>
  /\b(?:on|dated|date|from|since|updated|until|accessed)\s{1,3}$/i.test(
    text.slice(Math.max(0, start - LONGEST_CUE), start),
  );
const LONGEST_CUE = 12;

/** A month that exists with a day that nearly does, or the two changed. */
const isNear = (month: string, day: string): boolean =>
  (Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 28 && Number(day) <= 31) ||
  (Number(day) >= 1 && Number(day) <= 12 && Number(month) >= 13 && Number(month) <= 31);

const readingsOf = (letter: Letter, month: string, day: string, year: string, separator: string): readonly string[] => {
  const turned = [day, month, year].join(separator);
  if (Number(month) > 12 && isDate(turned)) return [turned];
  return yearsNear(letter, year)
    .map((each) => [month, day, each].join(separator))
    .filter(isDate);
};

/** Years up to the letter's own that a year becomes when two digits change places or one that is too many goes. */
const yearsNear = (letter: Letter, year: string): readonly string[] => {
  if (isYear(year)) return [];
  const near = Array.from(year, (_, at) =>
    year.length === 5
      ? year.slice(0, at) + year.slice(at + 1)
      : year.slice(0, at) + year.slice(at + 1, at + 2) + year.charAt(at) + year.slice(at + 2),
  );
  return [...new Set(near)].filter((each) => isYear(each) && Number(each) <= latestYear(letter));
};

const namesIn = (letter: Letter): readonly Impossible[] => {
  const { text } = tokensOf(letter);
  return flatMap(namedDates(letter), ({ span, yearSpan, month, day, year }) => {
    if (!isYear(year)) {
      const printed = text.slice(yearSpan.start, yearSpan.end);
      return [{ span: yearSpan, printed, readings: yearsNear(letter, year) }];
    }
    if (day === null || isDay(month, day, year)) return [];
    return [{ span, printed: `${month} ${day}, ${year}`, readings: [] }];
  });
};

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4,5})$/;

/** Dates of the case table. */
const fieldsIn = (letter: Letter): readonly Impossible[] =>
  flatMap(Object.values(letter.header?.fields ?? {}), ({ printed, value }) => {
    if (value !== null && isYear(value.slice(0, 4))) return [];
    const [whole, month = '', day = '', year = ''] = SLASHED.exec(printed?.value ?? '') ?? [];
    if (!printed || whole === undefined || isDate(whole)) return [];
    return [{ span: printed.span, printed: whole, readings: readingsOf(letter, month, day, year, '/') }];
  });
