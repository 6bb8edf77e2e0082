import type { Topic } from '../../facts/index.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Fix, Found } from '../check.ts';
import { listed } from '../wording.ts';
import { liesOutside, pagesOfRange, topicOnPages } from './pages.ts';
import { pagesOfAnotherDrug } from './pages-of-another-drug.ts';
import { type Cited, certainEdition, citedIn } from './reading.ts';
import { changeTo, editionName, inPlaceOf, pageNumbers, pagesName, sentence } from './wording.ts';

/**
 * A page that none of the cited topics stands on; where pages are all that is cited, pages about another class of drug than
 * the disputed one.
 *
 *     Chronic Pain Medical Treatment 2009, Section(s): Benzodiazepines, page(s) 64
 *     Clonazepam 0.5mg #30: Upheld … Chronic Pain Treatment Guidelines Page(s): 64
 *
 * Abstains unless every topic cited is known with its pages; allows for how sure these are, and for the pages of topics
 * that belong together.
 */
export const citationPageOutsideTopic: Check = {
  code: 'citation.page-outside-topic',
  title: 'A cited page is not among the pages of the cited topic.',
  severity: 'information',
  category: 'citation',
  run: (letter) =>
    flatMap(citedIn(letter), (cited) => [
      ...findingsIn(letter, cited).map(({ problem }) => problem),
      ...pagesOfAnotherDrug(letter, cited),
    ]),
  fixes: ({ span }, letter) =>
    flatMap(
      flatMap(citedIn(letter), (cited) => findingsIn(letter, cited)).filter(
        ({ problem }) => problem.span.start === span.start && problem.span.end === span.end,
      ),
      fixesOf,
    ),
};

interface Finding {
  readonly problem: Found;
  readonly topics: readonly Topic[];
  /** How many page ranges the citation has. */
  readonly ranges: number;
}

const findingsIn = (letter: Letter, cited: Cited): readonly Finding[] => {
  const { citation, found } = cited;
  const readings = found?.topics ?? [];
  if (citation.pages.length === 0 || readings.length === 0) return [];
  const guideline = certainEdition(letter, cited);
  const topics = flatMap(readings, ({ topic, how }) => (topic && how !== 'near' ? [topic] : []));
  // A chapter of the ACOEM book prints the tables of its sections apart from them, so that any of its pages may fit.
  if (!guideline || guideline.chapter !== null || topics.length < readings.length) return [];
  const last = guideline.pages?.last ?? Infinity;
  return flatMap(citation.pages, (range): Finding[] => {
    const pages = pagesOfRange(range);
    // Beyond the book is a problem of its own.
    if (pages.last > last || liesOutside(pages, topics) !== true) return [];
    const there = topicOnPages(guideline, pages);
    const message = `${sentence(pagesName(pages))} of ${editionName(guideline)} ${pages.first === pages.last ? 'is' : 'are'} not about ${named(topics)}${there ? `, but about “${there.title}”` : ''}.`;
    const related = citation.sections.map(({ span }) => ({ span, message: 'The topic that is cited' }));
    const problem: Found = { span: range.span, message, related };
    return [{ problem, topics, ranges: citation.pages.length }];
  });
};

/** `“Benzodiazepines” (page 24)`. */
const named = (topics: readonly Topic[]): string =>
  listed(topics.map(({ title, pages }) => `“${title}”${pages ? ` (${pagesName(pages)})` : ''}`));

/** Only a page number that was read in the guideline is offered, and only for the one range of the one topic. */
const fixesOf = ({ problem, topics: [topic, ...more], ranges }: Finding): readonly Fix[] => {
  if (!topic?.pages || more.length > 0 || ranges > 1 || topic.confidence !== 'high') return [];
  const pages = pageNumbers(topic.pages);
  return [changeTo(pages, inPlaceOf(problem.span, pages))];
};
