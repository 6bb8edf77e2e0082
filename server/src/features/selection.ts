import type { SelectionRange } from 'vscode-languageserver';
import type { Letter } from '../letter/model.ts';
import { contains, type Span, touches } from '../text/span.ts';
import { clamped, rangeOf } from './range.ts';
import { spansOf } from './spans.ts';

/**
 * What a growing selection takes in turn: the word, the value, the field or citation, the part of the issue, the issue,
 * the section, the letter. `offset` is the letter's own. Never empty: outside of everything it is the letter.
 */
export const selectionRange = (letter: Letter, offset: number): SelectionRange => {
  const whole = { start: 0, end: letter.text.length };
  // An editor insists on the cursor, which may stand in the white space around the letter.
  const root: Span = touches(letter.span, offset) ? letter.span : whole;
  const spans = [...spansOf(letter), wordAt(letter.text, offset)]
    .map((span) => clamped(span, root))
    .filter((span) => span.end > span.start && touches(span, offset))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  let outer = root;
  let result: SelectionRange = { range: rangeOf(letter, root) };
  for (const span of spans) {
    const grows = contains(outer, span) && (span.start !== outer.start || span.end !== outer.end);
    if (!grows) continue;
    result = { range: rangeOf(letter, span), parent: result };
    outer = span;
  }
  return result;
};

const WORD = /[\p{L}\p{M}\p{N}]/u;

const wordAt = (text: string, offset: number): Span => {
  const isWord = (index: number): boolean => index >= 0 && index < text.length && WORD.test(text.charAt(index));
  let start = offset;
  let end = offset;
  while (isWord(start - 1)) start--;
  while (isWord(end)) end++;
  return { start, end };
};
