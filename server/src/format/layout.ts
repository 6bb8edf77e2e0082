import type { Letter } from '../letter/model.ts';
import { flowOf, toSource } from '../text/flow.ts';
import type { Replacement } from '../text/pieces.ts';
import type { Span } from '../text/span.ts';
import { type Break, breakBetween, isInTable, type Page, pageOf } from './breaks.ts';

/** How a letter is to be set. */
export interface Setting {
  /** Are paragraphs set anew? Else lines stay, and only what stands between them changes. */
  readonly rewraps: boolean;
  /** The longest line in UTF-16 units; 0 for one paragraph a line. A word that is longer stands alone. */
  readonly width: number;
  readonly lineBreak: string;
  /** Does another letter follow in the document? */
  readonly followed: boolean;
}

/** Lines that make one paragraph, and what belongs before it. */
interface Paragraph {
  readonly span: Span;
  readonly before: Break | null;
  /** Nothing within changes. */
  readonly kept: boolean;
}

/** The edits that set a letter, and the paragraphs that they are made in. */
export interface Typeset {
  readonly edits: readonly Replacement[];
  readonly paragraphs: readonly Span[];
}

/** Sets a letter. The edits are in order and apart, and change nothing but white space, page furniture and hyphens at line ends. */
export const setLetter = (letter: Letter, setting: Setting): Typeset => {
  const page = pageOf(letter);
  const paragraphs = paragraphsOf(page, setting);
  const edits = paragraphs.flatMap((paragraph, i) => [
    ...gapEdits(letter, paragraphs[i - 1], paragraph, setting),
    ...(paragraph.kept ? [] : paragraphEdits(letter, paragraph.span, setting)),
  ]);
  const last = paragraphs.at(-1);
  const tail = last ? tailEdits(letter, last.span.end, setting) : [];
  return { edits: [...edits, ...tail], paragraphs: paragraphs.map(({ span }) => span) };
};

const paragraphsOf = (page: Page, { rewraps }: Setting): readonly Paragraph[] => {
  const { contentStarts, contentEnds } = page.letter.lines;
  const paragraphs: Paragraph[] = [];
  let last = -1;
  for (const line of page.texts) {
    const open = paragraphs.at(-1);
    const before = open ? breakBetween(page, last, line) : null;
    const end = contentEnds[line] ?? 0;
    if (open && before === 'wrap' && rewraps) {
      paragraphs[paragraphs.length - 1] = { ...open, span: { start: open.span.start, end } };
    } else {
      const span = { start: contentStarts[line] ?? 0, end };
      paragraphs.push({ span, before: before === 'wrap' ? 'line' : before, kept: !rewraps || isInTable(page, line) });
    }
    last = line;
  }
  return paragraphs;
};

const edit = ({ text }: Letter, start: number, end: number, put: string): readonly Replacement[] =>
  text.slice(start, end) === put ? [] : [{ span: { start, end }, text: put }];

/** What stands between two paragraphs; where a line is kept, its indentation is too. */
const gapEdits = (
  letter: Letter,
  previous: Paragraph | undefined,
  { span, before, kept }: Paragraph,
  { lineBreak }: Setting,
): readonly Replacement[] => {
  const { text } = letter;
  let start = span.start;
  while (kept && start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  // Blank lines before the first text are of no letter; indentation behind a form feed is gone with the page.
  if (!previous) return edit(letter, 0, start, '');
  return edit(letter, previous.span.end, start, before === 'block' ? lineBreak + lineBreak : lineBreak);
};

/** What stands behind the last paragraph: its line's end where it has one, and an empty line where another letter follows. */
const tailEdits = (letter: Letter, end: number, { lineBreak, followed }: Setting): readonly Replacement[] => {
  const ends = /[\r\n]/.test(letter.text.slice(end)) ? lineBreak : '';
  return edit(letter, end, letter.text.length, followed ? ends + ends : ends);
};

/** The words of a paragraph, as its running text has them, with blanks and line ends between. */
const paragraphEdits = (
  letter: Letter,
  { start, end }: Span,
  { width, lineBreak }: Setting,
): readonly Replacement[] => {
  const flow = flowOf(letter, start, end);
  const edits: Replacement[] = [];
  let column = 0;
  let at = 0;
  for (const chunk of chunksOf(flow.text)) {
    const from = toSource(flow, at);
    const to = toSource(flow, at + chunk.length - 1) + 1;
    if (at > 0) {
      const wraps = width > 0 && column + 1 + chunk.length > width;
      edits.push(...edit(letter, toSource(flow, at - 2) + 1, from, wraps ? lineBreak : ' '));
      column = wraps ? 0 : column + 1;
    }
    edits.push(...chunkEdits(letter, { start: from, end: to }, chunk));
    column += chunk.length;
    at += chunk.length + 1;
  }
  return edits;
};

/** Words that must stand on one line: a line that ends in a hyphen would run on without a blank. */
const chunksOf = (text: string): readonly string[] => {
  const chunks: string[] = [];
  let open = '';
  for (const word of text.split(' ')) {
    open = open === '' ? word : `${open} ${word}`;
    if (word.endsWith('-')) continue;
    chunks.push(open);
    open = '';
  }
  return open === '' ? chunks : [...chunks, open];
};

/** The least edit that makes what stands at a span a run of words: white space within it, a hyphen at a line's end. */
const chunkEdits = ({ text }: Letter, { start, end }: Span, chunk: string): readonly Replacement[] => {
  const printed = text.slice(start, end);
  if (printed === chunk) return [];
  const shorter = Math.min(printed.length, chunk.length);
  let head = 0;
  while (head < shorter && printed[head] === chunk[head]) head++;
  let tail = 0;
  while (tail < shorter - head && printed[printed.length - 1 - tail] === chunk[chunk.length - 1 - tail]) tail++;
  return [{ span: { start: start + head, end: end - tail }, text: chunk.slice(head, chunk.length - tail) }];
};
