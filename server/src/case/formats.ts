/** A format of export, as dialogs and help name it. */
export interface CaseFormatInfo {
  /** As a person reads it in a list. */
  readonly title: string;
  /** One sentence more. */
  readonly detail: string;
  /** Without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** No text: nothing for a clipboard or a terminal. */
  readonly binary: boolean;
  /** One set of files for all letters of a run, or a file for each letter. */
  readonly per: 'run' | 'letter';
  /** The names of the files in a folder, before the extension; a file for each letter is named after it. */
  readonly files: readonly string[];
  /** May change with any version. */
  readonly experimental: boolean;
}

const TABLES = ['cases', 'issues', 'citations'] as const;

const format = (
  title: string,
  detail: string,
  extension: string,
  mediaType: string,
  rest: Partial<CaseFormatInfo> = {},
): CaseFormatInfo => ({
  title,
  detail,
  extension,
  mediaType,
  binary: false,
  per: 'run',
  files: ['cases'],
  experimental: false,
  ...rest,
});

/** The formats of an export, in the order in which they are offered. Data only: see `CASE_WRITERS`. */
export const FORMATS = {
  json: format('JSON', 'The whole record, for programs.', 'json', 'application/json'),
  jsonl: format('JSON Lines', 'The whole record, one a line, for many letters.', 'jsonl', 'application/jsonl'),
  csv: format('CSV', 'Three tables for a spreadsheet: cases, issues, citations.', 'csv', 'text/csv', { files: TABLES }),
  parquet: format(
    'Parquet',
    'The same three tables with typed columns, for databases and notebooks.',
    'parquet',
    'application/vnd.apache.parquet',
    { files: TABLES, binary: true },
  ),
  markdown: format('Markdown brief', 'A page to read for each letter, for notes and mails.', 'md', 'text/markdown', {
    per: 'letter',
  }),
  html: format('HTML brief', 'A page to read, print or hand on for each letter.', 'html', 'text/html', {
    per: 'letter',
  }),
  fhir: format('FHIR R4 Bundle', 'For clinical systems; experimental.', 'fhir.json', 'application/fhir+json', {
    experimental: true,
  }),
} as const satisfies Readonly<Record<string, CaseFormatInfo>>;

export type CaseFormat = keyof typeof FORMATS;

export const CASE_FORMATS = Object.keys(FORMATS) as readonly CaseFormat[];
