import type { Guideline, Pages } from '../../facts/index.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { pagesOfRange } from './pages.ts';
import { type Cited, certainEdition, citedIn } from './reading.ts';
import { editionName, pagesName, sentence } from './wording.ts';

/**
 * A page that the guideline does not have: behind its last one or, in a chapter of a book, before its first.
 *
 *     Chronic Pain Medical Treatment 2009, Section(s): Opioids, page(s) 178
 *     Low Back Complaints 2004, page(s) 24
 *
 * Silent where the guideline's own pages are doubtful or are those of the regulation that prints it.
 */
export const citationPageBeyondBook: Check = {
  code: 'citation.page-beyond-book',
  title: 'A cited page lies outside the pages of the guideline.',
  severity: 'information',
  category: 'citation',
  run: (letter) => flatMap(citedIn(letter), (cited) => problemsIn(letter, cited)),
};

const problemsIn = (letter: Letter, cited: Cited): readonly Found[] => {
  const guideline = certainEdition(letter, cited);
  const book = guideline && bookOf(guideline);
  if (!guideline || !book) return [];
  return flatMap(cited.citation.pages, (range): Found[] => {
    const pages = pagesOfRange(range);
    const end = endWithout(book, pages);
    if (end === null) return [];
    const message = `${sentence(pagesName(pages))} cannot be in ${editionName(guideline)}, whose ${end}.`;
    const title = cited.citation.guideline;
    const related = title ? [{ span: title.span, message: 'The guideline that is cited' }] : [];
    return [{ span: range.span, message, related }];
  });
};

/** Pages of chapters were recalled; those of a whole book were read in it. */
const SLACK = { high: 0, medium: 2 } as const;

interface Book {
  readonly pages: Pages;
  /** Pages either side that may be cited without a word. */
  readonly slack: number;
}

/** The pages of the whole; null where they are not known well enough. */
const bookOf = ({ pages, confidence, chapter }: Guideline): Book | null => {
  if (!pages || confidence === 'low') return null;
  // Neither a chapter nor a book that begins at page 1: pages of the regulation, which other prints number otherwise.
  return chapter === null && pages.first !== 1 ? null : { pages, slack: SLACK[confidence] };
};

/** Which end of the book the pages lie beyond, as `whose` goes on; null where they lie within. */
const endWithout = ({ pages: { first, last }, slack }: Book, cited: Pages): string | null => {
  if (cited.last > last + slack) return `last page is ${last}`;
  return cited.first < first - slack || cited.first === 0 ? `first page is ${first}` : null;
};
