import type { FoundMark } from './marks.ts';
import { FORMAT_IDS, type FormatId, type Reviewer } from './model.ts';

/** Two headings or labels of a format must be there before a letter counts as of it: one word proves nothing. */
const FEWEST_MARKS = 2;
/** How often one mark may count: a letter repeats its labels in every issue. */
const MOST_OF_A_KIND = 1;

/**
 * The format whose headings and labels a letter mostly has. The 2014 and 2015 forms share all but the reviewer's
 * qualifications, so these decide between them.
 */
export const formatOf = (marks: readonly FoundMark[], reviewer: Reviewer | null): FormatId => {
  const counts = new Map<FormatId, number>();
  const seen = new Map<string, number>();
  for (const { row } of marks) {
    const times = (seen.get(row.id) ?? 0) + 1;
    seen.set(row.id, times);
    if (times > MOST_OF_A_KIND) continue;
    // A mark that fewer formats share says more.
    for (const format of row.formats) counts.set(format, (counts.get(format) ?? 0) + 1 / row.formats.length);
  }
  if (reviewer?.form === 'prose') counts.set('prose-2014', (counts.get('prose-2014') ?? 0) + 0.25);
  if (seen.size < FEWEST_MARKS) return 'unknown';
  let best: FormatId = 'unknown';
  for (const format of FORMAT_IDS) if ((counts.get(format) ?? 0) > (counts.get(best) ?? 0)) best = format;
  return best;
};
