import { csvWriter } from './csv.ts';
import { fhirWriter } from './fhir.ts';
import type { CaseFormat } from './formats.ts';
import { htmlWriter } from './html.ts';
import { jsonWriter } from './json.ts';
import { jsonlWriter } from './jsonl.ts';
import { markdownWriter } from './markdown.ts';
import { parquetWriter } from './parquet.ts';
import type { CaseWriter } from './writer.ts';

/** The writers of all formats. No part of `index.ts`, so that who writes JSON only does not carry the others. */
export const CASE_WRITERS: Readonly<Record<CaseFormat, CaseWriter>> = {
  json: jsonWriter,
  jsonl: jsonlWriter,
  csv: csvWriter,
  parquet: parquetWriter,
  markdown: markdownWriter,
  html: htmlWriter,
  fhir: fhirWriter,
};
