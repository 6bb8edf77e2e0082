import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { type Check, type Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { tokenSpan } from '../slot/around.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { identifier, isRedacted } from './redact.ts';

/**
 * A number that tells who the injured worker is: of social security, of a case before the appeals board, of a claim.
 *
 *     Claim Number: 06110-4471        SSN 123-45-6789        ADJ1234567
 */
export const privacyNumber: Check = identifier({
  code: 'privacy.number',
  title: 'A number of social security, of a claim or of an appeals board case stands in the letter.',
  run: (letter) => [...claimNumber(letter), ...inProse(letter)],
});

const claimNumber = ({ header }: Letter): readonly Found[] => {
  const printed = header?.fields.claimNumber?.printed;
  return printed && !isRedacted(printed.value)
    ? [{ span: printed.span, message: 'The number of the claim tells who the injured worker is.' }]
    : [];
};

const APPEALS_BOARD = /^ADJ\d{5,9}$/i;

const inProse = (letter: Letter): readonly Found[] => {
  const tokens = tokensOf(letter);
  return flatMap(notableIn(letter).numeric, (index): Found[] => {
    if (tokens.kinds[index] !== Kind.digit) {
      if (!APPEALS_BOARD.test(tokenText(tokens, index))) return [];
      return [
        { span: tokenSpan(tokens, index), message: 'The number of an appeals board case tells who the parties are.' },
      ];
    }
    if (!isSocialSecurity(tokens, index)) return [];
    return [{ span: tokenSpan(tokens, index, index + 2), message: 'This has the form of a social security number.' }];
  });
};

const PARTS = [3, 2, 4];

/** Do three, two and four digits stand here, joined by hyphens, and nothing else beside them? */
const isSocialSecurity = ({ kinds, starts, ends, gaps }: Tokens, index: number): boolean =>
  PARTS.every((length, i) => {
    const at = index + i;
    const isPart = kinds[at] === Kind.digit && (ends[at] ?? 0) - (starts[at] ?? 0) === length;
    return isPart && (i === 0 ? gaps[at] !== Gap.hyphen : gaps[at] === Gap.hyphen);
  }) && gaps[index + PARTS.length] !== Gap.hyphen;
