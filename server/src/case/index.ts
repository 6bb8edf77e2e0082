import type { Case } from './case.ts';
import { jsonWriter } from './json.ts';
import { wholeText } from './whole.ts';

export type { Case, CaseBasis, CaseCitation, CaseIssue, CaseSpans } from './case.ts';
export { determinationOf } from './determination.ts';
export { CASE_FORMATS, type CaseFormat, type CaseFormatInfo, FORMATS } from './formats.ts';
export { caseToJson } from './json.ts';
export type { Cell, ColumnInfo, Table } from './table.ts';
export { toCase } from './to-case.ts';
export { wholeFile, wholeText } from './whole.ts';
export type { Assembly, CaseFile, CaseWriter, Chunk, WriterOptions } from './writer.ts';

/** Records as one JSON text: a single one as an object, several or none as an array. */
export const casesToJson = (records: readonly Case[]): string => wholeText(jsonWriter[0], records);
