import type { StatusParams } from '../protocol.ts';
import type { OpenDocument } from './documents.ts';
import { judged, type Terms, usedAndStale } from './judged.ts';
import type { View } from './notes-store.ts';

/** What the status item tells of a document. */
export const statusOf = (document: OpenDocument, terms: Terms, target: View['target']): StatusParams => {
  const { uri, version, letters } = document;
  const verdicts = judged(document, terms).map(({ verdict }) => verdict);
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    uri,
    version,
    format: letters[0]?.letter.format ?? 'unknown',
    letters: letters.length,
    issues: sum(letters.map(({ letter }) => letter.issues.length)),
    problems: sum(verdicts.map(({ shown }) => shown.length)),
    silenced: sum(verdicts.map(({ silenced }) => silenced.length)),
    stale: usedAndStale(document, terms).stale.length,
    notes: target === null ? 'nowhere' : target.isStorage ? 'storage' : 'folder',
  };
};
