import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { Gap, Kind, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { gapsWith } from './gaps.ts';

/**
 * An apostrophe behind a word that it does not belong to.
 *
 *     pain on the right' right shoulder
 *
 * Behind an s it may be that of a plural, and behind a number it is a measure; between two of them stands a quotation.
 */
export const punctuationStrayApostrophe: Check = {
  code: 'punctuation.stray-apostrophe',
  title: 'An apostrophe stands behind a word that it does not belong to.',
  severity: 'information',
  category: 'punctuation',
  run: (letter) => {
    const tokens = tokensOf(letter);
    const found: Found[] = [];
    let isOpen = false;
    for (const { index, start, text } of gapsWith(letter, Gap.apostrophe)) {
      if (/\s['‘’]$|[([]['‘’]$/.test(text)) isOpen = true;
      else if (/^[.,;]?['’](?:\s|$|[.,;:)])/.test(text)) {
        if (/^['’]\s/.test(text) && !isOpen && isStray(tokenText(tokens, index - 1), tokens.kinds[index - 1] ?? 0)) {
          const message = `No quotation begins before the apostrophe behind ${quoted(tokenText(tokens, index - 1))}.`;
          found.push({ span: spanOf(start, start + 1), message, reading: '' });
        }
        isOpen = false;
      }
    }
    return found;
  },
};

const isStray = (word: string, kind: number): boolean => (kind & Kind.digit) === 0 && !/(?:[sxz]|in)$/i.test(word);
