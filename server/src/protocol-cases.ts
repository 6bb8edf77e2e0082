/** What client and server say to each other to show cases: the preview of one, and the rows of many. */
import type { CaseSpans } from './case/case.ts';
import type { Cell } from './case/table.ts';
import type { ProblemCounts, TextDocumentContent } from './protocol.ts';

export type { CaseSpans } from './case/case.ts';

/** Request `imr/preview`: the brief of a letter of an open document. Answers null where the document holds no letter. */
export const PREVIEW_REQUEST = 'imr/preview';

export interface PreviewParams {
  readonly uri: string;
  /** Which letter, from 1; of a greater number the last. Null for the one that holds the line. */
  readonly letter: number | null;
  /** Of the document, from 0; before the first letter it means that one. */
  readonly line: number;
}

export interface PreviewResult {
  /** Of the document that was read. */
  readonly version: number;
  /** From 1. */
  readonly letter: number;
  /** All letters of the document in their order. */
  readonly letters: readonly PreviewLetter[];
  /** The brief as an element, escaped. A value that is printed in the letter is a link whose `data-at` is its pointer. */
  readonly html: string;
  /** Where the values stand in the document, by their pointers. */
  readonly spans: CaseSpans;
}

export interface PreviewLetter {
  /** The case number, else which letter it is. */
  readonly name: string;
  /** Its first line in the document, from 0. */
  readonly line: number;
}

/** Request `imr/rows`: what a table of many letters shows of those in some documents, which need not be open. */
export const ROWS_REQUEST = 'imr/rows';

/** The columns of the exported tables that a letter's rows hold, in this order (docs/export.md). */
export const ROW_COLUMNS = {
  cases: [
    'source_uri',
    'letter',
    'case_number',
    'case_outcome',
    'decision_date',
    'date_of_injury',
    'received_date',
    'imro_reviewer_specialty',
    'format',
    'first_line',
  ],
  issues: ['issue', 'request', 'request_decision', 'request_drug_group'],
  citations: ['issue', 'side', 'scheme', 'guideline'],
} as const;

export interface RowsParams {
  readonly documents: readonly TextDocumentContent[];
}

export interface RowsResult {
  /** In the order of the documents, of each in that of its letters. */
  readonly documents: readonly (readonly LetterRows[])[];
  /** What was published, to compare with; always the same, in the order of the years. */
  readonly outcomes: readonly Outcome[];
}

/** The rows of the exported tables that are of one letter, cell for cell as they are there. */
export interface LetterRows {
  readonly case: readonly Cell[];
  readonly issues: readonly (readonly Cell[])[];
  readonly citations: readonly (readonly Cell[])[];
  /** Those that no note silences. */
  readonly problems: ProblemCounts;
  readonly silenced: number;
}

/** What is known of the share of denials that was overturned in a year. */
export interface Outcome {
  readonly year: number;
  /** Per cent. */
  readonly overturned: number;
  /** Where it was published. */
  readonly source: readonly string[];
}
