import { sectionOfRegulation } from '../../facts/index.ts';
import { articlesIn } from './articles.ts';
import { lawsIn, type PrintedLaw } from './laws.ts';

/** A link in a flow's text: [start, end) there, and the page it opens. */
export interface FoundLink {
  readonly start: number;
  readonly end: number;
  readonly target: string;
  readonly tooltip: string;
}

/** All links of one kind in a text. */
type FindLinks = (text: string) => readonly FoundLink[];

const laws: FindLinks = (text) =>
  lawsIn(text).map((law) => ({ start: law.start, end: law.end, target: law.link, tooltip: lawName(law) }));

const lawName = ({ kind, number }: PrintedLaw): string => {
  if (kind === 'statute') return `California Labor Code, section ${number}`;
  const title = sectionOfRegulation(number)?.title;
  return `California Code of Regulations, title 8, section ${number}${title ? `: ${title}` : ''}`;
};

const articles: FindLinks = (text) =>
  articlesIn(text).map(({ start, end, id, name, link }) => ({ start, end, target: link, tooltip: `${name} ${id}` }));

/** What is told by its words rather than by an address. */
export const LINK_KINDS: readonly FindLinks[] = [laws, articles];
