import { matchSourceAt } from '../../facts/index.ts';
import type { Card, CardProvider } from '../card.ts';
import { foundAtWord } from './near.ts';
import { sourceLines } from './source.ts';

/** An agency, journal or other work named in running text with a capital, or by its site; statutes have their own card. */
export const namedSourceCard: CardProvider = (place): Card | null => {
  const found = foundAtWord(place, matchSourceAt);
  if (!found || !(/^\p{Lu}/u.test(found.printed) || found.printed.includes('.'))) return null;
  const { source } = found.of;
  return source.number === null ? { span: found.span, lines: sourceLines(source, []) } : null;
};
