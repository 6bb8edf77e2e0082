/** [start, end) in UTF-16 units of a document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Longer than any word. */
const FAR = 400;

/** The span with the next word taken in at its end; itself where there is none. */
export const withNextWord = (text: string, { start, end }: Span): Span => {
  const [word = ''] = /^\s*\S+/.exec(text.slice(end, end + FAR)) ?? [];
  return { start, end: end + word.length };
};

/** The span without the last of its words; itself where it has but one. */
export const withoutLastWord = (text: string, { start, end }: Span): Span => {
  const words = text.slice(start, end).trimEnd();
  const gap = Math.max(words.lastIndexOf(' '), words.lastIndexOf('\n'), words.lastIndexOf('\t'));
  const shorter = words.slice(0, Math.max(gap, 0)).trimEnd();
  return shorter === '' ? { start, end } : { start, end: start + shorter.length };
};

/** Do two spans overlap or touch? */
const meet = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** Spans that take in another; it joins those that it meets, else stands as one more, in the order of the text. */
export const withSpan = (spans: readonly Span[], added: Span): readonly Span[] => {
  const met = spans.filter((span) => meet(span, added));
  const joined = met.reduce((a, b) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }), added);
  return [...spans.filter((span) => !met.includes(span)), joined].sort((a, b) => a.start - b.start);
};

/** What of the spans lies within another. */
export const within = (spans: readonly Span[], { start, end }: Span): readonly Span[] =>
  spans
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.end > span.start);

/** The spans before an offset and those behind it; null where one of the two holds nothing but blanks. */
export const splitAt = (
  text: string,
  spans: readonly Span[],
  offset: number,
): readonly [readonly Span[], readonly Span[]] | null => {
  const parts = [within(spans, { start: 0, end: offset }), within(spans, { start: offset, end: text.length })] as const;
  const holdsWords = parts.every((part) => part.some(({ start, end }) => text.slice(start, end).trim() !== ''));
  return holdsWords ? parts : null;
};

/** Spans of several annotations as those of one: joined where nothing but blanks lies between. */
export const joined = (text: string, spans: readonly Span[]): readonly Span[] =>
  [...spans]
    .sort((a, b) => a.start - b.start)
    .reduce<readonly Span[]>((done, span) => {
      const last = done.at(-1);
      if (!last || text.slice(last.end, span.start).trim() !== '') return [...done, span];
      return [...done.slice(0, -1), { start: last.start, end: Math.max(last.end, span.end) }];
    }, []);

const ESCAPED = /[\\^$.*+?()[\]{}|/]/g;
const WORD = /[\p{L}\p{N}]/u;

/** Where the same words stand, in whatever case and however they are wrapped; whole words only. In the order of the text. */
export const occurrences = (text: string, words: string): readonly Span[] => {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  const pattern = new RegExp(parts.map((part) => part.replace(ESCAPED, '\\$&')).join('\\s+'), 'giu');
  const isWhole = ({ start, end }: Span): boolean =>
    !(WORD.test(text.slice(start, start + 1)) && WORD.test(text.slice(start - 1, start))) &&
    !(WORD.test(text.slice(end - 1, end)) && WORD.test(text.slice(end, end + 1)));
  return [...text.matchAll(pattern)]
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .filter(isWhole);
};
