import { indexFrom } from '../../text/sorted.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';

/**
 * A choice that a text prepared beforehand left open.
 *
 *     The injured worker is a(n) 46 year old man
 */
export const wordTemplateLeftover: Check = {
  code: 'word.template-leftover',
  title: 'A choice of a prepared text is left open: “a(n)”.',
  severity: 'information',
  category: 'word',
  run: (letter) => {
    const tokens = tokensOf(letter);
    const found: Found[] = [];
    // A bracket is rarer than the letter before it.
    for (let at = letter.text.indexOf(CHOICE); at >= 0; at = letter.text.indexOf(CHOICE, at + 1))
      found.push(...foundAt(tokens, at - 1));
    return found;
  },
};

const CHOICE = '(n)';

const foundAt = (tokens: Tokens, at: number): readonly Found[] => {
  const index = indexAt(tokens, at);
  if (index === null || tokenText(tokens, index) !== 'a') return [];
  const reading = articleBefore(tokens, index + 2);
  const message = `“a(n)” is a choice that a prepared text left open: “${reading}” is right here.`;
  return [{ span: spanOf(at, at + 'a(n)'.length), message, reading }];
};

const indexAt = ({ starts }: Tokens, offset: number): number | null => {
  const index = indexFrom(starts, offset);
  return starts[index] === offset ? index : null;
};

/** `a` or `an`, by how the next word or number is said. */
const articleBefore = (tokens: Tokens, index: number): string => {
  const next = tokenText(tokens, index);
  const isNumber = ((tokens.kinds[index] ?? 0) & Kind.digit) !== 0 && ((tokens.gaps[index] ?? 0) & Gap.blank) !== 0;
  return (isNumber ? /^(?:8|11|18)/ : /^[aeiou]/i).test(next) ? 'an' : 'a';
};
