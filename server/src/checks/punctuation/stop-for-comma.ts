import { isWord } from '../../facts/lexicon.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { gapsWith, isShortened } from './gaps.ts';

/**
 * A full stop before a word in lower case: a comma that was taken for it, or a sentence that lost its capital.
 *
 *     He has pain in the neck. which radiates to the arm
 */
export const punctuationStopForComma: Check = {
  code: 'punctuation.stop-for-comma',
  title: 'A full stop stands before a word in lower case.',
  severity: 'information',
  category: 'punctuation',
  run: (letter) => {
    const tokens = tokensOf(letter);
    const found: Found[] = [];
    for (const { index, start, text } of gapsWith(letter, Gap.stop))
      if (/^\. ?\r?\n?$/.test(text) && text.length > 1 && isMeant(tokens, index))
        found.push(foundAt(tokens, index, start));
    return found;
  },
};

const SHORTEST = 4;

const isMeant = (tokens: Tokens, index: number): boolean => {
  const before = tokenText(tokens, index - 1);
  const next = tokenText(tokens, index);
  if (tokens.kinds[index] !== Kind.lower || tokens.kinds[index - 1] !== Kind.lower || next.length < 2) return false;
  return before.length >= SHORTEST && !isShortened(before) && isWord(before) && isWord(next);
};

const foundAt = (tokens: Tokens, index: number, start: number): Found => ({
  span: spanOf(start, start + 1),
  message: `A full stop stands before ${quoted(tokenText(tokens, index))}, which begins no sentence.`,
  reading: ',',
});
