import { numberMeant } from '../../facts/readings.ts';
import { isoOf, readDate } from '../../letter/dates.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { hashOf } from '../../text/hash.ts';
import { type Span, spanOf } from '../../text/span.ts';
import { notableIn } from '../notable.ts';
import { perLetter } from '../per-letter.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';

/** What looks like a date in numbers, be it one or not: `10/14/2016`, `l-25-08`, `10/14/ 2016`. */
export interface NumericDate {
  readonly span: Span;
  /** Month, day and year as printed. */
  readonly parts: readonly [string, string, string];
  readonly separator: string;
  /** A blank stands beside a separator, other than a line's end behind a hyphen. */
  readonly spaced: boolean;
  /** A page header or a blank line stands within. */
  readonly divided: boolean;
}

const SHORT = /^[\dOoQDlIiZzSsBGgqb]{1,2}$/;
const YEAR = /^(?:[\dOoQDlIiZzSsBGgqb]{4}|[\dOoQDlIiZzSsBGgqb]{2}|\d{5})$/;
const DIGITS = /^\d+$/;
const SEPARATOR = Gap.hyphen | Gap.slash;
const PLAIN = Gap.blank | Gap.line;

/** The separator between two tokens, where nothing but it and blanks stands there; else the empty text. */
const separatorBefore = ({ gaps, text, starts, ends }: Tokens, index: number): string => {
  const gap = gaps[index] ?? 0;
  if ((gap & SEPARATOR) === 0 || (gap & ~(SEPARATOR | PLAIN)) !== 0) return '';
  const printed = text.slice(ends[index - 1] ?? 0, starts[index] ?? 0).trim();
  return printed.length === 1 ? printed : '';
};

/** May a number begin here: not within a longer one? */
const isFree = ({ gaps, text, starts, kinds }: Tokens, index: number): boolean => {
  const gap = gaps[index] ?? 0;
  const isJoined = (gap & (Gap.blank | Gap.paired)) === 0 && gap !== 0 && kinds[index - 1] !== 0;
  return !isJoined && text.charAt((starts[index] ?? 0) - 1) !== '.';
};

/** Does the number go on behind its third part? A blank before the hyphen makes it the first day of a time. */
const goesOn = (tokens: Tokens, year: number): boolean => {
  const separator = separatorBefore(tokens, year + 1);
  return separator !== '' && (separator !== '-' || tokens.text.charAt(tokens.ends[year] ?? 0) !== ' ');
};

const dateAt = (tokens: Tokens, index: number): NumericDate | null => {
  const separator = separatorBefore(tokens, index + 1);
  if (separator === '' || separatorBefore(tokens, index + 2) !== separator) return null;
  if (goesOn(tokens, index + 2) || !isFree(tokens, index)) return null;
  const month = tokenText(tokens, index);
  const day = tokenText(tokens, index + 1);
  const year = tokenText(tokens, index + 2);
  if (!SHORT.test(month) || !SHORT.test(day) || !YEAR.test(year)) return null;
  const { starts, ends, text } = tokens;
  const span = spanOf(starts[index] ?? 0, ends[index + 2] ?? 0);
  const printed = text.slice(span.start, span.end);
  const unwrapped = separator === '-' ? printed.replace(/-[ \f]*\r?\n[ \f]*/g, '-') : printed;
  return {
    span,
    parts: [month, day, year],
    separator,
    spaced: /\s/.test(unwrapped),
    divided: unwrapped.length > month.length + day.length + year.length + MOST_BETWEEN,
  };
};
/** Two separators, and a blank and a line's end beside one of them. */
const MOST_BETWEEN = 6;

/** Every date in numbers of a letter's prose, in order. */
export const numericDates = perLetter((letter: Letter): readonly NumericDate[] => {
  const tokens = tokensOf(letter);
  const found: NumericDate[] = [];
  let done = -1;
  const { gaps, kinds } = tokens;
  for (const numeric of notableIn(letter).numeric) {
    if ((((gaps[numeric] ?? 0) | (gaps[numeric + 1] ?? 0)) & SEPARATOR) === 0) continue;
    // The first part may be letters alone: `l-25-08`.
    for (const index of kinds[numeric - 1] === Kind.digit ? [numeric] : [numeric - 1, numeric]) {
      if (index <= done) continue;
      const date = dateAt(tokens, index);
      if (!date) continue;
      found.push(date);
      done = index + 2;
      break;
    }
  }
  return found;
});

const MONTHS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec';
const MONTH_HASHES: ReadonlySet<number> = new Set(MONTHS.split(' ').map(hashOf));

/** A month by its name and the numbers behind it: `June 31, 2016`, `June 20216`. */
export interface NamedDate {
  readonly span: Span;
  readonly month: string;
  readonly day: string | null;
  readonly year: string;
  /** Where the year stands. */
  readonly yearSpan: Span;
}

/** The date of the month before the number at `index`. */
const namedAt = (tokens: Tokens, index: number): NamedDate | null => {
  const { starts, ends, gaps, kinds } = tokens;
  if (((gaps[index] ?? 0) & ~(PLAIN | Gap.stop)) !== 0) return null;
  const first = tokenText(tokens, index);
  const hasDay = /^\d{1,2}$/.test(first);
  const isYearBehind = kinds[index + 1] === Kind.digit && ((gaps[index + 1] ?? 0) & ~(PLAIN | Gap.comma)) === 0;
  if (hasDay && !isYearBehind) return null;
  const last = hasDay ? index + 1 : index;
  const year = tokenText(tokens, last);
  if (!/^\d{4,5}$/.test(year) || ((gaps[last + 1] ?? 0) & Gap.slash) !== 0) return null;
  const yearSpan = spanOf(starts[last] ?? 0, ends[last] ?? 0);
  const span = spanOf(starts[index - 1] ?? 0, yearSpan.end);
  return { span, month: tokenText(tokens, index - 1), day: hasDay ? first : null, year, yearSpan };
};

/** Every month by its name that a year follows, in order. */
export const namedDates = (letter: Letter): readonly NamedDate[] => {
  const tokens = tokensOf(letter);
  const { kinds, hashes } = tokens;
  return flatMap(
    notableIn(letter).numeric.filter(
      (index) => ((kinds[index - 1] ?? 0) & Kind.capital) !== 0 && MONTH_HASHES.has(hashes[index - 1] ?? 0),
    ),
    (index) => namedAt(tokens, index) ?? [],
  );
};

/** One part's digits; a part may be letters alone, as in `l-25-08`. */
const digitsMeant = (part: string): string => numberMeant(`1${part}`)?.slice(1) ?? part;

/** The date with digits for the letters in it; null where it has none, or where that makes no date. */
export const datesMeant = ({ parts, separator }: NumericDate): string | null => {
  if (parts.every((part) => DIGITS.test(part))) return null;
  const meant = parts.map(digitsMeant).join(separator);
  return isDate(meant) ? meant : null;
};

/** No letter speaks of a year before or behind these. */
const FIRST_YEAR = 1920;
const LAST_YEAR = 2039;
export const isYear = (year: string): boolean =>
  year.length === 2 || (year.length === 4 && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR);

/** Is it a day of the calendar, in a year that a letter may speak of? */
export const isDate = (printed: string): boolean =>
  readDate(printed) !== null && isYear(printed.split(/\D/).at(-1) ?? '');

/** The same of a day whose parts are printed so. */
export const isDay = (month: string, day: string, year: string): boolean =>
  isoOf(year, month, day) !== null && isYear(year);

/** The latest year that a letter names: what it speaks of lies before. */
export const latestYear = perLetter((letter: Letter): number => {
  const tokens = tokensOf(letter);
  const decided = Number(letter.header?.fields.decision?.printed?.value.slice(-4));
  let latest = Number.isInteger(decided) && isYear(String(decided)) ? decided : 0;
  if (latest > 0) return latest;
  for (const index of notableIn(letter).numeric) {
    const printed = tokenText(tokens, index);
    if (printed.length === 4 && isYear(printed)) latest = Math.max(latest, Number(printed));
  }
  return latest === 0 ? LAST_YEAR : latest;
});
