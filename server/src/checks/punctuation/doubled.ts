import { flatMap } from '../../text/flat-map.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { Gap, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { gapsWith, isShortened } from './gaps.ts';

/**
 * Two marks where one belongs.
 *
 *     pain,, and        techniques..        therapy;;
 *
 * Three full stops are an omission, and the full stop of an abbreviation may stand before another mark.
 */
export const punctuationDoubled: Check = {
  code: 'punctuation.doubled',
  title: 'Two marks stand where one belongs.',
  severity: 'warning',
  category: 'punctuation',
  run: (letter) => {
    const tokens = tokensOf(letter);
    return flatMap(Array.from(gapsWith(letter, Gap.doubled)), ({ index, start, text }) =>
      foundAt(tokens, index, start, text),
    );
  },
};

const DOUBLED = /([.,;:])([.,;:])(?![.,;:])/;

const foundAt = (tokens: Tokens, index: number, start: number, text: string): readonly Found[] => {
  const match = DOUBLED.exec(text);
  if (!match || /[.,;:]/.test(text.charAt(match.index - 1))) return [];
  const [whole, first = '', second = ''] = match;
  if (first === '.' && match.index === 0 && isShortened(tokenText(tokens, index - 1).toLowerCase())) return [];
  const at = start + match.index;
  // Of two different marks no one knows which is meant.
  const reading = first === second ? { reading: first } : {};
  return [
    { span: spanOf(at, at + whole.length), message: `${quoted(whole)} are two marks where one belongs.`, ...reading },
  ];
};
