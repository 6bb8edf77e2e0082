import { onDate, type Resolution } from '../../facts/index.ts';
import { meaningOf } from '../../letter/meaning.ts';
import type { Citation } from '../../letter/model.ts';
import type { GoverningDate } from './dates.ts';

/** What a citation of the letter refers to, seen from the letter's own date; null where the tables do not know. */
export const resolved = (citation: Citation, date: GoverningDate | null): Resolution | null => {
  const meaning = meaningOf(citation);
  return meaning && date ? onDate(meaning, date.iso) : meaning;
};
