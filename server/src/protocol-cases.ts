/** What client and server say to each other to show cases: the preview of one, and the rows of many. */
import type { CaseSpans } from './case/case.ts';

export type { CaseSpans } from './case/case.ts';

/** Request `imr/preview`: the brief of a letter of an open document. Answers null where the document holds no letter. */
export const PREVIEW_REQUEST = 'imr/preview';

export interface PreviewParams {
  readonly uri: string;
  /** Which letter, from 1; of a greater number the last. */
  readonly letter: number;
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
