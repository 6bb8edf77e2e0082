import { type Resolution, resolve } from '../../facts/index.ts';
import type { Citation } from '../../letter/model.ts';
import type { GoverningDate } from './dates.ts';

/** What a citation of the letter refers to, seen from the letter's own date; null where the tables do not know. */
export const resolved = (citation: Citation, date: GoverningDate | null): Resolution | null =>
  resolve(
    {
      scheme: citation.scheme,
      guideline: citation.guideline?.value ?? null,
      year: citation.year?.value ?? null,
      sections: citation.sections.map(({ value }) => value),
      text: citation.text,
    },
    date?.iso ?? null,
  );
