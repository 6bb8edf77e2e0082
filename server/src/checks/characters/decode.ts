import { type CodePage, codePages } from '../../facts/code-pages.ts';

/** A stretch [start, end) of characters, and what they stand for. */
export interface Decoded {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly page: CodePage;
}

/** Text may have been misread more than once on its way. */
const MOST_TIMES = 3;

/** Latin, Greek, punctuation, currency, letterlike signs, arrows, mathematics, boxes, ligatures: what a letter can hold. */
const PLAUSIBLE =
  /[\u00a0-\u017f\u02c6\u02dc\u0370-\u03ff\u1e9e\u2000-\u206f\u20a0-\u27bf\uf000-\uf0ff\ufb00-\ufb06\ufeff\ufffd]/;

/** Characters that are UTF-8 read in another code page, each stretch as long as it goes. */
export const misread = (text: string): readonly Decoded[] => {
  const found: Decoded[] = [];
  for (let at = 0; at < text.length; ) {
    const next = codePages()
      .map((page) => stretchAt(text, at, page))
      .find((stretch) => stretch !== null);
    if (next) found.push(next);
    at = next?.end ?? at + 1;
  }
  return found;
};

const stretchAt = (text: string, start: number, page: CodePage): Decoded | null => {
  let decoded = '';
  let end = start;
  for (let length = sequenceAt(text, end, page); length > 0; length = sequenceAt(text, end, page)) {
    decoded += characterAt(text, end, length, page);
    end += length;
  }
  return end > start ? { start, end, text: again(decoded, page), page } : null;
};

/** A text that is misread still. */
const again = (text: string, page: CodePage, times = 1): string => {
  const inner = times < MOST_TIMES ? stretchAt(text, 0, page) : null;
  return inner && inner.end === text.length ? inner.text : text;
};

const byteAt = (text: string, at: number, { bytes }: CodePage): number => bytes.get(text.charAt(at)) ?? 0;
const isContinuation = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf;

/** The length of the UTF-8 sequence at `at`, or 0 where none of a plausible character stands there. */
const sequenceAt = (text: string, at: number, page: CodePage): number => {
  const first = byteAt(text, at, page);
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : 0;
  for (let i = 1; i < length; i++) if (!isContinuation(byteAt(text, at + i, page))) return 0;
  return length > 0 && PLAUSIBLE.test(characterAt(text, at, length, page)) ? length : 0;
};

const characterAt = (text: string, at: number, length: number, page: CodePage): string => {
  let code = byteAt(text, at, page) & (length === 2 ? 0x1f : 0x0f);
  for (let i = 1; i < length; i++) code = (code << 6) | (byteAt(text, at + i, page) & 0x3f);
  return String.fromCharCode(code);
};
