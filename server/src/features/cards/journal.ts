import type { Card, CardLine, CardProvider } from '../card.ts';
import { foundByPattern } from './near.ts';
import type { Place } from './place.ts';

/** An identifier of an article and the address built from it; nothing of it comes from anywhere else. */
interface Identifier {
  readonly pattern: RegExp;
  readonly name: string;
  readonly about: string;
  readonly link: (id: string) => string;
}

const IDENTIFIERS: readonly Identifier[] = [
  {
    pattern: /\bPM(?:ID|-ID):? ?#?(\d{4,8})\b/gi,
    name: 'PubMed id',
    about: 'an article in the index of the National Library of Medicine',
    link: (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`,
  },
  {
    pattern: /\bPubMed(?: ID)?:? ?#?(\d{5,8})\b/gi,
    name: 'PubMed id',
    about: 'an article in the index of the National Library of Medicine',
    link: (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`,
  },
  {
    pattern: /\bPMC(?:ID:? ?(?:PMC)?)?(\d{5,8})\b/g,
    name: 'PubMed Central id',
    about: 'an article held in full by the National Library of Medicine',
    link: (id) => `https://www.ncbi.nlm.nih.gov/pmc/articles/PMC${id}/`,
  },
  {
    pattern: /\bdoi(?::? ?|\.org\/)(10\.\d{4,6}\/(?:[\w./-]|\([\w-]{1,12}\)){2,60})(?<![./-])/gi,
    name: 'DOI',
    about: 'the lasting address of an article',
    link: (id) => `https://doi.org/${id}`,
  },
];

/** `2010 Mar 1;35(5):584-90`: year, month, volume, number, pages. */
const ISSUE =
  /\b((?:19|20)\d{2})(?: (Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{0,6}|-[A-Z][a-z]{2})\.?(?: \d{1,2})?)?; ?(\d{1,4})(?: ?\((\d{1,3}(?:-\d{1,3})?)\))?: ?(e?\d{1,5}(?:-\d{1,5})?)/g;

/** A reference to an article: what its identifier is and where it leads, or how the volume and pages read. */
export const journalCard: CardProvider = (place): Card | null => {
  for (const identifier of IDENTIFIERS) {
    const match = foundByPattern(place, identifier.pattern);
    const id = match?.of[1];
    if (match && id) return { span: match.span, lines: idLines(identifier, id) };
  }
  return reference(place);
};

const idLines = ({ name, about, link }: Identifier, id: string): readonly CardLine[] => [
  [{ strong: `${name} ${id}` }, `: ${about}`],
  [{ text: link(id), url: link(id) }],
  ['The address is built from the number; whether the article is the one meant is not checked'],
];

const reference = (place: Place): Card | null => {
  const match = foundByPattern(place, ISSUE);
  if (!match) return null;
  const [, year = '', month, volume = '', number, pages = ''] = match.of;
  const parts = [
    month ? `${month} ${year}` : year,
    `volume ${volume}`,
    ...(number ? [`number ${number}`] : []),
    `${pages.includes('-') ? 'pages' : 'page'} ${pages}`,
  ];
  return { span: match.span, lines: [[{ strong: 'Journal reference' }, `: ${parts.join(', ')}`]] };
};
