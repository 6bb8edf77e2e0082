import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { Gap, tokensOf, tokenText } from '../tokens.ts';
import { gapsWith, isLetters } from './gaps.ts';

/**
 * No blank between a comma and the next word.
 *
 *     the neck,back and shoulder
 *
 * Only between words: numbers and names of substances hold commas of their own.
 */
export const punctuationCommaWithoutSpace: Check = {
  code: 'punctuation.comma-without-space',
  title: 'No blank stands between a comma and the next word.',
  severity: 'warning',
  category: 'punctuation',
  run: (letter) => {
    const tokens = tokensOf(letter);
    const found: Found[] = [];
    for (const { index, start, text } of gapsWith(letter, Gap.comma)) {
      if (text !== ',' || !isLetters(tokens, index) || !isLetters(tokens, index - 1)) continue;
      if (Math.min(tokenText(tokens, index).length, tokenText(tokens, index - 1).length) < SHORTEST) continue;
      const message = 'No blank stands between the comma and the next word.';
      found.push({ span: spanOf(start, start + 1), message, reading: ', ', certain: true });
    }
    return found;
  },
};

const SHORTEST = 2;
