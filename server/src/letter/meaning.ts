import { type CitationParts, type Resolution, resolve } from '../facts/index.ts';
import type { Citation } from './model.ts';

const MEANINGS = new WeakMap<Citation, Resolution | null>();

/**
 * What a citation refers to, without regard to dates; null where the tables do not know. Looked up when first asked for
 * and kept with the citation, for every reader alike: the record, the outline, hovers, definitions, checks.
 */
export const meaningOf = (citation: Citation): Resolution | null => {
  const known = MEANINGS.get(citation);
  if (known !== undefined) return known;
  const meaning = looked(partsOf(citation));
  MEANINGS.set(citation, meaning);
  return meaning;
};

const partsOf = ({ scheme, guideline, year, sections, text }: Citation): CitationParts => ({
  scheme,
  guideline: guideline?.value ?? null,
  year: year?.value ?? null,
  sections: sections.map(({ value }) => value),
  text,
});

/** Letters cite the same few hundred things over and over, and an edit leaves nearly all of them as they are. */
const RECENT = new Map<string, Resolution | null>();
const MOST_RECENT = 2000;
/** Longer ones seldom come again, and would fill the memory. */
const LONGEST_KEY = 400;

const looked = (parts: CitationParts): Resolution | null => {
  const key = keyOf(parts);
  if (key.length > LONGEST_KEY) return resolve(parts);
  const known = RECENT.get(key);
  if (known !== undefined) return known;
  const meaning = resolve(parts);
  if (RECENT.size >= MOST_RECENT) RECENT.clear();
  RECENT.set(key, meaning);
  return meaning;
};

/** All that a resolution depends on: of a titled chapter of the schedule not the words around it. */
const keyOf = ({ scheme, guideline, year, sections, text }: CitationParts): string =>
  scheme === 'MTUS' && guideline !== null
    ? [scheme, guideline, year, ...sections].join('\n')
    : [scheme, year, text].join('\n');

/** Identifier of the fact that a citation refers to (`facts/`), or null. */
export const entryOf = (citation: Citation): string | null => meaningOf(citation)?.entry ?? null;
