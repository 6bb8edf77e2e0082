import type { Span } from './span.ts';

/** A text to put in the place of a span. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/** A text as it came about from another: stretches that stayed, and what was put between them. */
export type Pieces = readonly (Span | string)[];

/** A text in which nothing has changed yet. */
export const untouched = (text: string): Pieces => [{ start: 0, end: text.length }];

/** Those of the replacements that can all be made at once: in the order of the text, each behind the one before. */
export const apart = <T extends Replacement>(replacements: readonly T[]): readonly T[] => {
  let end = -1;
  return [...replacements]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }) => {
      // Two that only touch would have no order between them.
      if (span.start <= end && end >= 0) return false;
      end = span.end;
      return true;
    });
};

/** The text that the replacements, in order and apart, make of a text. */
export const replaced = (text: string, replacements: readonly Replacement[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: put } of replacements) {
    parts.push(text.slice(at, span.start), put);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
};

const lengthOf = (piece: Span | string): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start);

const part = (piece: Span | string, from: number, to: number): Span | string =>
  typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };

/** The pieces after further replacements, in order and apart, whose spans count in the text that the pieces make. */
export const piecesAfter = (pieces: Pieces, replacements: readonly Replacement[]): Pieces => {
  const result: (Span | string)[] = [];
  let next = 0;
  /** The last replacement whose text has been put: one may take away parts of several pieces. */
  let emitted = -1;
  let at = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    let from = 0;
    for (; next < replacements.length; next++) {
      const { span, text } = replacements[next] as Replacement;
      if (span.start > at + length) break;
      if (emitted < next) {
        if (span.start - at > from) result.push(part(piece, from, span.start - at));
        result.push(text);
        emitted = next;
      }
      from = Math.max(from, Math.min(span.end - at, length));
      if (span.end > at + length) break;
    }
    if (from < length) result.push(part(piece, from, length));
    at += length;
  }
  // Only where no piece is left to put it at.
  return [...result, ...replacements.slice(Math.max(next, emitted + 1)).map(({ text }) => text)];
};

/** The replacements that lead from the first text to the one that the pieces make: one wherever something was put or left out. */
export const replacementsOf = (pieces: Pieces, length: number): readonly Replacement[] => {
  const found: Replacement[] = [];
  let at = 0;
  let put = '';
  const upTo = (start: number): void => {
    if (put !== '' || start > at) found.push({ span: { start: at, end: start }, text: put });
    put = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      put += piece;
      continue;
    }
    upTo(piece.start);
    at = piece.end;
  }
  upTo(length);
  return found;
};
