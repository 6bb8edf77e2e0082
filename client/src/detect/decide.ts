import { LANGUAGE_ID } from '../../../server/src/protocol.ts';

export const PLAIN_TEXT = 'plaintext';

const MODES = ['auto', 'ask', 'off'] as const;
/** The setting `imr.detect`. */
export type DetectMode = (typeof MODES)[number];

/** Reads the setting; what is none of its values counts as its default. */
export const detectMode = (value: unknown): DetectMode => MODES.find((mode) => mode === value) ?? 'auto';

/** Documents of the editor itself: output and logs, input boxes, search results. */
const NOT_DOCUMENTS: ReadonlySet<string> = new Set([
  'comment',
  'debug',
  'extension-output',
  'output',
  'search-editor',
  'vscode',
  'vscode-scm',
  'vscode-terminal',
]);

export interface Candidate {
  readonly languageId: string;
  readonly scheme: string;
  readonly mode: DetectMode;
  /** The person said that it is plain text. */
  readonly kept: boolean;
  /** The person was asked before. */
  readonly asked: boolean;
  /** Is its content a letter? Called only where the answer matters, for it reads the document. */
  isLetter(): boolean;
}

/** What to do about a document that was opened, pasted into or saved. */
export const decide = (candidate: Candidate): 'leave' | 'ask' | 'switch' => {
  const { languageId, scheme, mode, kept, asked } = candidate;
  if (languageId !== PLAIN_TEXT || NOT_DOCUMENTS.has(scheme) || kept) return 'leave';
  switch (mode) {
    case 'off':
      return 'leave';
    case 'ask':
      return !asked && candidate.isLetter() ? 'ask' : 'leave';
    case 'auto':
      return candidate.isLetter() ? 'switch' : 'leave';
  }
};

/** The language that `imr.setLanguage` gives a document. */
export const otherLanguage = (languageId: string): string => (languageId === LANGUAGE_ID ? PLAIN_TEXT : LANGUAGE_ID);
