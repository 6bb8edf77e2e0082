import { citationPageBeyondBook } from '../../checks/citation/page-beyond-book.ts';
import { citationPageOutsideTopic } from '../../checks/citation/page-outside-topic.ts';
import { pagesOfRange } from '../../checks/citation/pages.ts';
import { citationPagesReversed } from '../../checks/citation/pages-reversed.ts';
import type { Pages, Topic } from '../../facts/index.ts';
import { meaningOf } from '../../letter/meaning.ts';
import type { Citation, Letter } from '../../letter/model.ts';
import type { Span } from '../../text/span.ts';
import { sureWords } from '../cards/sure.ts';
import type { FindHints, Hint } from '../inlayHints.ts';

const TICK = '✓';
const DOUBT = '?';

/** The checks of pages: a question mark stands where one of them has something to say, whether it is shown or turned off. */
const CHECKS = [citationPagesReversed, citationPageBeyondBook, citationPageOutsideTopic];

/**
 * Behind every cited page a tick where it lies within the cited topic's pages, a question mark where the checks doubt it.
 * Pages are mostly known from memory, so neither is a verdict; behind topics whose pages are not known nothing is said.
 */
export const pageHints: FindHints = (letter, within) => {
  const citations = letter.issues
    .flatMap(({ claimsAdministrator, expertReviewer }) => [claimsAdministrator, expertReviewer])
    .flatMap((basis) => basis?.citations ?? [])
    .filter(({ span, pages }) => pages.length > 0 && meets(span, within));
  if (citations.length === 0) return [];
  const doubts = doubtsOf(letter);
  return citations.flatMap((citation) => hintsOf(citation, doubts));
};

const meets = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** What the checks say, by the end of the page that it is about. */
const doubtsOf = (letter: Letter): ReadonlyMap<number, string> =>
  new Map(CHECKS.flatMap((check) => check.run(letter).map(({ span, message }) => [span.end, message] as const)));

const hintsOf = (citation: Citation, doubts: ReadonlyMap<number, string>): readonly Hint[] => {
  const topics = (meaningOf(citation)?.topics ?? []).flatMap(({ topic }) => topic ?? []);
  return citation.pages.flatMap((range): Hint[] => {
    const at = range.span.end;
    const doubt = doubts.get(at);
    if (doubt !== undefined) return [{ at, label: DOUBT, tooltip: doubt }];
    const fitting = topics.find((topic) => fits(topic, pagesOfRange(range)));
    return fitting ? [{ at, label: TICK, tooltip: fitWords(fitting) }] : [];
  });
};

const fits = ({ pages, pageTolerance }: Topic, { first, last }: Pages): boolean =>
  pages !== null && last >= pages.first - pageTolerance && first <= pages.last + pageTolerance;

const fitWords = (topic: Topic): string => {
  const { title, pages } = topic;
  const printed = pages && (pages.first === pages.last ? `page ${pages.first}` : `pages ${pages.first}-${pages.last}`);
  return `“${title}” is thought to stand on ${printed}. ${sureWords([{ what: 'pages', facts: [topic] }])}.`;
};
