const LF = 10;
const CR = 13;
const FF = 12;

/**
 * The physical lines of a text: ended by LF, CRLF or CR alone, as editors count. A form feed is white space and ends no
 * line. Arrays are parallel, one entry a line, all offsets in UTF-16 code units.
 */
export interface Lines {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  /** Ends without the line break. */
  readonly ends: Int32Array;
  /** First and one-past-last offset of what is not white space; equal on a blank line. */
  readonly contentStarts: Int32Array;
  readonly contentEnds: Int32Array;
  /** No blank but the common one stands inside a line's content (form feeds at a line's start do not count). */
  readonly plain: boolean;
}

/** White space within a line: blank, tab, form feed, vertical tab, no-break space, byte order mark. */
export const isBlank = (code: number): boolean =>
  code === 32 || code === 9 || code === 12 || code === 11 || code === 0xa0 || code === 0xfeff;

/** Where the lines of the text at hand end, and where the next ones start; one room for all texts, in turn. */
const USUAL_ROOM = 4096;
let breaks = new Int32Array(USUAL_ROOM);

const roomy = (used: number): Int32Array<ArrayBuffer> => {
  const more = new Int32Array(2 * breaks.length);
  more.set(breaks.subarray(0, used));
  return more;
};

/** Fills `breaks`; gives how much of it is used. */
const findBreaks = (text: string): number => {
  let used = 0;
  const singleReturns = text.includes('\r');
  for (let i = singleReturns ? nextBreak(text, 0) : text.indexOf('\n'); i >= 0; ) {
    if (used + 2 > breaks.length) breaks = roomy(used);
    breaks[used++] = i;
    const next = text.charCodeAt(i) === CR && text.charCodeAt(i + 1) === LF ? i + 2 : i + 1;
    breaks[used++] = next;
    i = singleReturns ? nextBreak(text, next) : text.indexOf('\n', next);
  }
  return used;
};

const nextBreak = (text: string, from: number): number => {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || code === CR) return i;
  }
  return -1;
};

/** Splits a text into lines. A text without any break is one line; the empty text is one blank line. Linear. */
export const splitLines = (text: string): Lines => {
  const used = findBreaks(text);
  const count = used / 2 + 1;
  // One piece of memory for all four: to ask for it takes longer than to fill it.
  const room = new Int32Array(4 * count);
  const part = (i: number): Int32Array => room.subarray(i * count, (i + 1) * count);
  const [starts, ends, contentStarts, contentEnds] = [part(0), part(1), part(2), part(3)];
  for (let line = 0; line < count; line++) {
    let start = (starts[line] = line === 0 ? 0 : (breaks[2 * line - 1] ?? 0));
    let end = (ends[line] = line === count - 1 ? text.length : (breaks[2 * line] ?? 0));
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    contentStarts[line] = start;
    contentEnds[line] = end;
  }
  // What a huge text needed is not kept.
  if (breaks.length > USUAL_ROOM) breaks = new Int32Array(USUAL_ROOM);
  return { text, count, starts, ends, contentStarts, contentEnds, plain: isPlain(text) };
};

/** Searched for one by one: a search for one character is many times faster than one for a set. */
const isPlain = (text: string): boolean => {
  if (['\t', '\v', '\u00a0', '\ufeff'].some((blank) => text.includes(blank))) return false;
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) {
    const before = at === 0 ? LF : text.charCodeAt(at - 1);
    if (before !== LF && before !== CR && before !== FF) return false;
  }
  return true;
};

export const isBlankLine = (lines: Lines, line: number): boolean =>
  lines.contentStarts[line] === lines.contentEnds[line];

/** Does a page begin with this line? A form feed then stands before its content. */
export const startsPage = (lines: Lines, line: number): boolean => {
  const end = lines.contentStarts[line] ?? 0;
  for (let i = lines.starts[line] ?? 0; i < end; i++) if (lines.text.charCodeAt(i) === FF) return true;
  return false;
};

/** The 0-based line that holds an offset; a line break belongs to the line it ends. */
export const lineAt = (lines: Lines, offset: number): number => {
  let low = 0;
  let high = lines.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Line and character, both from 0, of an offset; an offset inside a line break counts as the line's end. */
export const positionAt = (lines: Lines, offset: number): { line: number; character: number } => {
  const line = lineAt(lines, offset);
  const within = Math.min(Math.max(offset, 0), lines.ends[line] ?? 0);
  return { line, character: within - (lines.starts[line] ?? 0) };
};

/** The offset of a line and character, both from 0, kept inside the line. */
export const offsetAt = (lines: Lines, line: number, character: number): number => {
  if (line < 0) return 0;
  if (line >= lines.count) return lines.text.length;
  const start = lines.starts[line] ?? 0;
  return Math.min(start + Math.max(character, 0), lines.ends[line] ?? start);
};
