import {
  allDrugs,
  elsewhereThan,
  type Guideline,
  guideline as guidelineOf,
  matchTopicAt,
  type Pages,
  type Resolution,
  type Topic,
  type TopicResolution,
  topic as topicOf,
  topicsOf,
} from '../../facts/index.ts';
import type { Citation } from '../../letter/model.ts';
import { printable } from '../../text/printable.ts';
import { contains, touches } from '../../text/span.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { editionName, governingDate } from './dates.ts';
import { visitLine, visitsOf } from './figures.ts';
import { pageWords } from './guideline.ts';
import { foundAtWord } from './near.ts';
import { fitLine, pageLines } from './page.ts';
import { citationAt, type Place } from './place.ts';
import { resolved } from './resolved.ts';
import { sureWords, topicFact } from './sure.ts';

/**
 * What a section named in a citation is: the topic with its pages and what it is part of, or that the guideline has none
 * of this title. Null where the guideline itself is not known; the citation's own card says so.
 */
export const sectionCard: CardProvider = (place): Card | null => {
  const citation = citationAt(place);
  if (!citation) return null;
  const index = citation.sections.findIndex(({ span }) => touches(span, place.offset));
  const section = citation.sections[index];
  if (!section && citation.scheme !== 'ODG') return null;
  const found = resolved(citation, governingDate(place.letter));
  if (!found?.guideline) return null;
  if (!section) return namedTopicCard(place, citation, found.guideline);
  const topic = topicAt(found, index, section.value);
  return topic && { span: section.span, lines: linesOf(citation, found, found.guideline, topic) };
};

/** Topics of the Official Disability Guidelines have no slot of their own: they are found by their names. */
const namedTopicCard = (place: Place, citation: Citation, guideline: Guideline): Card | null => {
  const found = foundAtWord(place, (text, at) => matchTopicAt(text, at, guideline.id));
  const topic = found && contains(citation.span, found.span) ? topicOf(found.of.topicId) : null;
  const named = { printed: found?.printed ?? '', how: 'alias', doubt: null } as const;
  return found && topic && { span: found.span, lines: topicLines(topic, guideline, named) };
};

/** Sections of the schedule are resolved in their order; those of other works by the names found in the text. */
const topicAt = ({ guideline, topics }: Resolution, index: number, printed: string): TopicResolution | null =>
  guideline?.scheme === 'MTUS'
    ? (topics[index] ?? null)
    : (topics.find(({ topic }) => topic && [topic.title, ...topic.aliases].includes(printed)) ?? null);

const linesOf = (
  citation: Citation,
  found: Resolution,
  guideline: Guideline,
  section: TopicResolution,
): readonly CardLine[] => {
  if (section.pages) return pageLines(guideline, [], section.pages);
  if (section.topic) {
    const pages = found.topics.length === 1 ? citation.pages.slice(0, MOST_PAGES) : [];
    return topicLines(section.topic, guideline, section, pages);
  }
  return [
    [{ strong: `“${printable(section.printed)}”` }, ` is not a section known in ${editionName(guideline)}`],
    elsewhere(section.alternatives),
    ...lookedFor(guideline, section.printed),
    topicsOf(guideline.id).length === 0 ? ['The sections of this work are not known here'] : [],
  ];
};

const elsewhere = (ids: readonly string[]): CardLine => {
  const names = ids.flatMap((id) => {
    const guideline = guidelineOf(topicOf(id)?.guidelineId ?? '');
    return guideline ? [editionName(guideline)] : [];
  });
  return names.length > 0 ? [`A section of this title is in: ${names.slice(0, MOST_NAMES).join('; ')}`] : [];
};

/** What the guideline is known not to speak of. */
const lookedFor = ({ id }: Guideline, printed: string): readonly CardLine[] => {
  const found = elsewhereThan(id, printed);
  if (!found) return [];
  return [
    [`It does not speak of ${found.name}; letters look for it in: ${found.where}`],
    [sureWords([{ what: 'where else', facts: [found] }])],
  ];
};

const MOST_NAMES = 4;
const MOST_PAGES = 2;

/** A topic of a guideline: `section` tells how it was named, `cited` which pages are cited with it. */
export const topicLines = (
  topic: Topic,
  guideline: Guideline,
  section: Pick<TopicResolution, 'printed' | 'how' | 'doubt'>,
  cited: readonly Pages[] = [],
): readonly CardLine[] => {
  const visits = visitsOf(topic);
  const parent = topic.parentId ? topicOf(topic.parentId) : null;
  const pages = topic.pages ? `, ${pageWords(topic.pages)}` : '';
  return [
    [{ strong: printable(topic.title) }, topic.number ? `, section ${topic.number}` : ''],
    [`A ${topic.kind} of ${bookOf(guideline)}${pages}`],
    parent ? [`Part of ${parent.title}${parent.pages ? `, ${pageWords(parent.pages)}` : ''}`] : [],
    section.how === 'exact' || section.printed === topic.title ? [] : [`Printed “${printable(section.printed)}”`],
    section.doubt ? [`With care: ${printable(section.doubt, 300)}`] : [],
    ...(topic.pages ? cited.map((each) => [`Cited: ${pageWords(each)}. `, ...fitLine(topic, each)]) : []),
    drugs(topic),
    visitLine(visits),
    topic.note ? [`Note: ${topic.note}`] : [],
    [
      sureWords([
        { what: 'guideline', facts: [guideline] },
        { what: topic.pages ? 'pages' : 'topic', facts: [topicFact(topic)] },
        { what: 'visits', facts: visits },
      ]),
    ],
  ];
};

const bookOf = (guideline: Guideline): string =>
  guideline.scheme === 'ODG' && guideline.work
    ? `the chapter ${editionName(guideline)} of the ${guideline.work}`
    : editionName(guideline);

const MOST_DRUGS = 8;

const drugs = ({ id }: Topic): CardLine => {
  const names = allDrugs().flatMap(({ generic, topicIds }) => (topicIds.includes(id) ? [generic] : []));
  const more = names.length > MOST_DRUGS ? ` and ${String(names.length - MOST_DRUGS)} more` : '';
  return names.length > 0 ? [`Drugs looked for there: ${names.slice(0, MOST_DRUGS).join(', ')}${more}`] : [];
};
