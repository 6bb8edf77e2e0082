import type { Letter } from '../letter/model.ts';
import type { Span } from '../text/span.ts';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
/**
 * error: a part the law requires is missing or unreadable; warning: almost certainly a transcription slip;
 * information: worth a look, may be the reviewer's own; hint: style.
 */
export type Severity = (typeof SEVERITIES)[number];

export type Category =
  | 'missing'
  | 'characters'
  | 'layout'
  | 'label'
  | 'slot'
  | 'word'
  | 'punctuation'
  | 'boilerplate'
  | 'structure'
  | 'cross-check'
  | 'citation';

/** What a check found. Spans are the letter's own. The message is one sentence saying what, where and why. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  /** What the fix needs, so that nothing is analysed twice. Plain JSON. */
  readonly data?: unknown;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}

/** One replacement; `snippet` marks text in LSP snippet syntax (tab stops, choices) for editors that know it. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  readonly snippet?: string;
}

export interface Fix {
  readonly title: string;
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
  readonly category: Category;
  /** Where the law or the form asks for the part, with its source. */
  readonly legal?: string;
  run(letter: Letter): Iterable<Problem>;
  fixes?(problem: Problem, letter: Letter): readonly Fix[];
}
