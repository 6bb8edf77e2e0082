import type { FoundMark } from './marks.ts';
import { FORMAT_IDS, type FormatId, type Reviewer } from './model.ts';

/** Two headings or labels of a format must be there before a letter counts as of it: one word proves nothing. */
const FEWEST_MARKS = 2;

/**
 * The format whose headings and labels a letter mostly has, however often it repeats them. The 2014 and 2015 forms share all but the reviewer's
 * qualifications, so these decide between them.
 */
export const formatOf = (marks: readonly FoundMark[], reviewer: Reviewer | null): FormatId => {
  const rows = new Set(marks.map(({ row }) => row));
  if (rows.size < FEWEST_MARKS) return 'unknown';
  let best: FormatId = 'unknown';
  let most = 0;
  for (const format of FORMAT_IDS) {
    let count = format === 'prose-2014' && reviewer?.form === 'prose' ? 0.25 : 0;
    // A mark that fewer formats share says more.
    for (const { formats } of rows) if (formats.includes(format)) count += 1 / formats.length;
    if (count > most) [best, most] = [format, count];
  }
  return best;
};
