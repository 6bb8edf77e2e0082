import type { Letter } from '../letter/model.ts';
import { type Layout, layoutOf } from '../letter/paragraphs.ts';
import { flatMap } from '../text/flat-map.ts';
import { isBlank, isBlankLine, lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { perLetter } from './per-letter.ts';

/** What stands in this letter between two lines of one block, and between two blocks: white space only. */
export interface Spacing {
  readonly line: string;
  readonly block: string;
}

/** Where the letter's paragraphs end; looked at once a letter, however many parts are missing from it. */
export const paragraphsOf = perLetter((letter: Letter): Layout => layoutOf(letter.lines, letter.furniture));

const isSpace = (code: number): boolean => isBlank(code) || code === 10 || code === 13;

/** The end of [start, end) without the white space before it. */
export const trimmedEnd = (letter: Letter, { start, end }: Span): number => {
  let at = end;
  while (at > start && isSpace(letter.text.charCodeAt(at - 1))) at--;
  return at;
};

/** The printed part of a span's last line: the nearest place that can be seen from where something is missing. */
export const lastLine = (letter: Letter, span: Span): Span => {
  const end = trimmedEnd(letter, span);
  const content = letter.lines.contentStarts[lineAt(letter.lines, end)] ?? span.start;
  return { start: Math.min(Math.max(content, span.start), end), end };
};

/** The printed part of the first line that is not blank; the empty span at the start where there is none. */
export const firstLine = ({ lines }: Letter): Span => {
  for (let line = 0; line < lines.count; line++) {
    if (!isBlankLine(lines, line)) return { start: lines.contentStarts[line] ?? 0, end: lines.contentEnds[line] ?? 0 };
  }
  return { start: 0, end: 0 };
};

/**
 * How the letter is set: its line break, whether every line is followed by an empty one, whether lines end in a blank (as
 * in text taken from Word), and how its labels are set apart. New parts are set the same way.
 */
export const spacingOf = (letter: Letter): Spacing => {
  const line = lineGap(letter);
  return { line, block: blockGap(letter) ?? line };
};

const lineGap = (letter: Letter): string => {
  const { lines, text } = letter;
  let printed = 0;
  let blankAtEnd = 0;
  for (let line = 0; line < lines.count; line++) {
    if (isBlankLine(lines, line)) continue;
    printed++;
    if ((lines.ends[line] ?? 0) > (lines.contentEnds[line] ?? 0)) blankAtEnd++;
  }
  const lineBreak = lines.count > 1 ? text.slice(lines.ends[0], lines.starts[1]) : '\n';
  const between = paragraphsOf(letter).doubleSpaced ? lineBreak + lineBreak : lineBreak;
  return blankAtEnd > printed / 2 ? ` ${between}` : between;
};

/** The white space before the first mark that a page break does not set apart; labels before headings. */
const blockGap = (letter: Letter): string | null => {
  const labels = flatMap(letter.issues, (issue) => [issue.claimsAdministrator, issue.expertReviewer, issue.rationale]);
  const marks = [...labels.map((part) => part?.label), ...letter.sections.map((section) => section.heading)];
  for (const mark of marks) {
    const gap = mark ? gapBefore(letter, mark.span.start) : '';
    if (gap) return gap;
  }
  return null;
};

/** The white space before an offset, without indentation; empty where it holds a form feed or opens the letter. */
export const gapBefore = (letter: Letter, end: number): string => {
  const start = trimmedEnd(letter, { start: 0, end });
  const gap = letter.text.slice(start, end);
  if (start === 0 || gap.includes('\f')) return '';
  return gap.slice(0, Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1);
};
