/** Letters as the server gives them to the table, and the CSV of the same letters. */

import assert from 'node:assert/strict';
import { parse as parseCsv } from 'csv-parse/sync';
import { type CaseRow, caseRows } from '../../../client/src/cases/rows.ts';
import { toCase, wholeText } from '../../../server/src/case/index.ts';
import { CASE_WRITERS } from '../../../server/src/case/writers.ts';
import { NO_ANNOTATIONS } from '../../../server/src/host/annotations-view.ts';
import { Documents } from '../../../server/src/host/documents.ts';
import { letterRows } from '../../../server/src/host/rows.ts';
import type { Service } from '../../../server/src/host/service.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/host/settings.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { NO_NOTES } from '../../../server/src/notes/index.ts';
import type { RowsResult, TextDocumentContent } from '../../../server/src/protocol.ts';

const service = {
  settings: { of: async () => DEFAULT_SETTINGS },
  notes: { of: async () => ({ notes: NO_NOTES }), forget: () => undefined },
  annotations: { of: async () => NO_ANNOTATIONS, drop: () => undefined },
  documents: new Documents(),
} as unknown as Service;

export type CsvRow = Readonly<Record<string, string>>;

/** What the server answers about some documents. */
export const readRows = (documents: readonly TextDocumentContent[]): Promise<RowsResult> =>
  letterRows(service, { documents });

/** The rows of the letters in some documents. */
export const rowsOf = async (documents: readonly TextDocumentContent[]): Promise<readonly CaseRow[]> => {
  const { documents: read } = await readRows(documents);
  return documents.flatMap(({ uri }, i) => caseRows(uri.slice('file:///'.length), read[i] ?? []));
};

/** A table of the CSV of the letters in some documents. */
export const csvOf = (documents: readonly TextDocumentContent[], table: string): readonly CsvRow[] => {
  const file = CASE_WRITERS.csv.find(({ name }) => name === table) ?? assert.fail();
  const records = documents.flatMap(({ uri, text }) => parse(text).map((placed) => toCase(placed, uri)));
  return parseCsv(wholeText(file, records), { columns: true });
};
