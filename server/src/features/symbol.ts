import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { Letter } from '../letter/model.ts';
import { printable } from '../text/printable.ts';
import type { Span } from '../text/span.ts';
import { clamped, rangeOf } from './range.ts';

/** A row of the outline, before it is fitted into the row above it. */
export interface Row {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  /** What is selected when the row is chosen; the start of `span` if left out. */
  readonly selection?: Span | undefined;
  readonly children?: readonly Row[];
}

/**
 * The only maker of outline symbols, since an editor drops the whole outline for one symbol that breaks the rules:
 * the name is never empty, the selection lies in the range, and every child lies in its parent.
 */
export const symbolOf = (letter: Letter, row: Row, parent: Span = letter.span): DocumentSymbol => {
  const span = clamped(row.span, parent);
  const selection = clamped(row.selection ?? { start: span.start, end: span.start }, span);
  const detail = printable(row.detail ?? '');
  return {
    name: printable(row.name) || 'Unnamed',
    ...(detail && { detail }),
    kind: row.kind,
    range: rangeOf(letter, span),
    selectionRange: rangeOf(letter, selection),
    ...(row.children?.length && { children: row.children.map((child) => symbolOf(letter, child, span)) }),
  };
};
