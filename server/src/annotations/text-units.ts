import { indexFrom } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import type { Stretch } from './model.ts';

/**
 * A document's text with LF line ends, and the way between the three countings of it: offsets in the document (UTF-16, its
 * own line ends), offsets in the LF text (UTF-16), and code points of the LF text.
 */
export interface UnitText {
  /** With LF line ends. */
  readonly text: string;
  /** Where in `text` a CR was dropped before the LF that stands there, ascending; empty for most documents. */
  readonly dropped: readonly number[];
  /** Where in `text` the second half of a surrogate pair stands, ascending; empty for most documents. */
  readonly halves: readonly number[];
}

const LF = 10;

/** Reads a document's text: CRLF and a CR alone both end a line. Linear. */
export const unitTextOf = (document: string): UnitText => {
  if (!document.includes('\r')) return { text: document, dropped: [], halves: halvesOf(document) };
  const dropped: number[] = [];
  for (let at = document.indexOf('\r'); at >= 0; at = document.indexOf('\r', at + 1)) {
    if (document.charCodeAt(at + 1) === LF) dropped.push(at - dropped.length);
  }
  const text = document.replace(/\r\n?/g, '\n');
  return { text, dropped, halves: halvesOf(text) };
};

const halvesOf = (text: string): readonly number[] => {
  const halves: number[] = [];
  // Looked for with a pattern, which passes over plain text many times faster than a loop.
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) halves.push(index + 1);
  return halves;
};

/** The document's offset of an offset in the LF text. */
export const toDocument = ({ dropped }: UnitText, offset: number): number => offset + indexFrom(dropped, offset);

/** The offset in the LF text of a document's offset; between CR and LF counts as before the break. */
export const fromDocument = (units: UnitText, offset: number): number => {
  // The i-th dropped CR stood at document offset dropped[i] + i, so the sought count is found by the same halving.
  let low = 0;
  let high = units.dropped.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units.dropped[middle] ?? 0) + middle < offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(offset - low, units.text.length));
};

/** Code points before an offset of the LF text; inside a surrogate pair counts as before it. */
export const codePointAt = ({ halves }: UnitText, offset: number): number => {
  const below = indexFrom(halves, offset);
  return halves[below] === offset ? offset - below - 1 : offset - below;
};

/** The offset in the LF text of a code point. */
export const offsetOfCodePoint = ({ halves, text }: UnitText, codePoint: number): number => {
  let low = 0;
  let high = halves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // The middle-th half stands at code point halves[middle] - middle - 1; those whole before `codePoint` count.
    if ((halves[middle] ?? 0) - middle - 1 < codePoint) low = middle + 1;
    else high = middle;
  }
  return Math.min(codePoint + low, text.length);
};

/** How many code points the LF text has. */
export const lengthOf = ({ text, halves }: UnitText): number => text.length - halves.length;

/** A document's span in code points. */
export const stretchOf = (units: UnitText, { start, end }: Span): Stretch => [
  codePointAt(units, fromDocument(units, start)),
  codePointAt(units, fromDocument(units, end)),
];

/** The text of a stretch. Slices by code point, so half a surrogate pair never comes out. */
export const quoteOf = (units: UnitText, [start, end]: Stretch): string =>
  units.text.slice(offsetOfCodePoint(units, start), offsetOfCodePoint(units, end));

/** The document's span of a stretch. */
export const spanOfStretch = (units: UnitText, [start, end]: Stretch): Span => ({
  start: toDocument(units, offsetOfCodePoint(units, start)),
  end: toDocument(units, offsetOfCodePoint(units, end)),
});
