import type { StatusParams } from '../protocol.ts';
import { problemsOf } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import type { Settings } from './settings.ts';

/** What the status item tells of a document. */
export const statusOf = ({ uri, version, letters }: OpenDocument, settings: Settings): StatusParams => ({
  uri,
  version,
  format: letters[0]?.letter.format ?? 'unknown',
  letters: letters.length,
  issues: letters.reduce((sum, { letter }) => sum + letter.issues.length, 0),
  problems: letters.reduce((sum, { letter }) => sum + problemsOf(letter, settings).length, 0),
});
