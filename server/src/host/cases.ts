import { type Case, type CaseFormat, type Chunk, FORMATS, fileName, wholeFile, withoutEnding } from '../case/index.ts';
import { CASE_WRITERS } from '../case/writers.ts';
import type { PlacedLetter } from '../letter/model.ts';
import type { CaseFileResult, CaseParams, CaseResult } from '../protocol.ts';
import type { AnnotationView } from './annotations-view.ts';
import { contentOf } from './content.ts';
import type { OpenDocument } from './documents.ts';
import { tellsOfPeople } from './exports.ts';
import type { Terms } from './judged.ts';
import { lookedAt } from './looked-at.ts';

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
  return withoutEnding(decoded(path.slice(path.lastIndexOf('/') + 1))) || 'letter';
};

const suggestedName = (
  { uri, letters }: OpenDocument,
  { letter, issue, format }: CaseParams,
  chosen: readonly PlacedLetter[],
) => {
  const [only] = chosen;
  const caseNumber = chosen.length === 1 ? only?.letter.header?.fields.caseNumber?.value : null;
  const ofMany = !caseNumber && letter !== undefined && letters.length > 1;
  const parts = [caseNumber ?? baseName(uri), ofMany && `letter-${letter}`, issue !== undefined && `issue-${issue}`];
  return `${fileName(parts.filter(Boolean).join('-'))}.${FORMATS[format].extension}`;
};

const filesOf = (format: CaseFormat, records: readonly Case[]): CaseResult['files'] => {
  const [first, ...others] = CASE_WRITERS[format];
  const result = (file: typeof first): CaseFileResult => ({
    part: file.name,
    content: contentOf(wholeFile(file, records), FORMATS[format].binary),
  });
  return [result(first), ...others.map(result)];
};

const issueFile = (record: Case | undefined, issue: number): CaseResult['files'] | null => {
  const found = record?.issues.find(({ number }) => number === issue);
  const chunks: readonly Chunk[] = found ? [`${JSON.stringify(found, null, 2)}\n`] : [];
  return found ? [{ part: 'issue', content: contentOf(chunks, false) }] : null;
};

/**
 * The records of a document's letters in a format, the same bytes as the command line writes. With `issue`, that issue's
 * part of the record as JSON. Null where the letter or issue is not there.
 */
export const caseOf = (
  document: OpenDocument,
  params: CaseParams,
  terms: Terms,
  view: AnnotationView,
): CaseResult | null => {
  const { letters } = document;
  const isWanted = ({ number }: PlacedLetter): boolean => params.letter === undefined || number === params.letter;
  const chosen = letters.filter(isWanted);
  if (chosen.length === 0 || !Object.hasOwn(FORMATS, params.format)) return null;
  const records = lookedAt(document, terms, view, params.author ?? null).flatMap(({ placed, record }) =>
    isWanted(placed) ? [record] : [],
  );
  const files = params.issue === undefined ? filesOf(params.format, records) : issueFile(records[0], params.issue);
  if (files === null) return null;
  const count = params.issue === undefined ? chosen.length : 1;
  const blind = terms.settings.annotations.blind && params.issue === undefined && tellsOfPeople([params.format]);
  return { files, suggestedName: suggestedName(document, params, chosen), count, blind };
};
