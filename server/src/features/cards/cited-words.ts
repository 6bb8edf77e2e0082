import type { SectionId } from '../../letter/model.ts';
import type { Card, CardProvider } from '../card.ts';
import { citedWordsIn } from '../subjects/cited-words.ts';
import { citedAt, citedLines } from './cited.ts';
import { foundNearby } from './near.ts';

/** Where a letter speaks of the guidelines that it cites. */
const TOLD: ReadonlySet<SectionId> = new Set(['summary', 'issues']);

/** `the cited guidelines`, in a rationale or the summary: which these are. Null where none is known. */
export const citedWordsCard: CardProvider = (place): Card | null => {
  if (!place.prose || !TOLD.has(place.prose.section)) return null;
  const found = foundNearby(place, citedWordsIn);
  const lines = found ? citedLines(citedAt(place), () => true) : [];
  if (!found || lines.every((line) => line.length === 0)) return null;
  const where = place.issue ? 'for this treatment' : 'in this letter';
  return { span: found.span, lines: [[{ strong: 'The guidelines' }, ` that are cited ${where}`], ...lines] };
};
