import { isBlank, isBlankLine, type Lines, lineAt } from './lines.ts';
import { type Span, spanOf } from './span.ts';

/** The text a flow is made from: its lines, the spans it hides (sorted, whole lines), and words for hyphens. */
export interface Source {
  readonly lines: Lines;
  /** Page furniture, in document order. */
  readonly furniture: readonly Span[];
}

/**
 * The reflowed text of a region: line wraps, blank lines, form feeds, padding and page furniture are gone, words divided
 * at a line end are joined. `pieces` are parallel arrays that map it back: piece i begins at `at[i]` in the flow and at
 * `from[i]` in the source.
 */
export interface Flow {
  readonly text: string;
  readonly at: readonly number[];
  readonly from: readonly number[];
  /** Where the last piece ends in the source. */
  readonly end: number;
}

const HYPHEN = 45;
const RUN_OF_BLANKS = /[ \t\f\v\u00a0\ufeff]{2,}|[\t\f\v\u00a0\ufeff]/;

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127;
const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isWordPart = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57);

/** Reflows [start, end) of the source. Linear in the region. */
export const flowOf = (source: Source, start: number, end: number): Flow => {
  const { lines, furniture } = source;
  const at: number[] = [];
  const from: number[] = [];
  let text = '';
  let last = start;
  let hidden = firstHidden(furniture, start);
  for (let line = lineAt(lines, start); line < lines.count; line++) {
    const lineStart = lines.starts[line] ?? 0;
    if (lineStart >= end) break;
    if (isBlankLine(lines, line)) continue;
    const from0 = Math.max(lines.contentStarts[line] ?? 0, start);
    const to0 = Math.min(lines.contentEnds[line] ?? 0, end);
    while (hidden < furniture.length && (furniture[hidden]?.end ?? 0) <= from0) hidden++;
    if ((furniture[hidden]?.start ?? Infinity) <= from0 && hidden < furniture.length) continue;
    const begin = skipBlanks(lines.text, from0, to0);
    const stop = skipBlanksBack(lines.text, begin, to0);
    if (begin >= stop) continue;
    text = join(source, text, begin);
    text = append(lines.text, begin, stop, text, at, from);
    last = stop;
  }
  return { text, at, from, end: last };
};

const firstHidden = (furniture: readonly Span[], start: number): number => {
  const index = furniture.findIndex((span) => span.end > start);
  return index < 0 ? furniture.length : index;
};

const skipBlanks = (text: string, start: number, end: number): number => {
  let i = start;
  while (i < end && isBlank(text.charCodeAt(i))) i++;
  return i;
};

const skipBlanksBack = (text: string, start: number, end: number): number => {
  let i = end;
  while (i > start && isBlank(text.charCodeAt(i - 1))) i--;
  return i;
};

/** Adds one line's content; runs of blanks inside it become one, each run a new piece. */
const append = (source: string, begin: number, stop: number, text: string, at: number[], from: number[]): string => {
  const content = source.slice(begin, stop);
  if (!RUN_OF_BLANKS.test(content)) {
    at.push(text.length);
    from.push(begin);
    return text + content;
  }
  let out = text;
  let i = begin;
  while (i < stop) {
    let wordEnd = i;
    while (wordEnd < stop && !isBlank(source.charCodeAt(wordEnd))) wordEnd++;
    at.push(out.length);
    from.push(i);
    out += source.slice(i, wordEnd);
    i = skipBlanks(source, wordEnd, stop);
    if (i < stop) out += ' ';
  }
  return out;
};

/** What stands between the text so far and the next line: a blank, or nothing after a hyphen that divides a word. */
const join = (source: Source, text: string, next: number): string => {
  if (text.length === 0) return text;
  const end = text.length;
  if (text.charCodeAt(end - 1) !== HYPHEN || end < 2 || !isWordPart(text.charCodeAt(end - 2))) return `${text} `;
  const nextCode = source.lines.text.charCodeAt(next);
  if (!isWordPart(nextCode)) return `${text} `;
  if (!isLower(text.charCodeAt(end - 2)) || !isLower(nextCode)) return text;
  const head = wordBefore(text, end - 1);
  const tail = wordAfter(source.lines.text, next);
  const words = wordsOf(source);
  return !words.has(`${head}-${tail}`) && words.has(head + tail) ? text.slice(0, -1) : text;
};

const wordBefore = (text: string, end: number): string => {
  let start = end;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end).toLowerCase();
};

const wordAfter = (text: string, start: number): string => {
  let end = start;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return text.slice(start, end).toLowerCase();
};

const WORDS = new WeakMap<Lines, ReadonlySet<string>>();

/** Every word and hyphenated word of the source, lower case: the evidence for or against a hyphen at a line end. */
const wordsOf = ({ lines }: Source): ReadonlySet<string> => {
  let words = WORDS.get(lines);
  if (!words) {
    words = new Set(lines.text.toLowerCase().match(/[a-z\u0080-\uffff]+(?:-[a-z\u0080-\uffff]+)*/g) ?? []);
    WORDS.set(lines, words);
  }
  return words;
};

/** The source offset of a flow offset; `flow.text.length` gives the end of the last piece. */
export const toSource = (flow: Flow, offset: number): number => {
  if (offset >= flow.text.length) return flow.end;
  let low = 0;
  let high = flow.at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((flow.at[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (flow.from[low] ?? 0) + offset - (flow.at[low] ?? 0);
};

/** The source span of [start, end) in the flow. The end follows the last character, so no wrap is swallowed. */
export const sourceSpan = (flow: Flow, start: number, end: number): Span => {
  const from = toSource(flow, start);
  return spanOf(from, end > start ? toSource(flow, end - 1) + 1 : from);
};

/** The reflowed text of a span: what a case record holds for it. */
export const reflow = (source: Source, span: Span): string => flowOf(source, span.start, span.end).text;
