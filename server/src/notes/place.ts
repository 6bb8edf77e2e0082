import type { Letter } from '../letter/model.ts';
import { hashOf } from '../text/hash.ts';
import type { Span } from '../text/span.ts';
import { trimEndOf, WHITE_SPACE } from '../text/trim.ts';
import type { AtPlace, OfLetter } from './note.ts';

/** How much stands in a note on either side of the words, and how much of the words, in UTF-16 units. */
const CONTEXT = 32;
const LONGEST = 200;
/** White space may take most of a stretch of double-spaced text. */
const RAW = CONTEXT * 4;
/** As much of what surrounds the words must be the same on one side for the place to be the same. */
const ENOUGH = 12;

const squeezed = (text: string): string => trimEndOf(text.replace(/\s+/g, ' ').trimStart(), WHITE_SPACE);

/** The words at a span as a note has them: white space squeezed, so that wraps do not matter. */
export const quoteAt = ({ text }: Letter, { start, end }: Span): string =>
  squeezed(text.slice(start, Math.min(end, start + LONGEST * 4))).slice(0, LONGEST);

/** A place of a letter: the words and what stands around them. */
export type Surroundings = Pick<AtPlace, 'quote' | 'before' | 'after'>;

/** What stands at a span and around it. */
export const placeAt = (letter: Letter, span: Span): Surroundings => {
  const { text } = letter;
  return {
    quote: quoteAt(letter, span),
    before: squeezed(text.slice(Math.max(span.start - RAW, 0), span.start)).slice(-CONTEXT),
    after: squeezed(text.slice(span.end, span.end + RAW)).slice(0, CONTEXT),
  };
};

const sharedHead = (a: string, b: string): number => {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
};

const sharedTail = (a: string, b: string): number => {
  let length = 0;
  const shorter = Math.min(a.length, b.length);
  while (length < shorter && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
};

/**
 * How alike the surroundings of a place are to those of a note of the same words: 0 where it is another place, more the
 * more of them is the same.
 */
export const likeness = (note: Surroundings, place: Surroundings): number => {
  if (note.before === place.before && note.after === place.after) return Number.MAX_SAFE_INTEGER;
  const before = sharedTail(note.before, place.before);
  const after = sharedHead(note.after, place.after);
  return before >= ENOUGH || after >= ENOUGH ? before + after : 0;
};

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');

/** Short, the same everywhere, and no more than a name; two hashes, so that no two letters of a large folder share it. */
const nameOf = (text: string): string => hex(hashOf(text)) + hex(hashOf(`imr ${text}`));

const KEYS = new WeakMap<Letter, string>();

/**
 * What tells a letter from others whatever its file is called: its case number, else how its summary begins, else how it
 * begins itself; hashed, so that a note does not spell it out.
 */
export const letterKey = (letter: Letter): string => {
  const known = KEYS.get(letter);
  if (known !== undefined) return known;
  const { header, summary, text } = letter;
  const key = nameOf(
    header?.fields.caseNumber?.value ?? (summary?.text?.value.slice(0, 400) || squeezed(text.slice(0, 1600))),
  );
  KEYS.set(letter, key);
  return key;
};

/** A letter as its notes name it. */
export const ofLetter = (letter: Letter, path: string): OfLetter => ({ path, letter: letterKey(letter) });
