import type { Case } from './case.ts';
import { csvWriter } from './csv.ts';
import type { CaseFormat } from './formats.ts';
import { jsonWriter } from './json.ts';
import { jsonlWriter } from './jsonl.ts';
import { wholeText } from './whole.ts';
import type { CaseWriter } from './writer.ts';

export type { Case, CaseBasis, CaseCitation, CaseIssue, CaseSpans } from './case.ts';
export { determinationOf } from './determination.ts';
export { CASE_FORMATS, type CaseFormat, type CaseFormatInfo, FORMATS } from './formats.ts';
export { caseToJson } from './json.ts';
export type { Cell, ColumnInfo, Table } from './table.ts';
export { TABLES } from './tables.ts';
export { toCase } from './to-case.ts';
export { wholeFile, wholeText } from './whole.ts';
export type { Assembly, CaseFile, CaseWriter, Chunk, WriterOptions } from './writer.ts';

/** The writers of all formats. Who needs one only imports its file, and does not carry the others. */
export const CASE_WRITERS: Readonly<Record<CaseFormat, CaseWriter>> = {
  json: jsonWriter,
  jsonl: jsonlWriter,
  csv: csvWriter,
};

/** Records as one JSON text: a single one as an object, several or none as an array. */
export const casesToJson = (records: readonly Case[]): string => wholeText(jsonWriter[0], records);
