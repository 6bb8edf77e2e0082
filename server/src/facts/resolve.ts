import { type EditionAt, editionAt } from './editions.ts';
import type { Pages } from './fact.ts';
import {
  editionOfYear,
  type Guideline,
  guideline,
  guidelinesNear,
  guidelinesTitled,
  type Label,
  matchChapterAt,
} from './guidelines.ts';
import { odgChapters } from './odg.ts';
import { type Regulation, sectionOfRegulation } from './regulations.ts';
import { resolveTopics, type TopicResolution } from './resolve-topic.ts';
import { type OtherSource, sourcesIn } from './sources.ts';
import { topic } from './topics.ts';

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
  /** The edition in force on the date asked about; null without a date or outside the schedule. */
  readonly edition: EditionAt | null;
  /** Identifiers of other readings. */
  readonly alternatives: readonly string[];
}

export type { Pages, TopicResolution };

/**
 * What a citation refers to, or null where the tables do not know. With an ISO `date` the edition in force on that day
 * comes along. Pure; never throws.
 */
export const resolve = (citation: CitationParts, date: string | null = null): Resolution | null => {
  switch (citation.scheme) {
    case 'MTUS':
      return ofSchedule(citation, date) ?? ofRegulation(citation);
    case 'ODG':
      return ofOdg(citation);
    case 'ACOEM':
      return ofAcoem(citation, date);
    case 'other':
      return ofSource(citation);
  }
};

const NOTHING = {
  guideline: null,
  regulation: null,
  source: null,
  topics: [],
  doubt: null,
  edition: null,
  alternatives: [],
};

interface Titled {
  readonly labels: readonly Label[];
  /** The known title where the printed one only comes near to it. */
  readonly near: string | null;
}

const titled = (title: string): Titled | null => {
  const labels = guidelinesTitled(title);
  if (labels.length > 0) return { labels, near: null };
  const start = matchChapterAt(title, 0);
  if (start) return { labels: guidelinesTitled(start.title), near: null };
  const near = guidelinesNear(title);
  return near && { labels: near.labels, near: near.title };
};

const ofSchedule = (citation: CitationParts, date: string | null): Resolution | null => {
  const found = citation.guideline === null ? null : titled(citation.guideline);
  const label = found && editionOfYear(found.labels, citation.year);
  if (!found || !label) return null;
  const { guideline } = label;
  const topics = resolveTopics(citation.sections, guideline.id);
  const [only] = topics;
  const entry = (topics.length === 1 && only?.topic?.id) || guideline.id;
  const others = found.labels.filter((other) => other.guideline !== guideline && citation.year === null);
  return {
    ...NOTHING,
    entry,
    guideline,
    topics,
    how: worst(howTitled(citation, found, guideline), entry === guideline.id ? null : (only?.how ?? null)),
    doubt: doubtOf(citation, found, guideline) ?? (entry === guideline.id ? null : (only?.doubt ?? null)),
    edition: date === null ? null : editionAt(guideline.id, date),
    alternatives: [...others.map((other) => other.guideline.id), ...(only?.alternatives ?? [])],
  };
};

const ORDER: readonly How[] = ['exact', 'alias', 'near'];
const worst = (a: How, b: How | null): How => (b && ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a);

const howTitled = (citation: CitationParts, found: Titled, guideline: Guideline): How => {
  if (found.near !== null) return 'near';
  const own = guidelinesTitled(citation.guideline ?? '').some(
    (label) => label.guideline === guideline && label.title === guideline.title,
  );
  return own && citation.year !== null && guideline.years.includes(citation.year) ? 'exact' : 'alias';
};

const doubtOf = ({ year }: CitationParts, found: Titled, guideline: Guideline): string | null => {
  if (found.near !== null) return `The schedule has no chapter of this title; “${found.near}” comes nearest.`;
  if (year !== null && !guideline.years.includes(year)) return `No edition of ${String(year)} is known.`;
  return null;
};

/** `MTUS 9792.20f`: a section of the regulations instead of a guideline. */
const ofRegulation = ({ guideline, text }: CitationParts): Resolution | null => {
  const regulation = sectionOfRegulation(guideline ?? text);
  return regulation && { ...NOTHING, entry: `ccr/${regulation.id}`, regulation, how: 'exact' };
};

const ofOdg = ({ text }: CitationParts): Resolution | null => {
  const [first, ...rest] = odgChapters(text);
  if (!first) return null;
  const { chapter, topicIds } = first;
  const topics = topicIds.flatMap((id): TopicResolution[] => {
    const found = topic(id);
    return found
      ? [{ printed: found.title, topic: found, pages: null, how: 'exact', doubt: null, alternatives: [] }]
      : [];
  });
  return {
    ...NOTHING,
    entry: (topicIds.length === 1 && rest.length === 0 && topicIds[0]) || chapter.id,
    guideline: chapter,
    topics,
    how: 'alias',
    alternatives: rest.map((other) => other.chapter.id),
  };
};

/** ACOEM cited outside the schedule: the book or edition that the text names first, else its chapter. */
const ofAcoem = (citation: CitationParts, date: string | null): Resolution | null => {
  const { text, year } = citation;
  const found: string[] = [];
  let start = true;
  for (let at = 0; at < text.length; at++) {
    const match = start ? matchChapterAt(text, at) : null;
    if (match) {
      const label = editionOfYear(guidelinesTitled(match.title), year);
      found.push(label?.guideline.id ?? match.guidelineId);
      at += match.length - 1;
    }
    start = !/[\p{L}\p{N}]/u.test(text.charAt(at));
  }
  const [entry, ...rest] = [...new Set(found)];
  const label = entry === undefined ? null : guideline(entry);
  if (entry === undefined || !label) return null;
  return {
    ...NOTHING,
    entry,
    guideline: label,
    how: 'alias',
    edition: date === null ? null : editionAt(entry, date),
    alternatives: rest,
  };
};

const ofSource = ({ text }: CitationParts): Resolution | null => {
  const [source, ...rest] = sourcesIn(text);
  return source
    ? {
        ...NOTHING,
        entry: `source/${source.id}`,
        source,
        how: 'alias',
        alternatives: rest.map(({ id }) => `source/${id}`),
      }
    : null;
};
