/** What the page of a preview and the extension say to each other. */

/** To the page. */
export type ToPreview =
  | {
      readonly kind: 'case';
      /** From 1. */
      readonly letter: number;
      /** The names of all letters of the document. */
      readonly names: readonly string[];
      readonly html: string;
      /** What brings the preview back after the window was closed. */
      readonly state: PreviewState;
    }
  | { readonly kind: 'nothing'; readonly text: string };

/** From the page. */
export type FromPreview =
  | { readonly kind: 'ready' }
  /** Show where a value stands, by its pointer. */
  | { readonly kind: 'go'; readonly at: string }
  /** Show another letter of the document, from 1. */
  | { readonly kind: 'letter'; readonly letter: number };

export interface PreviewState {
  readonly uri: string;
  readonly letter: number;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1;

/** A message of the page; null for anything else. */
export const readFromPreview = (message: unknown): FromPreview | null => {
  if (!isRecord(message)) return null;
  const { kind, at, letter } = message;
  if (kind === 'ready') return { kind };
  if (kind === 'go' && typeof at === 'string') return { kind, at };
  return kind === 'letter' && isNumber(letter) ? { kind, letter } : null;
};

/** What a page has kept; null where it has kept nothing, or something else. */
export const readPreviewState = (state: unknown): PreviewState | null =>
  isRecord(state) && typeof state['uri'] === 'string' && isNumber(state['letter'])
    ? { uri: state['uri'], letter: state['letter'] }
    : null;

/** Which letter, from 1, holds a line of the document; the first for a line before it. `letters` are in their order. */
export const letterAtLine = (letters: readonly { readonly line: number }[], line: number): number =>
  Math.max(1, letters.filter((letter) => letter.line <= line).length);
