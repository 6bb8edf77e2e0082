import { sectionOfRegulation } from '../../facts/index.ts';
import { linkOfSection } from '../../facts/regulations.ts';

/** A link in a flow's text: [start, end) there, and the page it opens. */
export interface FoundLink {
  readonly start: number;
  readonly end: number;
  readonly target: string;
  readonly tooltip: string;
}

/** All links of one kind in a text. */
type FindLinks = (text: string) => readonly FoundLink[];

/**
 * A section of title 8 of the California Code of Regulations. The words before the number belong to it; without them a
 * number counts where it has the schedule's own form, two points at least.
 */
const REGULATION =
  /(?:(?<named>\b(?:8|Title 8,? (?:of the )?(?:California|Cal\.?))? ?(?:CCR|C\.C\.R\.|Code of Regulations|Code Regs\.?),? ?(?:Sections? |Sec\. ?|§{1,2} ?)?|\bSections? |\bSec\. ?|§{1,2} ?)|(?<![\w.,$-]))(?<number>9[678]\d\d(?:\.\d{1,2}){0,3})(?![\d-]|\.\d|,\d)/gi;

const regulations: FindLinks = (text) =>
  matchesOf(REGULATION, text, ({ named, number = '' }) => {
    if (!named && !sectionOfRegulation(number) && number.split('.').length < 3) return null;
    const title = sectionOfRegulation(number)?.title;
    const tooltip = `California Code of Regulations, title 8, section ${number}${title ? `: ${title}` : ''}`;
    return { target: linkOfSection(number), tooltip };
  });

/** `Labor Code section 4610.6(h)`: the state's own text of the codes has a page a section, its number closed by a point. */
const LABOR_CODE =
  /\b(?:(?:[Ll]abor [Cc]ode|LABOR CODE|Lab\. Code)(?:,? (?:[Ss]ections?|[Ss]ec\.)|,? ?§{1,2})?|LC(?: ?§| [Ss]ection)?(?= ?[3-6]\d{3})) ?(?<number>\d{2,4}(?:\.\d{1,3})?)(?![\d/-]|\.\d|,\d)/g;

const laborCode: FindLinks = (text) =>
  matchesOf(LABOR_CODE, text, ({ number = '' }) => ({
    target: `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=${number}.`,
    tooltip: `California Labor Code, section ${number}`,
  }));

const PUBMED = /\b(?:PMID|PubMed(?: ID| PMID)?)(?: ?[:#]| no\.?)? ?(?<number>\d{5,8})(?!\d|[.-]\d)/gi;

const pubMed: FindLinks = (text) =>
  matchesOf(PUBMED, text, ({ number = '' }) => ({
    target: `https://pubmed.ncbi.nlm.nih.gov/${number}/`,
    tooltip: `PubMed ${number}`,
  }));

/** What is told by its words rather than by an address. */
export const LINK_KINDS: readonly FindLinks[] = [regulations, laborCode, pubMed];

type Groups = Readonly<Record<string, string | undefined>>;
type Target = Pick<FoundLink, 'target' | 'tooltip'>;

const matchesOf = (pattern: RegExp, text: string, targetOf: (groups: Groups) => Target | null): readonly FoundLink[] =>
  Array.from(text.matchAll(pattern)).flatMap((match) => {
    const target = targetOf(match.groups ?? {});
    const start = match.index + (match[0].length - match[0].trimStart().length);
    return target ? [{ start, end: match.index + match[0].length, ...target }] : [];
  });
