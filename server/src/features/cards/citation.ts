import type { Resolution } from '../../facts/index.ts';
import type { Citation } from '../../letter/model.ts';
import { printable } from '../../text/printable.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { governingDate } from './dates.ts';
import { guidelineLines } from './guideline.ts';
import { citationAt } from './place.ts';
import { resolved } from './resolved.ts';
import { regulationLines, sourceLines } from './source.ts';

/**
 * What a guideline citation refers to: guideline and edition, the section of title 8 that adopts it, topics with pages,
 * when it applied and whether it did at the letter's own dates, a link, and how sure all this is. A citation of a scheme
 * that is known by name but of a title that is not says so. Null outside of citations, and for other works that the
 * tables do not hold.
 */
export const citationCard: CardProvider = (place): Card | null => {
  const citation = citationAt(place);
  if (!citation) return null;
  const date = governingDate(place.letter);
  const found = resolved(citation, date);
  const lines = found ? knownLines(citation, found, date) : unknownLines(citation);
  return lines && { span: citation.span, lines };
};

const knownLines = (
  citation: Citation,
  found: Resolution,
  date: ReturnType<typeof governingDate>,
): readonly CardLine[] | null => {
  if (found.guideline) return guidelineLines(citation, found, found.guideline, date);
  if (found.regulation) return regulationLines(found.regulation, date);
  return found.source && sourceLines(found.source, found.alternatives);
};

const unknownLines = ({ scheme, guideline, text }: Citation): readonly CardLine[] | null =>
  scheme === 'other'
    ? null
    : [
        [{ strong: `${scheme} citation` }, `: “${printable(guideline?.value ?? text)}”`],
        [`No guideline of the ${scheme} is known by this title.`],
      ];
