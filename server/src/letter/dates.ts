import { matchesOf } from '../text/matching.ts';

/** A date as found in running text: [start, end) in that text, and its ISO form, null where no such day exists. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';

/** The groups of a style that hold year, month and day. */
interface Style {
  readonly pattern: string;
  readonly parts: readonly [year: number, month: number, day: number];
}

/**
 * One row a style; a blank may have slipped in beside a separator. The last rows are numeric dates of which an extraction
 * dropped a hyphen at a line end: the second (`10-28-` / `2016`), or the first (`10-` / `28-2016`) where one reading is left.
 */
const STYLES: readonly Style[] = [
  { pattern: String.raw`(\d{4})-(\d{2})-(\d{2})`, parts: [0, 1, 2] },
  { pattern: String.raw`(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})`, parts: [2, 0, 1] },
  { pattern: String.raw`(${MONTH})\.? ?(\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4})`, parts: [2, 0, 1] },
  { pattern: String.raw`(\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})\.?,? (\d{4})`, parts: [2, 1, 0] },
  { pattern: String.raw`(\d{1,2})[/-](\d{2})(\d{4})`, parts: [2, 0, 1] },
  { pattern: String.raw`(\d{1,2})-(\d)((?:19|20)\d{2})`, parts: [2, 0, 1] },
  { pattern: String.raw`(0[1-9]|1[0-2]|[2-9])([0-2]\d|3[01])-((?:19|20)\d{2})`, parts: [2, 0, 1] },
];
const DATE = new RegExp(
  String.raw`(?<![\d/.-])(?:${STYLES.map(({ pattern }) => pattern).join('|')})(?!\d|/\d|-\d(?!\d?/\d))`,
  'gi',
);
/** Numbers alone, as in the case table: the style that needs no search. */
const NUMBERS = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/;

/** Years of two digits up to this one are of this century. */
const PIVOT = 49;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The ISO form of a day whose parts are printed so, the month as a number or by its name; null where there is no such day. */
export const isoOf = (year: string, month: string, day: string): string | null => {
  const m = isNumber(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const d = Number(day);
  const y = year.length === 2 ? Number(year) + (Number(year) <= PIVOT ? 2000 : 1900) : Number(year);
  // What is no number is neither within the bounds nor outside of them.
  if (!(m >= 1 && d >= 1 && d <= (DAYS[m - 1] ?? 0) && y >= 1900 && y <= 2099)) return null;
  if (m === 2 && d === 29 && (y % 4 !== 0 || y === 1900)) return null;
  return `${y}-${m < 10 ? '0' : ''}${m}-${d < 10 ? '0' : ''}${d}`;
};

const isNumber = (text: string): boolean => text.charCodeAt(0) <= 57;

const read = (match: RegExpMatchArray): FoundDate => {
  const first = match.findIndex((group, i) => i > 0 && group !== undefined);
  const style = STYLES[(first - 1) / 3];
  const [y = '', m = '', d = ''] = style?.parts.map((part) => match[first + part] ?? '') ?? [];
  const start = match.index ?? 0;
  return { start, end: start + match[0].length, value: isoOf(y, m, d) };
};

/** Every complete calendar date in the text, in order; month and year alone are no date. */
export const findDates = (text: string): readonly FoundDate[] => {
  return matchesOf(DATE, text).map((match) => read(match));
};

/** The first date at or behind an offset, or null. */
export const dateFrom = (text: string, offset: number): FoundDate | null => {
  DATE.lastIndex = offset;
  const match = DATE.exec(text);
  return match && read(match);
};

/** The ISO form of a text that is one date and nothing else; null otherwise. */
export const readDate = (text: string): string | null => {
  const numbers = NUMBERS.exec(text);
  if (numbers) return isoOf(numbers[4] ?? '', numbers[1] ?? '', numbers[3] ?? '');
  const trimmed = text.length > 60 ? text : text.trim();
  if (trimmed.length > 40) return null;
  const first = dateFrom(trimmed, 0);
  return first && first.start === 0 && first.end === trimmed.length ? first.value : null;
};
