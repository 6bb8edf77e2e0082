import type { Span } from '../text/span.ts';
import { WHITE_SPACE } from '../text/trim.ts';
import { CONTEXT, type Passage, type Stretch } from './model.ts';
import { lengthOf, quoteOf, stretchOf, type UnitText } from './text-units.ts';

/** A base text with its hash, as `hash.ts` makes it. */
export interface Base {
  readonly hash: string;
  readonly units: UnitText;
}

/**
 * What an annotation of spans of the document is made on. Ends are moved inwards to what is not blank; spans that overlap
 * or touch become one. Null where nothing but blanks is left: there is nothing to annotate.
 */
export const passageOf = (
  base: Base,
  document: string,
  spans: readonly Span[],
  section: string | null,
): Passage | null =>
  passageAt(
    base,
    spans.map((span) => stretchOf(base.units, trimmed(document, span))),
    section,
  );

/** The same for stretches of the base text, which are taken as they are, but put in order and joined where they touch. */
export const passageAt = (base: Base, stretches: readonly Stretch[], section: string | null): Passage | null => {
  const joined = inOrder(stretches);
  const [first] = joined;
  const last = joined.at(-1);
  if (!first || !last) return null;
  const { units } = base;
  return {
    base: base.hash,
    stretches: joined,
    quotes: joined.map((stretch) => quoteOf(units, stretch)),
    before: quoteOf(units, [Math.max(0, first[0] - CONTEXT), first[0]]),
    after: quoteOf(units, [last[1], Math.min(lengthOf(units), last[1] + CONTEXT)]),
    section,
  };
};

/** A span of the document with its ends moved inwards to what is not blank. */
export const trimmed = (text: string, span: Span): Span => {
  let { start, end } = span;
  while (start < end && WHITE_SPACE.includes(text.charAt(start))) start++;
  while (end > start && WHITE_SPACE.includes(text.charAt(end - 1))) end--;
  return { start, end };
};

/** By their starts, without empty ones, and those that overlap or touch made one. */
export const inOrder = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const sorted = stretches.filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: Stretch[] = [];
  for (const [start, end] of sorted) {
    const last = joined.at(-1);
    if (last && start <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([start, end]);
  }
  return joined;
};

/** A passage's words for a list: its quotes with what lies between left out. */
export const wordsOf = ({ quotes }: Passage): string => quotes.join(' … ');
