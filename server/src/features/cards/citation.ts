import { type Resolution, resolve } from '../../facts/index.ts';
import type { Basis, Citation, Letter } from '../../letter/model.ts';
import { printable } from '../../text/printable.ts';
import { contains, touches } from '../../text/span.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { governingDate } from './dates.ts';
import { guidelineLines } from './guideline.ts';
import { regulationLines, sourceLines } from './source.ts';

/**
 * What a guideline citation refers to: guideline and edition, the section of title 8 that adopts it, topics with pages,
 * when it applied and whether it did at the letter's own dates, a link, and how sure all this is. A citation of a scheme
 * that is known by name but of a title that is not says so. Null outside of citations, and for other works that the
 * tables do not hold.
 */
export const citationCard: CardProvider = (letter, offset): Card | null => {
  const citation = citationAt(letter, offset);
  if (!citation) return null;
  const lines = linesOf(letter, citation);
  return lines && { span: citation.span, lines };
};

const linesOf = (letter: Letter, citation: Citation): readonly CardLine[] | null => {
  const date = governingDate(letter);
  const found = resolve(
    {
      scheme: citation.scheme,
      guideline: citation.guideline?.value ?? null,
      year: citation.year?.value ?? null,
      sections: citation.sections.map(({ value }) => value),
      text: citation.text,
    },
    date?.iso ?? null,
  );
  return found ? knownLines(citation, found, date) : unknownLines(citation);
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

/** The smallest citation that the offset touches; of two that meet there, the one that begins. */
const citationAt = (letter: Letter, offset: number): Citation | null => {
  let best: Citation | null = null;
  for (const { claimsAdministrator, expertReviewer } of letter.issues) {
    for (const citation of [...citationsOf(claimsAdministrator), ...citationsOf(expertReviewer)]) {
      if (!touches(citation.span, offset)) continue;
      if (!best || contains(best.span, citation.span) || citation.span.start === offset) best = citation;
    }
  }
  return best;
};

const citationsOf = (basis: Basis | null): readonly Citation[] => basis?.citations ?? [];
