import { shortened } from '../../facts/word-parts.ts';
import type { Letter } from '../../letter/model.ts';
import { notableIn } from '../notable.ts';
import { Kind, type Tokens, tokensOf } from '../tokens.ts';

/** What stands before a token: where it begins, as printed. The token before it may be of another region, and is then empty. */
export interface Printed {
  readonly index: number;
  readonly start: number;
  readonly text: string;
}

/** What is printed before the odd tokens of a letter, where the bits of the gap have one of `wanted`. */
export function* gapsWith(letter: Letter, wanted: number): Iterable<Printed> {
  const { text, starts, ends, gaps, kinds } = tokensOf(letter);
  for (const index of notableIn(letter).odd) {
    if (((gaps[index] ?? 0) & wanted) === 0 || index === 0 || kinds[index - 1] === 0) continue;
    const start = ends[index - 1] ?? 0;
    yield { index, start, text: text.slice(start, starts[index] ?? start) };
  }
}

/** A token of letters alone. */
export const isLetters = ({ kinds }: Tokens, index: number): boolean => {
  const kind = kinds[index] ?? 0;
  return kind !== 0 && (kind & Kind.digit) === 0;
};

/** Does a full stop behind the word (lower case) belong to it? */
export const isShortened = (word: string): boolean => /^[a-z]$/.test(word) || shortened().has(word);
