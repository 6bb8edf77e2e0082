import { jsonWriter } from './json.ts';
import { jsonlWriter } from './jsonl.ts';
import type { CaseWriter } from './writer.ts';

export type { Case, CaseBasis, CaseCitation, CaseIssue, CaseSpans } from './case.ts';
export { determinationOf } from './determination.ts';
export { casesToJson, caseToJson } from './json.ts';
export { toCase } from './to-case.ts';
export type { CaseWriter } from './writer.ts';

/** The formats of an export. */
export const CASE_FORMATS = ['json', 'jsonl'] as const;
export type CaseFormat = (typeof CASE_FORMATS)[number];

export const CASE_WRITERS: Readonly<Record<CaseFormat, CaseWriter>> = { json: jsonWriter, jsonl: jsonlWriter };
