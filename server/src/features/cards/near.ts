import { isWordCode } from '../../facts/phrases.ts';
import { type Span, spanOf } from '../../text/span.ts';
import { type Place, spanInLetter } from './place.ts';

/** Something found in the prose at a place. */
export interface Found<T> {
  readonly of: T;
  /** As printed, reflowed. */
  readonly printed: string;
  /** In the prose's flow. */
  readonly start: number;
  readonly end: number;
  /** In the letter. */
  readonly span: Span;
}

/** No title or name is longer. */
const FARTHEST = 160;

/**
 * What `matchAt` finds at the starts of words and the place touches. Words are read from a little before the place on,
 * and a match is passed over as a whole, as the readers of whole texts do.
 */
export const foundAtWord = <T extends { readonly length: number }>(
  place: Place,
  matchAt: (text: string, offset: number) => T | null,
): Found<T> | null => {
  if (!place.prose) return null;
  const { flow, at } = place.prose;
  for (let i = wordStart(flow.text, Math.max(0, at - FARTHEST)); i <= at && i < flow.text.length; i++) {
    if (!startsWord(flow.text, i)) continue;
    const match = matchAt(flow.text, i);
    if (!match) continue;
    const end = i + match.length;
    if (end >= at) return foundIn(place, match, i, end);
    i = Math.max(i, end - 1);
  }
  return null;
};

const startsWord = (text: string, at: number): boolean =>
  isWordCode(text.charCodeAt(at)) && !(at > 0 && isWordCode(text.charCodeAt(at - 1)));

const wordStart = (text: string, at: number): number => {
  let start = at;
  while (start > 0 && start > at - FARTHEST && isWordCode(text.charCodeAt(start - 1))) start--;
  return start;
};

const foundIn = <T>(place: Place, of: T, start: number, end: number): Found<T> | null => {
  const span = spanInLetter(place, start, end);
  return span && { of, printed: place.prose?.flow.text.slice(start, end) ?? '', start, end, span };
};

/** How far to either side of the place is looked. */
const REACH = 120;

/** What `find` finds in the near prose and the place touches. */
export const foundNearby = <T extends Span>(place: Place, find: (text: string) => readonly T[]): Found<T> | null => {
  if (!place.prose) return null;
  const { flow, at } = place.prose;
  const { start: from, end: to } = nearby(flow.text, at, REACH);
  const of = find(flow.text.slice(from, to)).find(({ start, end }) => from + start <= at && at <= from + end);
  return of ? foundIn(place, of, from + of.start, from + of.end) : null;
};

/** What a global pattern finds in the near prose and the place touches. */
export const foundByPattern = (place: Place, pattern: RegExp): Found<unknown> | null =>
  foundNearby(place, (text) =>
    Array.from(text.matchAll(pattern), (match) => spanOf(match.index, match.index + match[0].length)),
  );

/** The stretch of a text that lies within `reach` of an offset. */
export const nearby = (text: string, at: number, reach: number): Span =>
  spanOf(Math.max(0, at - reach), Math.min(text.length, at + reach));

const SMALL: ReadonlySet<string> = new Set('a an and as at by for from in of on or the to with'.split(' '));

/** Is this the printed title of something: several words, each but the small ones with a capital? */
export const isTitle = (printed: string): boolean => {
  const words = printed.split(/[\s/-]+/u).filter((word) => /\p{L}/u.test(word) && !SMALL.has(word));
  return words.length > 1 && words.every((word) => /^\P{L}*\p{Lu}/u.test(word));
};
