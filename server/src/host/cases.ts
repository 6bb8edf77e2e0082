import { casesToJson, toCase } from '../case/index.ts';
import type { PlacedLetter } from '../letter/model.ts';
import type { Correction } from '../notes/index.ts';
import type { CaseParams, CaseResult } from '../protocol.ts';
import type { OpenDocument } from './documents.ts';
import { correctionsIn, judged, type Terms } from './judged.ts';

/** Endings a letter's file may have; the record gets its own instead. */
const ENDING = /\.(?:imr\.txt|imr|txt|text)$/i;

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The document's own name without folder and ending. */
const baseName = (uri: string): string => {
  const [path = ''] = uri.split(/[?#]/, 1);
  const name = decoded(path.slice(path.lastIndexOf('/') + 1));
  return name.replace(ENDING, '') || 'letter';
};

/** Characters that a file name cannot hold on some system, and control characters, become hyphens. */
const fileName = (name: string): string =>
  Array.from(name.trim(), (character) => (character < ' ' || '\\/:*?"<>|'.includes(character) ? '-' : character)).join(
    '',
  );

const suggestedName = (
  { uri, letters }: OpenDocument,
  { letter, issue }: CaseParams,
  chosen: readonly PlacedLetter[],
) => {
  const [only] = chosen;
  const caseNumber = chosen.length === 1 ? only?.letter.header?.fields.caseNumber?.value : null;
  const ofMany = !caseNumber && letter !== undefined && letters.length > 1;
  const parts = [caseNumber ?? baseName(uri), ofMany && `letter-${letter}`, issue !== undefined && `issue-${issue}`];
  return `${fileName(parts.filter(Boolean).join('-'))}.json`;
};

const issueJson = (placed: PlacedLetter, uri: string, issue: number): string | null => {
  const index = placed.letter.issues.findIndex(({ number }) => number === issue);
  const record = index < 0 ? undefined : toCase(placed, uri).issues[index];
  return record ? `${JSON.stringify(record, null, 2)}\n` : null;
};

/** What [sic] notes say of each letter of a document. */
const readingsIn = (document: OpenDocument, terms: Terms): ReadonlyMap<PlacedLetter, readonly Correction[]> =>
  new Map(judged(document, terms).map((one) => [one.placed, correctionsIn(one, document, terms)]));

/**
 * The records of a document's letters as one JSON text, the same bytes as the command line writes: an object for one, an
 * array for several. With `issue`, that issue's part of the record. Null where the letter or issue is not there.
 */
export const caseOf = (document: OpenDocument, params: CaseParams, terms: Terms): CaseResult | null => {
  const { uri, letters } = document;
  const readings = readingsIn(document, terms);
  const chosen = letters.filter(({ number }) => params.letter === undefined || number === params.letter);
  const [first] = chosen;
  if (!first) return null;
  const text =
    params.issue === undefined
      ? casesToJson(chosen.map((placed) => toCase(placed, uri, readings.get(placed))))
      : issueJson(first, uri, params.issue);
  if (text === null) return null;
  const count = params.issue === undefined ? chosen.length : 1;
  return { text, suggestedName: suggestedName(document, params, chosen), count };
};
