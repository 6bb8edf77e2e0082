import type { Letter } from '../letter/model.ts';
import type { Span } from '../text/span.ts';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
/**
 * error: a part the law requires is missing or unreadable; warning: almost certainly a transcription slip;
 * information: worth a look, may be the reviewer's own; hint: style.
 */
export type Severity = (typeof SEVERITIES)[number];

/** In the order in which pages and settings list them. Each is a folder of checks and the first part of their codes. */
export const CATEGORIES = [
  'missing',
  'characters',
  'layout',
  'label',
  'slot',
  'word',
  'punctuation',
  'boilerplate',
  'structure',
  'cross-check',
  'citation',
  'privacy',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a check finds. Spans are the letter's own. The message is one sentence saying what, where and why. */
export interface Found {
  readonly span: Span;
  readonly message: string;
  /** Where this finding is surer or less sure than others of its check. */
  readonly severity?: Severity;
  /**
   * What the text at `span` should read, where there is one reading: the fix changes the text to it, and a note that the
   * print is right as it stands ([sic]) keeps it.
   */
  readonly reading?: string;
  /** True where the reading cannot be another: two witnesses, or a fixed sentence. Only such fixes are made unasked. */
  readonly certain?: boolean;
  /** The word that is not known, where a person may add it to the words of the folder. */
  readonly word?: string;
  /** What the fix needs, so that nothing is analysed twice. Plain JSON. */
  readonly data?: unknown;
  /** The other witnesses. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}

/** What a check found, under the check's code and with the severity that the settings give it. */
export interface Problem extends Found {
  readonly code: string;
  readonly severity: Severity;
}

/** One replacement; `snippet` marks text in LSP snippet syntax (tab stops, choices) for editors that know it. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  readonly snippet?: string;
}

export interface Fix {
  readonly title: string;
  /** In the order of the text; they do not overlap. */
  readonly edits: readonly Edit[];
  /** True only where the reading is certain. */
  readonly preferred: boolean;
}

/** A severity for a check, by its code, or `off`. */
export type CheckSettings = Readonly<Record<string, Severity | 'off'>>;

export interface Check {
  /** `category.name`, as in settings (`imr.checks.<code>`) and docs/checks/<code>.md. */
  readonly code: string;
  /** One sentence for settings and docs: what it reports. */
  readonly title: string;
  readonly severity: Severity;
  /** The check runs only where a setting gives it a severity. */
  readonly offByDefault?: true;
  readonly category: Category;
  /** Where the law or the form asks for the part, with its source. */
  readonly legal?: string | undefined;
  run(letter: Letter): readonly Found[];
  /** The fixes of a finding beside the change to its `reading`, which every check has for nothing. */
  fixes?(found: Found, letter: Letter): readonly Fix[];
}
