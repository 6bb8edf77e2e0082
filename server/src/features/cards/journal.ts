import type { Card, CardLine, CardProvider } from '../card.ts';
import { articlesIn, type PrintedArticle } from '../links/articles.ts';
import { foundNearby } from './near.ts';
import type { Place } from './place.ts';

/** `2010 Mar 1;35(5):584-90`: year, month, volume, number, pages. */
const ISSUE =
  /\b(?<year>(?:19|20)\d{2})(?: (?<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{0,6}|-[A-Z][a-z]{2})\.?(?: \d{1,2})?)?; ?(?<volume>\d{1,4})(?: ?\((?<number>\d{1,3}(?:-\d{1,3})?)\))?: ?(?<pages>e?\d{1,5}(?:-\d{1,5})?)/g;

/** A reference to an article: what its identifier is and where it leads, or how the volume and pages read. */
export const journalCard: CardProvider = (place): Card | null => {
  const article = foundNearby(place, articlesIn);
  return article ? { span: article.span, lines: idLines(article.of) } : reference(place);
};

const idLines = ({ name, id, about, link }: PrintedArticle): readonly CardLine[] => [
  [{ strong: `${name} ${id}` }, `: ${about}`],
  [{ text: link, url: link }],
  ['The address is built from the number; whether the article is the one meant is not checked'],
];

const issuesIn = (text: string) =>
  Array.from(text.matchAll(ISSUE), ({ 0: printed, index, groups }) => ({
    start: index,
    end: index + printed.length,
    groups: groups ?? {},
  }));

const reference = (place: Place): Card | null => {
  const match = foundNearby(place, issuesIn);
  if (!match) return null;
  const { year = '', month, volume = '', number, pages = '' } = match.of.groups;
  const parts = [
    month ? `${month} ${year}` : year,
    `volume ${volume}`,
    ...(number ? [`number ${number}`] : []),
    `${pages.includes('-') ? 'pages' : 'page'} ${pages}`,
  ];
  return { span: match.span, lines: [[{ strong: 'Journal reference' }, `: ${parts.join(', ')}`]] };
};
