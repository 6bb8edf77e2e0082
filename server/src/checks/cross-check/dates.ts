const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const NAMED = /^([A-Z][a-z]+) \d{1,2}, \d{4}$/;

/** An ISO date in the style of a printed one; null where that has a style of its own. */
export const printedLike = (printed: string, iso: string): string | null => {
  const [year = '', month = '', day = ''] = iso.split('-');
  const numeric = NUMERIC.exec(printed);
  if (numeric) {
    const [, m = '', mark = '', d = '', y = ''] = numeric;
    // `4` stays short and `04` long; of `12` there is no telling, and it is printed as the others are.
    const padded = m.startsWith('0') || d.startsWith('0') || (m.length === 2 && d.length === 2);
    const short = (part: string): string => (padded ? part : String(Number(part)));
    return [short(month), short(day), y.length === 2 ? year.slice(2) : year].join(mark);
  }
  const named = NAMED.exec(printed);
  return named && MONTHS.includes(named[1] ?? '') ? `${MONTHS[Number(month) - 1] ?? ''} ${Number(day)}, ${year}` : null;
};
