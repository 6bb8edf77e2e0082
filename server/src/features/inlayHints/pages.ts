import { type Pages, type Resolution, resolve, type Topic } from '../../facts/index.ts';
import type { Citation, PageRange } from '../../letter/model.ts';
import type { Span } from '../../text/span.ts';
import { sureWords } from '../cards/sure.ts';
import type { FindHints, Hint } from '../inlayHints.ts';

const TICK = '✓';
const DOUBT = '?';

/**
 * Behind every cited page a tick where it lies within the cited topic's pages, a question mark where it lies outside. Pages
 * are mostly known from memory, so neither is a verdict; behind topics whose pages are not known nothing is said.
 */
export const pageHints: FindHints = (letter, within) =>
  letter.issues
    .flatMap(({ claimsAdministrator, expertReviewer }) => [claimsAdministrator, expertReviewer])
    .flatMap((basis) => basis?.citations ?? [])
    .filter(({ span, pages }) => pages.length > 0 && meets(span, within))
    .flatMap(hintsOf);

const meets = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

const hintsOf = (citation: Citation): readonly Hint[] => {
  const { scheme, guideline, year, sections, text } = citation;
  const found = resolve({
    scheme,
    guideline: guideline?.value ?? null,
    year: year?.value ?? null,
    sections: sections.map(({ value }) => value),
    text,
  });
  return found ? citation.pages.flatMap((page) => hintOf(page, found)) : [];
};

const hintOf = (page: PageRange, found: Resolution): readonly Hint[] => {
  const at = page.span.end;
  const book = found.guideline?.pages;
  if (page.last < page.first) return [{ at, label: DOUBT, tooltip: 'The last page comes before the first.' }];
  if (book && page.last > book.last) {
    return [{ at, label: DOUBT, tooltip: `The guideline is thought to end on page ${book.last}.` }];
  }
  const topics = found.topics.flatMap(({ topic }) => topic ?? []);
  const fitting = topics.find((topic) => fits(topic, page));
  if (fitting) return [{ at, label: TICK, tooltip: words('within', fitting) }];
  // A topic that is not known, or not by its pages, may be the one that stands there.
  const [only] = topics;
  const allKnown = found.topics.length === topics.length && topics.every(({ pages }) => pages);
  if (!only || !allKnown) return [];
  return [
    {
      at,
      label: DOUBT,
      tooltip:
        topics.length === 1
          ? words('outside', only)
          : 'Within none of the cited topics, as far as their pages are known.',
    },
  ];
};

const fits = ({ pages, pageTolerance }: Topic, { first, last }: Pages): boolean =>
  pages !== null && last >= pages.first - pageTolerance && first <= pages.last + pageTolerance;

const words = (where: 'within' | 'outside', topic: Topic): string => {
  const { title, pages } = topic;
  const printed = pages && (pages.first === pages.last ? `page ${pages.first}` : `pages ${pages.first}-${pages.last}`);
  return `“${title}” is thought to stand on ${printed}: ${where === 'within' ? 'that fits' : 'this may be another topic’s page'}. ${sureWords([{ what: 'pages', facts: [topic] }])}.`;
};
