import type { Check } from '../check.ts';
import { agesIn } from '../slot/age.ts';
import { tokenSpan } from '../slot/around.ts';
import { Kind, tokensOf, tokenText } from '../tokens.ts';
import { identifier } from './redact.ts';

/**
 * An age of 90 years or more: so few people are as old that the age may tell who is meant. The rules on health data (45 CFR
 * 164.514(b)) leave such ages out.
 *
 *     a 92 year old retired baker
 */
export const privacyAge: Check = identifier({
  code: 'privacy.age',
  title: 'An age of more than 89 years stands in the letter.',
  run: (letter) => {
    const tokens = tokensOf(letter);
    return agesIn(letter)
      .filter((index) => tokens.kinds[index] === Kind.digit && isHigh(tokenText(tokens, index)))
      .map((index) => ({
        span: tokenSpan(tokens, index),
        message: 'So few people are older than 89 years that the age may tell who is meant.',
      }));
  },
});

const [HIGHEST_USUAL, HIGHEST] = [89, 120];

const isHigh = (age: string): boolean => Number(age) > HIGHEST_USUAL && Number(age) <= HIGHEST;
