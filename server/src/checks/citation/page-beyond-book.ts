import type { Guideline } from '../../facts/index.ts';
import type { Letter } from '../../letter/model.ts';
import type { Check, Found } from '../check.ts';
import { pagesOfRange } from './pages.ts';
import { type Cited, certainEdition, citedIn } from './reading.ts';
import { editionName, pagesName, sentence } from './wording.ts';

/**
 * A page behind the last one of the guideline.
 *
 *     Chronic Pain Medical Treatment 2009, Section(s): Opioids, page(s) 178
 *
 * Silent where the guideline's own pages are doubtful or are those of the regulation that prints it.
 */
export const citationPageBeyondBook: Check = {
  code: 'citation.page-beyond-book',
  title: 'A cited page lies beyond the last page of the guideline.',
  severity: 'information',
  category: 'citation',
  run: (letter) => citedIn(letter).flatMap((cited) => problemsIn(letter, cited)),
};

const problemsIn = (letter: Letter, cited: Cited): readonly Found[] => {
  const guideline = certainEdition(letter, cited);
  const last = guideline && lastPage(guideline);
  if (!guideline || last === null) return [];
  return cited.citation.pages.flatMap((range): Found[] => {
    const pages = pagesOfRange(range);
    if (pages.last <= last.with) return [];
    const message = `${sentence(pagesName(pages))} cannot be in ${editionName(guideline)}, whose last page is ${last.page}.`;
    const title = cited.citation.guideline;
    const related = title ? [{ span: title.span, message: 'The guideline that is cited' }] : [];
    return [{ span: range.span, message, related }];
  });
};

/** Pages of chapters were recalled; those of a whole book were read in it. */
const SLACK = { high: 0, medium: 2 } as const;

/** The last page, and the last that may be cited without a word; null where they are not known well enough. */
const lastPage = ({
  pages,
  confidence,
  chapter,
}: Guideline): { readonly page: number; readonly with: number } | null => {
  if (!pages || confidence === 'low') return null;
  // Neither a chapter nor a book that begins at page 1: pages of the regulation, which other prints number otherwise.
  if (chapter === null && pages.first !== 1) return null;
  return { page: pages.last, with: pages.last + SLACK[confidence] };
};
