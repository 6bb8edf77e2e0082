import {
  allGuidelines,
  type Guideline,
  guideline as guidelineOf,
  type Pages,
  type Resolution,
  sectionOfRegulation,
  type Topic,
  type TopicResolution,
  termsOf,
  topic as topicOf,
} from '../../facts/index.ts';
import type { Citation } from '../../letter/model.ts';
import { printable } from '../../text/printable.ts';
import type { CardLine, Piece } from '../card.ts';
import { editionName, type GoverningDate, inForceLine, whenLine } from './dates.ts';
import { termLine } from './figures.ts';
import { sureWords, topicFact } from './sure.ts';

const MOST_TOPICS = 3;
const MOST_ALTERNATIVES = 3;

/** A guideline with the topics that the citation names. At most twelve lines. */
export const guidelineLines = (
  citation: Citation,
  found: Resolution,
  guideline: Guideline,
  date: GoverningDate | null,
): readonly CardLine[] => {
  const topics = found.topics.flatMap(({ topic }) => (topic ? [topic] : []));
  return [
    titleLine(guideline),
    adoption(guideline),
    ...topicLines(citation, found.topics),
    whenLine(guideline),
    inForceLine(guideline, found.edition, date),
    doubts(found),
    alternatives(found, guideline, date),
    termLine(guideline),
    guideline.note ? [`Note: ${guideline.note}`] : [],
    [
      sureWords([
        { what: 'guideline', facts: [guideline] },
        { what: topics.some(({ pages }) => pages) ? 'pages' : 'topic', facts: topics.map(topicFact) },
        { what: 'figures', facts: termsOf(guideline.id) },
      ]),
    ],
  ];
};

/** `page 24`, `pages 76-80`. */
export const pageWords = ({ first, last }: Pages): string =>
  first === last ? `page ${first}` : `pages ${first}-${last}`;

/** The edition and the book it comes from. */
export const titleLine = (guideline: Guideline): CardLine => [{ strong: editionName(guideline) }, ...origin(guideline)];

const origin = ({ work, chapter, pages }: Guideline): readonly Piece[] => {
  const book = work && (chapter && !work.includes('chapter') ? `chapter ${chapter} of ${work}` : work);
  const parts = [book, pages && (pages.first === 1 ? `${pages.last} pages` : pageWords(pages))].filter(Boolean);
  return parts.length > 0 ? [`: ${parts.join(', ')}`] : [];
};

/** Which section of the regulations adopts it; of works outside of the schedule, which one says when they count. */
export const adoption = (guideline: Guideline): CardLine => {
  const { scheme, section, link } = guideline;
  if (scheme === 'MTUS') {
    if (!section) return [];
    const text = `8 CCR ${section}`;
    return ['Adopted into the Medical Treatment Utilization Schedule (MTUS) by ', link ? { text, url: link } : text];
  }
  const search = sectionOfRegulation('9792.21.1');
  const order: readonly Piece[] = search
    ? ['; for the order of search see ', { text: search.citation, url: search.link }]
    : [];
  if (chaptersAdopted(guideline))
    return ['The Medical Treatment Utilization Schedule (MTUS) adopted chapters of it', ...order];
  return ['Not part of the Medical Treatment Utilization Schedule (MTUS)', ...order];
};

/** Are chapters of this book in the schedule, though the book is not? */
const chaptersAdopted = ({ scheme, title }: Guideline): boolean =>
  scheme === 'ACOEM' &&
  allGuidelines().some(({ scheme: of, work }) => of === 'MTUS' && work?.startsWith(title) === true);

const topicLines = (citation: Citation, topics: readonly TopicResolution[]): readonly CardLine[] => {
  const shown = topics
    .slice(0, MOST_TOPICS)
    .map((topic) => topicLine(topic, topics.length === 1 ? citation.pages : []));
  const more = topics.length - shown.length;
  return [...shown, more > 0 ? [`and ${more} more`] : []];
};

const topicLine = ({ printed, topic, pages, how }: TopicResolution, cited: readonly Pages[]): CardLine => {
  const quoted = `“${printable(printed)}”`;
  if (pages) return [`${quoted}, in the place of a section, reads as ${pageWords(pages)}`];
  if (!topic) return [`Section ${quoted} is not known in this guideline`];
  const asPrinted = how === 'exact' ? '' : `, printed ${quoted}`;
  return [
    'Topic ',
    { strong: printable(topic.title) },
    `${topic.pages ? `, ${pageWords(topic.pages)}` : ''}${asPrinted}`,
    ...fit(topic, cited),
  ];
};

/** Do the cited pages lie within the topic's? Said only where they do not, and never as a certainty. */
const fit = ({ pages, pageTolerance }: Topic, cited: readonly Pages[]): readonly Piece[] => {
  if (!pages) return [];
  const outside = cited.filter(
    ({ first, last }) => last < pages.first - pageTolerance || first > pages.last + pageTolerance,
  );
  return outside.length > 0 ? [`; the cited ${outside.map(pageWords).join(', ')} may be another topic’s`] : [];
};

const doubts = ({ doubt, topics }: Resolution): CardLine => {
  const all = new Set([doubt, ...topics.map((topic) => topic.doubt)].filter((sentence) => sentence !== null));
  return all.size > 0 ? [`With care: ${printable([...all].join(' '), 300)}`] : [];
};

/** Editions that came after the letter are no reading of it. */
const alternatives = (found: Resolution, named: Guideline, date: GoverningDate | null): CardLine => {
  const names = found.alternatives.flatMap((id) => {
    const topic = topicOf(id);
    const guideline = guidelineOf(topic?.guidelineId ?? id);
    if (!guideline || (guideline === named && !topic) || (date && guideline.from && guideline.from > date.iso))
      return [];
    return [topic ? `${topic.title} in ${editionName(guideline)}` : editionName(guideline)];
  });
  return names.length > 0 ? [`May also mean: ${names.slice(0, MOST_ALTERNATIVES).join('; ')}`] : [];
};
