import type { Letter } from '../../letter/model.ts';
import { type Flow, sourceSpan } from '../../text/flow.ts';
import type { Span } from '../../text/span.ts';
import { trimmedEnd } from '../../text/trim.ts';
import type { FoundLink } from './kinds.ts';

const BEGINS = /\b(?:https?:\/\/|www\.|(?:dir|dwc)\.ca\.gov\b)/gi;
/** What an address may be made of. */
const ADDRESS_CODE = /[\w.~%!*'&=+$,;:@/?#()[\]-]/;
/** A page of the web under a host name; no name and password before it. */
const TARGET = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:[/?#].*)?$/i;
/** Ends an address only where the address goes on in the next line. */
const DIVIDES = /[-_/=&?%]/;
const CLOSES = '.,;:!?\'"]';
const LONGEST = 2000;

/** The addresses that a flow prints, with and without `http://`; one that a line end divides is taken whole. */
export const addressesIn = (letter: Letter, flow: Flow): readonly FoundLink[] => {
  const found: FoundLink[] = [];
  let from = 0;
  for (const { index } of flow.text.matchAll(BEGINS)) {
    if (index < from) continue;
    const end = addressEnd(letter, flow, index);
    from = end;
    const printed = printedIn(letter, flow, index, end);
    const target = /^https?:/i.test(printed) ? printed : `https://${printed}`;
    if (TARGET.test(target)) found.push({ start: index, end, target, tooltip: target });
  }
  return found;
};

/** The place in the letter of a link; it may take several lines. */
export const sourceOf = (flow: Flow, { start, end }: Pick<FoundLink, 'start' | 'end'>): Span =>
  sourceSpan(flow, start, end);

const wordEnd = (text: string, from: number): number => {
  let end = from;
  while (end < text.length && end - from < LONGEST && ADDRESS_CODE.test(text.charAt(end))) end++;
  return end;
};

const addressEnd = (letter: Letter, flow: Flow, start: number): number => {
  const { text } = flow;
  let end = wordEnd(text, start);
  while (end - start < LONGEST && text.charAt(end) === ' ' && isWrapped(letter, flow, end)) {
    const next = wordEnd(text, end + 1);
    if (!goesOn(text.charAt(end - 1), text.slice(end + 1, withoutClosing(text, end + 1, next)))) break;
    end = next;
  }
  return withoutClosing(text, start, end);
};

/** Is the blank at `at` of the flow a line end of the letter? */
const isWrapped = ({ text }: Letter, flow: Flow, at: number): boolean => {
  const gap = sourceSpan(flow, at - 1, at + 2);
  return /[\r\n]/.test(text.slice(gap.start, gap.end));
};

/**
 * Does an address whose line ends in `last` go on with the next line's first word? A divider must be followed by something
 * that no sentence begins with; behind a letter the word itself must look like the rest of a path.
 */
const goesOn = (last: string, word: string): boolean => {
  if (looksLikePath(word)) return true;
  if (last === '/') return OPENS_PATH.test(word);
  return DIVIDES.test(last) && word !== '';
};

const OPENS_PATH = /^[\w%-]+[.=?&][\w%=&-]/;
const FILE = /\.(?:html?|pdf|aspx?|php|cfm)\b/i;

const looksLikePath = (word: string): boolean => (word.includes('/') && /[.\d_=]/.test(word)) || FILE.test(word);

/** The end of [start, end) without the marks that close a sentence, and without a bracket that the address did not open. */
const withoutClosing = (text: string, start: number, end: number): number => {
  let stop = trimmedEnd(text, CLOSES, start, end);
  while (text.charAt(stop - 1) === ')' && closesMore(text.slice(start, stop))) {
    stop = trimmedEnd(text, CLOSES, start, stop - 1);
  }
  return stop;
};

const closesMore = (text: string): boolean => text.split(')').length > text.split('(').length;

/** An address as the letter prints it, without line ends: a hyphen before one is the address's own, whatever the flow did. */
const printedIn = (letter: Letter, flow: Flow, start: number, end: number): string => {
  const span = sourceSpan(flow, start, end);
  const isBroken = letter.furniture.some((each) => each.start < span.end && span.start < each.end);
  const printed = isBroken ? flow.text.slice(start, end) : letter.text.slice(span.start, span.end);
  return printed.replace(/\s+/gu, '');
};
