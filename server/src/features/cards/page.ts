import { type Guideline, type Pages, type Topic, topicsOf } from '../../facts/index.ts';
import { touches } from '../../text/span.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { editionName, governingDate } from './dates.ts';
import { pageWords } from './guideline.ts';
import { citationAt } from './place.ts';
import { resolved } from './resolved.ts';
import { sureWords, topicFact } from './sure.ts';

/**
 * A cited page: is it within the pages of the cited topics, and what stands there? Null where no page of the guideline
 * is known.
 */
export const pageCard: CardProvider = (place): Card | null => {
  const citation = citationAt(place);
  const pages = citation?.pages.find(({ span }) => touches(span, place.offset));
  if (!citation || !pages) return null;
  const found = resolved(citation, governingDate(place.letter));
  if (!found?.guideline) return null;
  const cited = found.topics.flatMap(({ topic }) => (topic ? [topic] : []));
  const lines = pageLines(found.guideline, cited, pages);
  return lines.length > 0 ? { span: pages.span, lines } : null;
};

/** Pages of a guideline, seen against the topics that are cited with them. Empty where no page of it is known. */
export const pageLines = (guideline: Guideline, cited: readonly Topic[], pages: Pages): readonly CardLine[] => {
  const paged = topicsOf(guideline.id).filter((topic) => topic.pages);
  if (!guideline.pages && paged.length === 0) return [];
  const known = cited.filter((topic) => topic.pages);
  const there = paged.filter((topic) => topic.kind !== 'part' && fitOf(topic, pages) === 'inside');
  return [
    [{ strong: capital(pageWords(pages)) }, ` of ${editionName(guideline)}`],
    bookLine(guideline, pages),
    ...known.slice(0, MOST).map((topic) => fitLine(topic, pages)),
    there.length > 0 ? [`There: ${there.slice(0, MOST).map(named).join('; ')}`] : [],
    known.length > 0 || there.length > 0 ? sure(guideline, [...known, ...there.slice(0, MOST)]) : [],
  ];
};

const MOST = 3;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const named = ({ title, pages }: Topic): string => (pages ? `${title}, ${pageWords(pages)}` : title);

const sure = (guideline: Guideline, topics: readonly Topic[]): CardLine => [
  sureWords([
    { what: 'guideline', facts: [guideline] },
    { what: 'pages of the topics', facts: topics.map(topicFact) },
  ]),
];

const bookLine = ({ pages: book }: Guideline, { first, last }: Pages): CardLine => {
  if (first > last) return ['The pages run backwards'];
  return book && (last > book.last || first < book.first) ? [`The work itself runs over ${pageWords(book)}`] : [];
};

/** Are the pages those of the topic? Never said as a certainty where they are not. */
export const fitLine = (topic: Topic, pages: Pages): CardLine => {
  switch (fitOf(topic, pages)) {
    case 'inside':
      return [`Within the pages of the cited topic: ${named(topic)}`];
    case 'close':
      return [`Close to the cited topic, and near enough for pages that are not checked: ${named(topic)}`];
    case 'outside':
      return [`Not within the pages of the cited topic, and may be another’s: ${named(topic)}`];
  }
};

type Fit = 'inside' | 'close' | 'outside';

/** How pages lie to those of a topic: overlapping, within the tolerance of the table, or off. */
const fitOf = ({ pages, pageTolerance }: Topic, { first, last }: Pages): Fit => {
  if (!pages) return 'outside';
  if (last >= pages.first && first <= pages.last) return 'inside';
  return last >= pages.first - pageTolerance && first <= pages.last + pageTolerance ? 'close' : 'outside';
};
