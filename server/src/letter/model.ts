import type { FormatId, HeaderFieldId, SectionId } from '../facts/formats/ids.ts';
import type { Lines } from '../text/lines.ts';
import type { Leaf, Span } from '../text/span.ts';

export {
  FORMAT_IDS,
  type FormatId,
  HEADER_FIELD_IDS,
  type HeaderFieldId,
  type SectionId,
} from '../facts/formats/ids.ts';

/**
 * The tree every reader shares. All spans are [start, end) in UTF-16 code units of the letter's own text, whose first
 * character has offset 0; `PlacedLetter` says where that text stands in its document. A value without evidence is null.
 */
export interface Letter {
  readonly text: string;
  readonly lines: Lines;
  readonly span: Span;
  readonly format: FormatId;
  readonly header: Header | null;
  readonly cover: Cover | null;
  readonly reviewer: Reviewer | null;
  readonly summary: Summary | null;
  readonly documents: Documents | null;
  readonly issues: readonly Issue[];
  /** Every section in document order, unknown ones included; they do not overlap. */
  readonly sections: readonly Section[];
  /** Page headers and footers, which no flow shows. */
  readonly furniture: readonly Span[];
}

/** A letter and where it stands: add `offset` to spans and `line` (0-based) to lines to get those of the document. */
export interface PlacedLetter {
  readonly letter: Letter;
  /** Which letter of the document, from 1. */
  readonly number: number;
  readonly offset: number;
  readonly line: number;
}

/** How a heading or label departs from the form's own spelling. */
export type Damage = 'spelling' | 'case' | 'colon' | 'spacing' | 'split' | 'glued';

/** A heading or label as recognised; its printed form is the text at `span`. */
export interface Mark {
  readonly id: string;
  /** The form's own spelling, with its colon where it has one. */
  readonly canonical: string;
  readonly span: Span;
  /** Empty where it is printed as the form has it. */
  readonly damage: readonly Damage[];
}

export interface Section {
  readonly id: SectionId;
  /** Null where the section has no heading of its own (the header table, a body without its heading). */
  readonly heading: Mark | null;
  readonly span: Span;
}

/** A labelled value. `printed` is null where nothing stands after the label; `value` where it cannot be read. */
export interface Field<T = string> {
  readonly label: Mark | null;
  readonly span: Span;
  /** What stands there, reflowed, with its span. */
  readonly printed: Leaf<string> | null;
  readonly value: T | null;
}

/** A labelled list, such as the reviewer's states. */
export interface ListField {
  readonly label: Mark | null;
  readonly span: Span;
  readonly printed: Leaf<string> | null;
  readonly values: readonly Leaf<string>[];
}

/** The case table and the fields of a cover page. Values: dates ISO (YYYY-MM-DD), priority `standard` or `expedited`. */
export interface Header {
  readonly span: Span;
  readonly fields: Readonly<Partial<Record<HeaderFieldId, Field>>>;
}

export type Determination = 'upheld' | 'overturned' | 'partially-overturned';

export interface Cover {
  readonly span: Span;
  /** `Final Determination: UPHOLD` and the like. */
  readonly determination: Field<Determination> | null;
  readonly addressee: Leaf<string> | null;
}

export interface Reviewer {
  readonly span: Span;
  /** Whether the qualifications stand in a sentence or in labelled lines. */
  readonly form: 'prose' | 'credentials';
  readonly licensedStates: ListField | null;
  readonly specialties: ListField | null;
  readonly subspecialties: ListField | null;
}

export type Sex = 'female' | 'male';

export interface Summary {
  readonly heading: Mark | null;
  readonly span: Span;
  /** The summary proper, reflowed, without its introductory sentence; null where the section is empty. */
  readonly text: Leaf<string> | null;
  /** Years. */
  readonly age: Leaf<number> | null;
  readonly sex: Leaf<Sex> | null;
  /** ISO date. */
  readonly injuryDate: Leaf<string> | null;
}

export interface Documents {
  readonly heading: Mark | null;
  readonly span: Span;
  readonly items: readonly Leaf<string>[];
}

export type Decision = 'upheld' | 'overturned' | 'modified';

export interface Issue {
  /** From 1. */
  readonly number: number;
  readonly span: Span;
  /** The whole paragraph that opens the issue, decision included; null where the issue begins at its first label. */
  readonly title: Leaf<string> | null;
  readonly item: Leaf<string> | null;
  /** Of a carve-out: what was first asked for. */
  readonly originalRequest: Leaf<string> | null;
  /** Of a carve-out: what the claims administrator authorized. */
  readonly authorized: Leaf<string> | null;
  /**
   * `value` null where a word stands in the decision's place that is no decision. Its span is the printed word or
   * sentence; in a notice of 2013 that stands in the list at the letter's head, outside the issue.
   */
  readonly decision: DecisionLeaf | null;
  readonly claimsAdministrator: Basis | null;
  readonly expertReviewer: Basis | null;
  readonly rationale: Field | null;
}

export interface DecisionLeaf extends Leaf<Decision | null> {
  readonly printed: string;
  readonly damage: readonly Damage[];
}

/** What one side relied on: the statement after `Claims Administrator guideline:` or `MAXIMUS guideline:`. */
export interface Basis {
  readonly label: Mark | null;
  readonly span: Span;
  /** The statement, reflowed; null where nothing stands after the label. */
  readonly text: Leaf<string> | null;
  /** False where the letter says that nothing was cited. */
  readonly cited: boolean;
  readonly citations: readonly Citation[];
}

export type Scheme = 'MTUS' | 'ODG' | 'ACOEM' | 'other';

/** What one side names. What it refers to is told by `meaningOf` (`meaning.ts`), once a citation. */
export interface Citation {
  readonly span: Span;
  /** The citation's own part, reflowed. */
  readonly text: string;
  readonly scheme: Scheme;
  /** As printed, without the year. */
  readonly guideline: Leaf<string> | null;
  readonly year: Leaf<number> | null;
  readonly sections: readonly Leaf<string>[];
  readonly pages: readonly PageRange[];
}

/** Pages as printed, from 1; `first === last` for a single page. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
  readonly span: Span;
}
