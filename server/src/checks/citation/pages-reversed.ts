import type { Letter, PageRange } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Fix, Found } from '../check.ts';
import { nameWithin } from '../wording.ts';
import { runsBackwards } from './pages.ts';
import { citedIn } from './reading.ts';
import { changeTo, inPlaceOf } from './wording.ts';

/**
 * A range of pages that ends before it begins.
 *
 *     Opioids, page(s) 80-76
 *
 * `111-13` is short for `111-113` and no such case. Other works than guidelines are left alone: there, what looks like
 * pages may be a volume or a year.
 */
export const citationPagesReversed: Check = {
  code: 'citation.pages-reversed',
  title: 'The pages of a citation run backwards.',
  severity: 'warning',
  category: 'citation',
  run: (letter) =>
    flatMap(citedIn(letter), ({ issue, citation }) =>
      citation.scheme === 'other'
        ? []
        : citation.pages.filter(runsBackwards).map((range): Found => {
            const message = `The pages ${printed(range)} that ${nameWithin(issue)} cites run backwards: a range ends on a later page than it begins.`;
            const what = citation.guideline ?? citation.sections[0];
            const related = what ? [{ span: what.span, message: 'The work that is cited' }] : [];
            return { span: range.span, message, related };
          }),
    ),
  fixes: (problem, letter) => fixesOf(problem, letter),
};

const printed = ({ first, last }: PageRange): string => `${first}-${last}`;

const fixesOf = ({ span }: Found, letter: Letter): readonly Fix[] => {
  const range = flatMap(citedIn(letter), ({ citation }) => citation.pages).find(
    (each) => each.span.start === span.start && each.span.end === span.end,
  );
  if (!range || !runsBackwards(range)) return [];
  const turned = `${range.last}-${range.first}`;
  return [changeTo(turned, inPlaceOf(span, turned))];
};
