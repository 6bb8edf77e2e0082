import { type CitationParts, type Resolution, resolve } from '../facts/index.ts';
import type { Citation } from './model.ts';

/** Letters cite the same few hundred things over and over, and an edit leaves nearly all of them as they are. */
const RECENT = new Map<string, Resolution | null>();
const MOST_RECENT = 2000;
/** Longer ones seldom come again, and would fill the memory. */
const LONGEST_KEY = 400;

/**
 * What a citation refers to, without regard to dates; null where the tables do not know. The same for every reader: the
 * record, the outline, hovers, definitions, checks.
 */
export const meaningOf = (citation: Citation): Resolution | null => {
  const parts = partsOf(citation);
  const key = keyOf(parts);
  if (key.length > LONGEST_KEY) return resolve(parts);
  const known = RECENT.get(key);
  if (known !== undefined) return known;
  const meaning = resolve(parts);
  if (RECENT.size >= MOST_RECENT) RECENT.clear();
  RECENT.set(key, meaning);
  return meaning;
};

const partsOf = ({ scheme, guideline, year, sections, text }: Citation): CitationParts => ({
  scheme,
  guideline: guideline?.value ?? null,
  year: year?.value ?? null,
  sections: sections.map(({ value }) => value),
  text,
});

/** All that a resolution depends on: of a titled chapter of the schedule not the words around it. */
const keyOf = ({ scheme, guideline, year, sections, text }: CitationParts): string =>
  scheme === 'MTUS' && guideline !== null
    ? [scheme, guideline, year, ...sections].join('\n')
    : [scheme, year, text].join('\n');

/** Identifier of the fact that a citation refers to (`facts/`), or null. */
export const entryOf = (citation: Citation): string | null => meaningOf(citation)?.entry ?? null;
