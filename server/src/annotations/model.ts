/**
 * The annotations of a letter: labelled stretches of its text with what somebody, or a rule, says of them. Nothing here
 * touches the letter. Positions are kept in a base text that never changes; `anchor/` finds them again in today's text.
 */

/**
 * [start, end) in Unicode code points of a base text with LF line ends, as brat, W3C and Python count. A pair, not a
 * `Span`, so that the two ways of counting cannot be mixed up; `text-units.ts` converts.
 */
export type Stretch = readonly [start: number, end: number];

/** What an annotation was made on: enough to find it again in an edited text, and to read it without the letter. */
export interface Passage {
  /** SHA-256 in hexadecimal of the base text, in UTF-8 with LF line ends. */
  readonly base: string;
  /** One or more, in the order of the text and apart from one another. Two of different annotations may overlap or nest. */
  readonly stretches: readonly Stretch[];
  /** What stands at each stretch, character by character. */
  readonly quotes: readonly string[];
  /** Up to `CONTEXT` code points before the first stretch and behind the last. */
  readonly before: string;
  readonly after: string;
  /** The part of the letter it stands in, such as `1/issues/0`: which letter of the document, then the pointer. Null: unknown. */
  readonly section: string | null;
}

/** Code points of context that are kept on each side of a passage. */
export const CONTEXT = 32;

/** A closed value (`upheld`), a number (46), a text, or none: a span that only carries its label. */
export type Value = string | number | boolean | null;

/**
 * suggested: a rule says so, nobody has looked. confirmed: a person agrees. corrected: a person says something else.
 * rejected: a person says that this is no such thing. flagged: a person wants another look.
 */
export const STATES = ['suggested', 'confirmed', 'corrected', 'rejected', 'flagged'] as const;
export type State = (typeof STATES)[number];

/** Who or what said it first. */
export type Origin =
  | { readonly kind: 'person' }
  /** `rule`: the JSON Pointer of the value in the case record. `version`: of the parser that read it. */
  | { readonly kind: 'rule'; readonly rule: string; readonly version: string; readonly value: Value };

export interface Annotation {
  /** The same in every clone and for ever. */
  readonly id: string;
  /** The id of a label; one that the folder's labels no longer know is kept as it is. */
  readonly label: string;
  readonly passage: Passage;
  readonly value: Value;
  readonly state: State;
  /** The text is the letter's own slip and stays as printed. */
  readonly sic: boolean;
  readonly note: string | null;
  /** The id of the annotator, or `MACHINE`. */
  readonly author: string;
  readonly origin: Origin;
  /** ISO 8601 in UTC. */
  readonly made: string;
  readonly changed: string;
}

/** The layer that is computed from the case record and never stored; what a person touches of it moves to theirs. */
export const MACHINE = 'machine';
/** The layer of the adjudicated annotations. */
export const GOLD = 'gold';

/** How far an annotator is with a letter. */
export const PROGRESS = ['in-progress', 'done', 'problem'] as const;
export type Progress = (typeof PROGRESS)[number];

/** What one annotator, or gold, says of one letter: all of a store file. */
export interface Layer {
  /** An annotator's id, or `GOLD`. */
  readonly author: string;
  /** In the order of their ids; without those that were removed. */
  readonly annotations: readonly Annotation[];
  /** Null where nobody has said. */
  readonly progress: Progress | null;
  /** When the last event was written, ISO 8601 in UTC; null of an empty layer. */
  readonly changed: string | null;
}

/** What is wrong with a file of annotations or labels: a sentence for a person. The rest of the file is read. */
export interface Problem {
  /** As the reader was told the file's name. */
  readonly file: string;
  /** From 1; null where it is the whole file. */
  readonly line: number | null;
  readonly message: string;
}

/** A result together with what had to be left out of it. */
export interface Loaded<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** A problem as one line: `file:line: message`. */
export const problemText = ({ file, line, message }: Problem): string =>
  line === null ? `${file}: ${message}` : `${file}:${line}: ${message}`;
