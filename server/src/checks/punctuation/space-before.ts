import { flatMap } from '../../text/flat-map.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { Gap, Kind, type Tokens, tokensOf } from '../tokens.ts';
import { gapsWith } from './gaps.ts';

/**
 * A blank before a comma, a semicolon or a colon, or before a full stop that ends a sentence.
 *
 *     neck , back and shoulder        of the head .
 *
 * Numbers are left alone, and the colon of a disputed item.
 */
export const punctuationSpaceBefore: Check = {
  code: 'punctuation.space-before',
  title: 'A blank stands before a comma, a semicolon, a colon or a full stop.',
  severity: 'warning',
  category: 'punctuation',
  run: (letter) => {
    const tokens = tokensOf(letter);
    return flatMap(Array.from(gapsWith(letter, Gap.spaced)), ({ index, start, text }) =>
      foundAt(tokens, index, start, text),
    );
  },
};

const MARK = /^(,?[ \t]{1,3})([,;:.])(?=\s|$)/;

const foundAt = (tokens: Tokens, index: number, start: number, text: string): readonly Found[] => {
  const [whole = '', , mark = ''] = MARK.exec(text) ?? [];
  if (whole === '' || /^\s*[.,;:]{2}/.test(text)) return [];
  const isStop = mark === '.';
  const before = tokens.kinds[index - 1] ?? 0;
  const behind = tokens.kinds[index] ?? 0;
  if ((before & Kind.digit) !== 0 && (behind & Kind.digit) !== 0) return [];
  if (mark === ':' && isInTitle(tokens, index)) return [];
  const span = spanOf(start, start + whole.length);
  const message = `A blank stands before the ${NAMES[mark] ?? 'mark'}.`;
  return [{ span, message, reading: mark, ...(isStop ? { severity: 'information' } : { certain: true }) }];
};

const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', ':': 'colon', '.': 'full stop' };

const isInTitle = ({ regions }: Tokens, index: number): boolean =>
  regions.some(({ kind, first, last }) => kind === 'title' && first <= index && index <= last);
