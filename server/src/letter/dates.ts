/** A date as found in running text: [start, end) in that text, and its ISO form, null where no such day exists. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';

/**
 * One row a style. The named groups are the parts; a blank may have slipped in beside a separator. The last row is a
 * numeric date whose second hyphen an extraction dropped at a line end (`10-28-` / `2016`).
 */
const STYLES = [
  String.raw`(?<y0>\d{4})-(?<m0>\d{2})-(?<d0>\d{2})`,
  String.raw`(?<m1>\d{1,2}) ?[/.-] ?(?<d1>\d{1,2}) ?[/.-] ?(?<y1>\d{4}|\d{2})`,
  String.raw`(?<m2>${MONTH})\.? ?(?<d2>\d{1,2})(?:st|nd|rd|th)?,? ?(?<y2>\d{4})`,
  String.raw`(?<d3>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<m3>${MONTH})\.?,? (?<y3>\d{4})`,
  String.raw`(?<m4>\d{1,2})[/-](?<d4>\d{2})(?<y4>\d{4})`,
];
const DATE = new RegExp(String.raw`(?<![\d/.-])(?:${STYLES.join('|')})(?!\d|[/-]\d)`, 'gi');

/** Years of two digits up to this one are of this century. */
const PIVOT = 49;

const isoDate = (year: string, month: string, day: string): string | null => {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  const m = named >= 0 ? named + 1 : Number(month);
  const d = Number(day);
  const y = year.length === 2 ? Number(year) + (Number(year) <= PIVOT ? 2000 : 1900) : Number(year);
  if (m < 1 || m > 12 || d < 1 || y < 1900 || y > 2099) return null;
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (d > last) return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
};

const read = (match: RegExpMatchArray): FoundDate => {
  const groups = match.groups ?? {};
  const style = STYLES.findIndex((_, i) => groups[`y${i}`] !== undefined);
  const [y = '', m = '', d = ''] = ['y', 'm', 'd'].map((part) => groups[`${part}${style}`] ?? '');
  const start = match.index ?? 0;
  return { start, end: start + match[0].length, value: isoDate(y, m, d) };
};

/** Every complete calendar date in the text, in order; month and year alone are no date. */
export const findDates = (text: string): readonly FoundDate[] => Array.from(text.matchAll(DATE), read);

/** The ISO form of a text that is one date and nothing else; null otherwise. */
export const readDate = (text: string): string | null => {
  const trimmed = text.trim();
  if (trimmed.length > 40) return null;
  const [first] = findDates(trimmed);
  return first && first.start === 0 && first.end === trimmed.length ? first.value : null;
};
