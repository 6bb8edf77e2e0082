import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { matchesOf } from '../../text/matching.ts';
import { spanOf } from '../../text/span.ts';
import { type Check, type Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { type Tokens, tokensOf } from '../tokens.ts';
import { identifier } from './redact.ts';

/**
 * A telephone number or an e-mail address in the prose.
 *
 *     (510) 555-0123        someone@example.org
 *
 * The numbers of the review organization, which stand in the letterhead, are no prose.
 */
export const privacyContact: Check = identifier({
  code: 'privacy.contact',
  title: 'A telephone number or an e-mail address stands in the prose.',
  run: (letter) => [...telephones(letter), ...addresses(letter)].sort((a, b) => a.span.start - b.span.start),
});

const TELEPHONE = /(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-.]\d{4}(?![\d-])/y;

const telephones = (letter: Letter): readonly Found[] => {
  const { text, starts, ends } = tokensOf(letter);
  return flatMap(notableIn(letter).numeric, (index): Found[] => {
    const at = starts[index] ?? 0;
    if ((ends[index] ?? 0) - at !== 3 || /[\d.-]/.test(text.charAt(at - 1))) return [];
    TELEPHONE.lastIndex = text.charAt(at - 1) === '(' ? at - 1 : at;
    const [printed] = TELEPHONE.exec(text) ?? [];
    const start = text.charAt(at - 1) === '(' ? at - 1 : at;
    return printed === undefined
      ? []
      : [
          {
            span: spanOf(start, start + printed.length),
            message: 'A telephone number may tell who the injured worker is.',
          },
        ];
  });
};

/** As much of an address as is looked at on either side of its sign. */
const REACH = 64;
const BEFORE = /[\w.+-]{1,63}$/;
const BEHIND = /^[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}/;

const addresses = (letter: Letter): readonly Found[] => {
  const tokens = tokensOf(letter);
  return flatMap(tokens.regions, ({ span }) => addressesWithin(tokens, span.start, span.end));
};

const addressesWithin = ({ text }: Tokens, start: number, end: number): readonly Found[] => {
  const found: Found[] = [];
  for (const { index } of matchesOf(/@/g, text.slice(start, end))) {
    const at = start + index;
    const [before] = BEFORE.exec(text.slice(Math.max(start, at - REACH), at)) ?? [];
    const [behind] = BEHIND.exec(text.slice(at + 1, Math.min(end, at + REACH))) ?? [];
    if (before !== undefined && behind !== undefined)
      found.push({
        span: spanOf(at - before.length, at + 1 + behind.length),
        message: 'An e-mail address may tell who the injured worker is.',
      });
  }
  return found;
};
