import { type Resolution, resolve } from '../facts/index.ts';
import type { Citation } from './model.ts';

const MEANINGS = new WeakMap<Citation, Resolution | null>();

/**
 * What a citation refers to, without regard to dates; null where the tables do not know. Looked up when first asked for
 * and kept with the citation, for every reader alike: the record, the outline, hovers, definitions, checks.
 */
export const meaningOf = (citation: Citation): Resolution | null => {
  const known = MEANINGS.get(citation);
  if (known !== undefined) return known;
  const { scheme, guideline, year, sections, text } = citation;
  const meaning = resolve({
    scheme,
    guideline: guideline?.value ?? null,
    year: year?.value ?? null,
    sections: sections.map(({ value }) => value),
    text,
  });
  MEANINGS.set(citation, meaning);
  return meaning;
};

/** Identifier of the fact that a citation refers to (`facts/`), or null. */
export const entryOf = (citation: Citation): string | null => meaningOf(citation)?.entry ?? null;
