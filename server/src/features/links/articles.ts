import type { Span } from '../../text/span.ts';

/** A number by which an article is known, as a text prints it. Its address is built from the number alone. */
export interface PrintedArticle extends Span {
  readonly id: string;
  /** `PubMed id`. */
  readonly name: string;
  readonly about: string;
  readonly link: string;
}

interface Identifier {
  readonly pattern: RegExp;
  readonly name: string;
  readonly about: string;
  readonly link: (id: string) => string;
}

const IDENTIFIERS: readonly Identifier[] = [
  {
    pattern: /\b(?:PM-?ID|PubMed(?: (?:PM)?ID)?)(?: ?[:#]| no\.?)? ?#?(?<id>\d{5,8})(?!\d|[.-]\d)/gi,
    name: 'PubMed id',
    about: 'an article in the index of the National Library of Medicine',
    link: (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`,
  },
  {
    pattern: /\bPMC(?:ID:? ?(?:PMC)?)?(?<id>\d{5,8})\b/g,
    name: 'PubMed Central id',
    about: 'an article held in full by the National Library of Medicine',
    link: (id) => `https://www.ncbi.nlm.nih.gov/pmc/articles/PMC${id}/`,
  },
  {
    pattern: /\bdoi(?::? ?|\.org\/)(?<id>10\.\d{4,6}\/(?:[\w./-]|\([\w-]{1,12}\)){2,60})(?<![./-])/gi,
    name: 'DOI',
    about: 'the lasting address of an article',
    link: (id) => `https://doi.org/${id}`,
  },
];

/** The numbers of articles that a text prints, kind by kind. */
export const articlesIn = (text: string): readonly PrintedArticle[] =>
  IDENTIFIERS.flatMap(({ pattern, name, about, link }) =>
    Array.from(text.matchAll(pattern)).map(({ 0: printed, index, groups }) => {
      const id = groups?.['id'] ?? '';
      return { start: index, end: index + printed.length, id, name, about, link: link(id) };
    }),
  );
