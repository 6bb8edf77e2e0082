import { isBlankLine, type Lines, startsPage } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/**
 * Where paragraphs end, told from layout: blank lines, the single-blank lines of extracted Word files, how full a line
 * is. Layout is evidence, so white space is never trimmed away.
 */
export interface Layout {
  readonly lines: Lines;
  /** Every text line is followed by an empty one. */
  readonly doubleSpaced: boolean;
  /** 1 where a line is blank or page furniture. */
  readonly empty: Uint8Array;
}

export const layoutOf = (lines: Lines, furniture: readonly Span[]): Layout => {
  const empty = new Uint8Array(lines.count);
  for (let line = 0; line < lines.count; line++) if (isBlankLine(lines, line)) empty[line] = 1;
  for (const span of furniture) markFurniture(lines, span, empty);
  let texts = 0;
  let spaced = 0;
  for (let line = 0; line < lines.count - 1; line++) {
    if (empty[line]) continue;
    texts++;
    if (empty[line + 1]) spaced++;
  }
  return { lines, doubleSpaced: texts >= 6 && spaced >= 0.8 * texts, empty };
};

const markFurniture = (lines: Lines, span: Span, empty: Uint8Array): void => {
  let low = 0;
  let high = lines.count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines.ends[middle] ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  empty[low] = 1;
};

/** The nearest line before `line` that holds text, or null where none does at or after `first`. */
export const textLineBefore = ({ empty }: Layout, line: number, first: number): number | null => {
  for (let i = line - 1; i >= first; i--) if (!empty[i]) return i;
  return null;
};

/** The nearest text line after `line`, or null where none does before `last`. */
export const textLineAfter = ({ empty }: Layout, line: number, last: number): number | null => {
  for (let i = line + 1; i < last; i++) if (!empty[i]) return i;
  return null;
};

/** Does the gap between two neighbouring text lines part paragraphs? A page break alone does not, nor page furniture. */
export const gapParts = ({ lines, doubleSpaced, empty }: Layout, before: number, after: number): boolean => {
  let wordBreak = false;
  for (let i = before + 1; i < after; i++) {
    if (empty[i] && !isBlankLine(lines, i)) return false;
    const start = lines.starts[i] ?? 0;
    wordBreak ||= lines.ends[i] === start + 1 && lines.text.charCodeAt(start) === 32;
  }
  return !startsPage(lines, after) && (wordBreak || (!doubleSpaced && after - before > 1));
};

/** How many lines of text tell how wide a text is set: few, since a title may be set narrower than the text above it. */
const WIDTH_LINES = 3;
/** How much of that width a line takes at least that is followed by another of its paragraph: letters differ in width. */
const FULL = 0.75;

/** Does `before` end so short that the first word of the text line `after` it would have found room? Then it ends a paragraph. */
export const leavesRoom = (layout: Layout, before: number, after: number): boolean => {
  const { contentStarts, contentEnds, text } = layout.lines;
  const lengthOf = (line: number): number => (contentEnds[line] ?? 0) - (contentStarts[line] ?? 0);
  const start = contentStarts[after] ?? 0;
  const blank = text.indexOf(' ', start);
  const word = Math.min(blank < 0 ? lengthOf(after) : blank - start, lengthOf(after));
  let width = 0;
  let line: number | null = before;
  for (let seen = 0; line !== null && seen < WIDTH_LINES; seen++, line = textLineBefore(layout, line, 0))
    width = Math.max(width, lengthOf(line));
  return lengthOf(before) + 1 + word <= FULL * width;
};

const SENTENCE_END = /[.!?]["”’')\]]{0,2}$/;

/** Does the line's text end a sentence? */
export const endsSentence = ({ lines }: Layout, line: number): boolean => {
  const end = lines.contentEnds[line] ?? 0;
  return SENTENCE_END.test(lines.text.slice(Math.max(lines.contentStarts[line] ?? 0, end - 4), end));
};
