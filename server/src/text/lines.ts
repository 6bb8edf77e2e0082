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

/** Splits a text into lines. A text without any break is one line; the empty text is one blank line. Linear. */
export const splitLines = (text: string): Lines => {
  const starts: number[] = [0];
  const ends: number[] = [];
  const singleReturns = text.includes('\r');
  if (singleReturns) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code !== LF && code !== CR) continue;
      ends.push(i);
      if (code === CR && text.charCodeAt(i + 1) === LF) i++;
      starts.push(i + 1);
    }
  } else {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      ends.push(i);
      starts.push(i + 1);
    }
  }
  ends.push(text.length);
  return withContent(text, starts, ends);
};

const withContent = (text: string, starts: readonly number[], ends: readonly number[]): Lines => {
  const count = starts.length;
  // One piece of memory for all four: to ask for it takes longer than to fill it.
  const room = new Int32Array(4 * count);
  const part = (i: number): Int32Array => room.subarray(i * count, (i + 1) * count);
  const lines = { starts: part(0), ends: part(1), contentStarts: part(2), contentEnds: part(3) };
  for (let line = 0; line < count; line++) {
    let start = (lines.starts[line] = starts[line] ?? 0);
    let end = (lines.ends[line] = ends[line] ?? 0);
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    lines.contentStarts[line] = start;
    lines.contentEnds[line] = end;
  }
  return { text, count, ...lines, plain: isPlain(text) };
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
