import headerRows from './header.json';
import type { FormatId, HeaderFieldId, SectionId } from './ids.ts';
import markRows from './marks.json';
import sentenceTable from './sentences.json';
import startTable from './starts.json';
import wholeTable from './whole.json';

/**
 * How a mark stands in a letter. heading: alone on its line; title: opens a line that goes on; label: opens a line and is
 * followed by its value; numbered: a label behind `1)`; run-in: the first words of a closing paragraph.
 */
export type MarkKind = 'heading' | 'title' | 'label' | 'numbered' | 'run-in';

/** A fixed heading or label of the form, spelled as the form has it. */
export interface MarkRow {
  readonly id: string;
  readonly kind: MarkKind;
  readonly section: SectionId;
  readonly text: string;
  /** The formats that it is evidence for; empty where several print it. */
  readonly formats: readonly FormatId[];
  /** The form itself prints it over two lines. */
  readonly wraps?: boolean;
}

export const MARK_ROWS = markRows as readonly MarkRow[];

export interface HeaderRow {
  readonly field: HeaderFieldId;
  readonly value: 'case-number' | 'priority' | 'date' | 'text';
  readonly labels: readonly string[];
}

export const HEADER_ROWS = headerRows as readonly HeaderRow[];

/** A line that tells where in a letter it stands: its opening, its summary, the heading of its issues, a rationale. */
export interface StartRow {
  readonly text: string;
  readonly part: 'opening' | 'summary' | 'issues' | 'rationale';
  /** Nothing else stands on its line. */
  readonly alone?: boolean;
  /** One of these follows within a few lines. */
  readonly near?: readonly string[];
}

export const startRows = (): readonly StartRow[] => startTable.rows as readonly StartRow[];

/** What tells how many issues a letter has, by itself and apart from their labels. */
export type IssueCount =
  /** Lines that end in a decision, as titles do. */
  | { readonly by: 'decision' }
  /** Lines that 1, 2, ... open in turn, from one heading to the next. */
  | { readonly by: 'number'; readonly below: string };

/** What a letter of one form has where none of its marks is damaged. Marks are named by their ids; of those in one list one stands. */
export interface WholeRow {
  readonly format: FormatId;
  /** Of the case table, where it prints one. */
  readonly fields: readonly HeaderFieldId[];
  readonly once: readonly (readonly string[])[];
  /** Not this form's. */
  readonly never?: readonly string[];
  /** One of these words stands in it. */
  readonly says?: readonly string[];
  /** The labels of each issue, in order. */
  readonly issue?: readonly (readonly string[])[];
  readonly count?: IssueCount;
  /** Each once where it speaks to its reader. */
  readonly addressed?: readonly string[];
  /** Once or never. */
  readonly optional?: readonly string[];
}

/** Only reading a letter wants them, so that a bundle keeps them packed (scripts/facts-plugin.mjs). */
export const wholeRows = (): readonly WholeRow[] => wholeTable.rows as readonly WholeRow[];

/** Where in a letter a fixed sentence stands; the statements of the two sides hold one of theirs, or none. */
export type SentencePlace =
  | 'cover'
  | 'method'
  | 'documents'
  | 'summary'
  | 'issues'
  | 'claimsAdministrator'
  | 'expertReviewer'
  | 'disclaimer';

/** A sentence that the form prints in every letter. `text` may hold words that vary (`a|an`) and places to fill (`{date}`). */
export interface SentenceRow {
  readonly id: string;
  readonly place: SentencePlace;
  /** The forms that print it so. */
  readonly formats: readonly FormatId[];
  /** Of several spellings of a word the first is this form's usual one; the others are official too. */
  readonly text: string;
  /** It was read in real letters of the form: where it is not found, it is missing. */
  readonly sure: boolean;
  /** Nothing stands between it and the sentence before it. */
  readonly follows?: boolean;
}

/** In the order of the letter within a place. Only checks want them, so that a bundle keeps them packed (scripts/facts-plugin.mjs). */
export const sentenceRows = (): readonly SentenceRow[] => sentenceTable.rows as readonly SentenceRow[];
