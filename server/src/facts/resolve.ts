import { chapterNear, chapterTitleAt, editionOfYear, type Label } from './chapters.ts';
import { type EditionAt, editionAt } from './editions.ts';
import { editionsOf, type Guideline } from './guidelines.ts';
import type { NearTitle } from './near.ts';
import { odgChapters } from './odg.ts';
import { scanWords } from './phrases.ts';
import { type Regulation, sectionOfRegulation } from './regulations.ts';
import { resolveTopics, type TopicResolution } from './resolve-topic.ts';
import { type OtherSource, sourcesIn } from './sources.ts';

/** The parts of a citation, as the letter prints them. */
export interface CitationParts {
  readonly scheme: 'MTUS' | 'ODG' | 'ACOEM' | 'other';
  /** The guideline's or chapter's title without the year. */
  readonly guideline: string | null;
  readonly year: number | null;
  readonly sections: readonly string[];
  /** The whole citation. */
  readonly text: string;
}

/** exact: the title itself; alias: another title in print; near: not a known title, but one comes near to it. */
export type How = 'exact' | 'alias' | 'near';

/** What a citation means. One of `guideline`, `regulation` and `source` is not null. */
export interface Resolution {
  /** The topic's identifier where the citation names one topic, else the guideline's, regulation's or source's. */
  readonly entry: string;
  readonly guideline: Guideline | null;
  readonly regulation: Regulation | null;
  readonly source: OtherSource | null;
  /** One for each section printed, in order, unknown ones included. */
  readonly topics: readonly TopicResolution[];
  readonly how: How;
  /** In a sentence, what speaks against the reading; null where nothing does. */
  readonly doubt: string | null;
  /** The chapter's known title that the printed one comes near to, where it is not known itself. */
  readonly near: NearTitle | null;
  /** The edition in force on the date asked about; null without a date or outside the schedule. */
  readonly edition: EditionAt | null;
  /** Identifiers of other readings. */
  readonly alternatives: readonly string[];
}

export type { TopicResolution };

/**
 * What a citation refers to, or null where the tables do not know. With an ISO `date` the edition in force on that day
 * comes along. Pure; never throws.
 */
export const resolve = (citation: CitationParts, date: string | null = null): Resolution | null => {
  const found = undated(citation);
  return found && date !== null ? onDate(found, date) : found;
};

/** A resolution with the edition in force on an ISO date; the Official Disability Guidelines have none. */
export const onDate = (found: Resolution, date: string): Resolution =>
  found.guideline && found.guideline.scheme !== 'ODG'
    ? { ...found, edition: editionAt(found.guideline.id, date) }
    : found;

const undated = (citation: CitationParts): Resolution | null => {
  switch (citation.scheme) {
    case 'MTUS':
      return ofSchedule(citation) ?? ofRegulation(citation);
    case 'ODG':
      return ofOdg(citation);
    case 'ACOEM':
      return ofAcoem(citation);
    case 'other':
      return ofSource(citation);
  }
};

interface Titled {
  readonly labels: readonly Label[];
  /** Where it is not the printed title, only near to it. */
  readonly near: NearTitle | null;
}

const titled = (title: string): Titled | null => {
  const known = chapterTitleAt(title, 0);
  return known ? { labels: known.labels, near: null } : chapterNear(title);
};

const ofSchedule = (citation: CitationParts): Resolution | null => {
  const found = citation.guideline === null ? null : titled(citation.guideline);
  const label = found && editionOfYear(found.labels, citation.year);
  if (!found || !label) return null;
  const { guideline } = label;
  const topics = resolveTopics(citation.sections, guideline.id);
  const only = topics.length === 1 && topics[0]?.topic ? topics[0] : null;
  return {
    entry: only?.topic?.id ?? guideline.id,
    guideline,
    regulation: null,
    source: null,
    topics,
    how: worst(howTitled(citation, found, label), only?.how ?? null),
    doubt: doubtOf(citation, found, label) ?? only?.doubt ?? null,
    near: found.near,
    edition: null,
    alternatives: otherEditions(citation.year, found, guideline).map(({ id }) => id),
  };
};

/** Without a year, the other editions of the title; with one that no edition of the title bears, the chapter's of that year. */
const otherEditions = (year: number | null, found: Titled, chosen: Guideline): readonly Guideline[] => {
  if (year === null) return found.labels.map(({ guideline }) => guideline).filter((guideline) => guideline !== chosen);
  return chosen.years.includes(year) ? [] : editionsOf(chosen.series).filter(({ years }) => years.includes(year));
};

const ORDER: readonly How[] = ['exact', 'alias', 'near'];
const worst = (a: How, b: How | null): How => (b && ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a);

const howTitled = ({ year }: CitationParts, found: Titled, { title, guideline }: Label): How => {
  if (found.near) return 'near';
  return title === guideline.title && year !== null && guideline.years.includes(year) ? 'exact' : 'alias';
};

const doubtOf = ({ year }: CitationParts, found: Titled, { title, guideline }: Label): string | null => {
  if (found.near) return `The schedule has no chapter of this title; “${title}” comes nearest.`;
  if (year !== null && !guideline.years.includes(year)) return `No edition of ${String(year)} is known.`;
  return null;
};

/** `MTUS 9792.20f`: a section of the regulations instead of a guideline. */
const ofRegulation = ({ guideline, text }: CitationParts): Resolution | null => {
  const regulation = sectionOfRegulation(guideline ?? text);
  if (!regulation) return null;
  return {
    entry: `ccr/${regulation.id}`,
    guideline: null,
    regulation,
    source: null,
    topics: [],
    how: 'exact',
    doubt: null,
    near: null,
    edition: null,
    alternatives: [],
  };
};

const ofOdg = ({ text }: CitationParts): Resolution | null => {
  const [first, ...rest] = odgChapters(text);
  if (!first) return null;
  const { chapter, own, topics } = first;
  const only = topics.length === 1 && rest.length === 0 ? topics[0] : null;
  return {
    entry: only?.id ?? chapter.id,
    guideline: chapter,
    regulation: null,
    source: null,
    topics: topics.map((topic) => ({
      printed: topic.title,
      topic,
      pages: null,
      how: 'exact',
      doubt: null,
      near: null,
      alternatives: [],
    })),
    how: own ? 'exact' : 'alias',
    doubt: null,
    near: null,
    edition: null,
    alternatives: rest.map((other) => other.chapter.id),
  };
};

/** ACOEM cited outside the schedule: the book, edition or chapter that the text names first. */
const ofAcoem = ({ text, year }: CitationParts): Resolution | null => {
  const found = new Set<Guideline>();
  scanWords(text, 0, (at) => {
    const match = chapterTitleAt(text, at);
    const label = match && editionOfYear(match.labels, year);
    if (label) found.add(label.guideline);
    return match?.end ?? at;
  });
  const [guideline, ...rest] = found;
  if (!guideline) return null;
  return {
    entry: guideline.id,
    guideline,
    regulation: null,
    source: null,
    topics: [],
    how: 'alias',
    doubt: null,
    near: null,
    edition: null,
    alternatives: rest.map(({ id }) => id),
  };
};

const ofSource = ({ text }: CitationParts): Resolution | null => {
  const [source, ...rest] = sourcesIn(text);
  if (!source) return null;
  return {
    entry: `source/${source.id}`,
    guideline: null,
    regulation: null,
    source,
    topics: [],
    how: 'alias',
    doubt: null,
    near: null,
    edition: null,
    alternatives: rest.map(({ id }) => `source/${id}`),
  };
};
