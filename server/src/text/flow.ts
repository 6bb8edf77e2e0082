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

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127;
const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isWordPart = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57);

/** A flow under construction. */
interface Draft {
  readonly parts: string[];
  readonly at: number[];
  readonly from: number[];
  length: number;
}

/** Reflows [start, end) of the source. Linear in the region. */
export const flowOf = (source: Source, start: number, end: number): Flow => {
  const { lines, furniture } = source;
  const draft: Draft = { parts: [], at: [], from: [], length: 0 };
  let last = start;
  let hidden = firstHidden(furniture, start);
  for (let line = lineAt(lines, start); line < lines.count; line++) {
    if ((lines.starts[line] ?? 0) >= end) break;
    if (isBlankLine(lines, line)) continue;
    const from = Math.max(lines.contentStarts[line] ?? 0, start);
    const to = Math.min(lines.contentEnds[line] ?? 0, end);
    while (hidden < furniture.length && (furniture[hidden]?.end ?? 0) <= from) hidden++;
    if (hidden < furniture.length && (furniture[hidden]?.start ?? Infinity) <= from) continue;
    const begin = skipBlanks(lines.text, from, to);
    const stop = skipBlanksBack(lines.text, begin, to);
    if (begin >= stop) continue;
    if (draft.length > 0) join(source, draft, last, begin);
    append(lines, begin, stop, draft);
    last = stop;
  }
  return { text: draft.parts.join(''), at: draft.at, from: draft.from, end: last };
};

const firstHidden = (furniture: readonly Span[], start: number): number => {
  let low = 0;
  let high = furniture.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((furniture[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return low;
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
const append = (lines: Lines, begin: number, stop: number, draft: Draft): void => {
  const content = lines.text.slice(begin, stop);
  if (lines.plain && !content.includes('  ')) return add(draft, content, begin);
  let i = begin;
  while (i < stop) {
    let wordEnd = i;
    while (wordEnd < stop && !isBlank(lines.text.charCodeAt(wordEnd))) wordEnd++;
    const next = skipBlanks(lines.text, wordEnd, stop);
    add(draft, next < stop ? `${lines.text.slice(i, wordEnd)} ` : lines.text.slice(i, wordEnd), i);
    i = next;
  }
};

const add = (draft: Draft, content: string, from: number): void => {
  draft.at.push(draft.length);
  draft.from.push(from);
  draft.parts.push(content);
  draft.length += content.length;
};

/** Puts between two lines what belongs there: a blank, or nothing behind a hyphen that divides a word. */
const join = (source: Source, draft: Draft, last: number, next: number): void => {
  const { text } = source.lines;
  const before = text.charCodeAt(last - 2);
  const after = text.charCodeAt(next);
  if (text.charCodeAt(last - 1) !== HYPHEN || !isWordPart(before) || !isWordPart(after)) {
    draft.parts.push(' ');
    draft.length++;
  } else if (isLower(before) && isLower(after) && isDivided(source, last - 1, next)) {
    const part = draft.parts.pop() ?? '';
    draft.parts.push(part.slice(0, -1));
    draft.length--;
  }
};

/** Is the hyphen at `hyphen` only a division at the line's end? Then the letter writes the word without it elsewhere. */
const isDivided = (source: Source, hyphen: number, next: number): boolean => {
  const head = wordBefore(source.lines.text, hyphen);
  const tail = wordAfter(source.lines.text, next);
  return !occurs(source, `${head}-${tail}`) && occurs(source, head + tail);
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

/** In texts up to this length a word is searched for; in longer ones all words are gathered once, so time stays linear. */
const SHORT = 40_000;
const WORDS = new WeakMap<Lines, ReadonlySet<string>>();

/** Does the source hold this word (lower case) anywhere? The evidence for or against a hyphen at a line end. */
const occurs = ({ lines }: Source, word: string): boolean => {
  if (lines.text.length <= SHORT) return hasWord(lines.text, word);
  let words = WORDS.get(lines);
  if (!words) {
    words = wordsOf(lines.text);
    WORDS.set(lines, words);
  }
  return words.has(word);
};

/** The words of a text and, with their hyphen, the pairs of words that one joins: all that `hasWord` would find. */
const wordsOf = (text: string): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const [chain] of text.matchAll(/[a-z\u0080-\uffff]+(?:-[a-z\u0080-\uffff]+)*/gi)) {
    let before: string | null = null;
    for (const word of chain.split('-')) {
      words.add(word);
      if (before !== null) words.add(`${before}-${word}`);
      before = word;
    }
  }
  return words;
};

const hasWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text.charCodeAt(at - 1)) && !isLetter(text.charCodeAt(at + word.length))) return true;
  }
  return false;
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

/** The flow's offset of a source offset; in what the flow leaves out, the offset of what comes next. */
export const toFlow = ({ text, at, from }: Flow, offset: number): number => {
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((from[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const here = (at[low] ?? 0) + Math.max(0, offset - (from[low] ?? 0));
  return Math.min(here, at[low + 1] ?? text.length, text.length);
};

/** The source span of [start, end) in the flow. The end follows the last character, so no wrap is swallowed. */
export const sourceSpan = (flow: Flow, start: number, end: number): Span => {
  const from = toSource(flow, start);
  return spanOf(from, end > start ? toSource(flow, end - 1) + 1 : from);
};

/** The reflowed text of a span: what a case record holds for it. */
export const reflow = (source: Source, span: Span): string => flowOf(source, span.start, span.end).text;
