import type { Decision, Determination, FormatId, Scheme, Sex } from '../letter/model.ts';

/*
 * The case record, member for member as schema/case-1.json has it and in its order, which is the order of the members in
 * every written record. Dates are ISO 8601 calendar dates. What has no evidence is null or an empty list.
 */

export interface Case {
  readonly schemaVersion: 1;
  readonly format: FormatId;
  readonly caseNumber: string | null;
  readonly priority: 'standard' | 'expedited' | null;
  readonly dates: CaseDates;
  readonly determination: Determination | null;
  readonly reviewer: CaseReviewer;
  readonly patient: CasePatient;
  readonly summary: string | null;
  readonly documentsReviewed: readonly string[];
  readonly issues: readonly CaseIssue[];
  readonly source: CaseSource;
  readonly spans: CaseSpans;
  /** Only where a person has recorded what the print should say. */
  readonly corrections?: readonly CaseCorrection[];
  /** Only where a person has looked at values; all others are as the parser read them. */
  readonly confirmations?: readonly CaseConfirmation[];
}

/** What a person says of a value that the parser read. The value itself stays in its place as it was read. */
export interface CaseConfirmation {
  /** The value, as a JSON Pointer into this record. */
  readonly pointer: string;
  /** rejected: the letter says no such thing there. */
  readonly state: 'confirmed' | 'corrected' | 'rejected';
  /** What the person says; null of a rejected one. */
  readonly value: string | number | boolean | null;
  /** The id of the annotator. */
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Said after several people were brought to agree. */
  readonly gold: boolean;
}

/** A [sic] note: the letter keeps its print, the record gives both. */
export interface CaseCorrection {
  /** The value that holds the words, as a JSON Pointer into this record; null where no value does. */
  readonly pointer: string | null;
  readonly span: readonly [start: number, end: number];
  readonly printed: string;
  readonly reading: string;
  /** The check that asked. */
  readonly code: string;
}

export interface CaseDates {
  readonly injury: string | null;
  readonly utilizationReview: string | null;
  readonly applicationReceived: string | null;
  readonly assigned: string | null;
  readonly decision: string | null;
}

export interface CaseReviewer {
  readonly licensedStates: readonly string[];
  readonly specialties: readonly string[];
  readonly subspecialties: readonly string[];
}

export interface CasePatient {
  /** Years. */
  readonly age: number | null;
  readonly sex: Sex | null;
  readonly injuryDate: string | null;
}

export interface CaseIssue {
  /** From 1. */
  readonly number: number;
  readonly item: string | null;
  readonly decision: Decision | null;
  /** As printed. */
  readonly decisionText: string | null;
  readonly claimsAdministrator: CaseBasis | null;
  readonly expertReviewer: CaseBasis | null;
  readonly rationale: string | null;
}

export interface CaseBasis {
  readonly text: string;
  readonly cited: boolean;
  readonly citations: readonly CaseCitation[];
}

export interface CaseCitation {
  readonly text: string;
  readonly scheme: Scheme;
  readonly guideline: string | null;
  readonly year: number | null;
  readonly sections: readonly string[];
  readonly pages: readonly { readonly first: number; readonly last: number }[];
  readonly entry: string | null;
}

export interface CaseSource {
  readonly uri: string | null;
  /** Which letter of the document, from 1. */
  readonly letter: number;
  /** Lines of the document, from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A JSON Pointer into the record, to [start, end) in UTF-16 code units of the document's text. */
export type CaseSpans = Readonly<Record<string, readonly [start: number, end: number]>>;
