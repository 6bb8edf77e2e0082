import type { Range, TextEdit } from 'vscode-languageserver';
import type { Letter } from '../letter/model.ts';
import { positionAt } from '../text/lines.ts';
import type { Replacement } from '../text/pieces.ts';
import type { Span } from '../text/span.ts';

/** A span of the letter as a range of the letter: lines and characters from 0, counted from the letter's first line. */
export const rangeOf = (letter: Letter, span: Span): Range => ({
  start: positionAt(letter.lines, span.start),
  end: positionAt(letter.lines, span.end),
});

/** The part of `span` that lies inside `outer`; an empty span at its nearer edge where none does. */
export const clamped = (span: Span, outer: Span): Span => {
  const start = Math.min(Math.max(span.start, outer.start), outer.end);
  return { start, end: Math.min(Math.max(span.end, start), outer.end) };
};

/** Replacements in a letter as text edits of its lines. */
export const textEdits = (letter: Letter, replacements: readonly Replacement[]): readonly TextEdit[] =>
  replacements.map(({ span, text }) => ({ range: rangeOf(letter, span), newText: text }));
