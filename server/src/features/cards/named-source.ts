import { matchCourtCaseAt, matchSourceAt } from '../../facts/index.ts';
import type { Card, CardProvider } from '../card.ts';
import { foundAtWord } from './near.ts';
import { sourceLines } from './source.ts';
import { sureWords } from './sure.ts';

/** An agency, journal or other work named in running text with a capital, or by its site; statutes have their own card. */
export const namedSourceCard: CardProvider = (place): Card | null => courtCard(place) ?? workCard(place);

/** A decision of a court or of the appeals board about IMR. */
const courtCard: CardProvider = (place): Card | null => {
  const found = foundAtWord(place, matchCourtCaseAt);
  if (!found) return null;
  const { courtCase } = found.of;
  return {
    span: found.span,
    lines: [
      [{ strong: courtCase.name }, `, ${courtCase.cite}`],
      [`Held, in short: ${courtCase.point}`],
      [sureWords([{ what: 'decision', facts: [courtCase] }])],
    ],
  };
};

const workCard: CardProvider = (place): Card | null => {
  const found = foundAtWord(place, matchSourceAt);
  if (!found || !(/^\p{Lu}/u.test(found.printed) || found.printed.includes('.'))) return null;
  const { source } = found.of;
  return source.number === null ? { span: found.span, lines: sourceLines(source, []) } : null;
};
