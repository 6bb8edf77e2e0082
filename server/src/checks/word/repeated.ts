import type { Letter } from '../../letter/model.ts';
import { hashOf } from '../../text/hash.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * A word printed twice in a row, on a line or over its end.
 *
 *     the the        is medically
 *                    medically necessary
 *
 * `that that` can be meant and is information; `had had` nearly always is, and is left alone.
 */
export const wordRepeated: Check = {
  code: 'word.repeated',
  title: 'A word is printed twice in a row.',
  severity: 'warning',
  category: 'word',
  run: (letter) => {
    const { again, distances } = notableIn(letter);
    const found = again.filter((index, i) => distances[i] === 1 && isRepeated(tokensOf(letter), index));
    return found.map((index) => foundAt(letter, index));
  },
};

const SHORTEST = 2;
const PLAIN = Gap.blank | Gap.line;
/** Words that may stand twice. */
const MEANT = new Set(['that', 'very', 'his', 'her', 'is', 'in', 'on', 'do']);
/** Words that nearly always are meant where they stand twice. */
const ALWAYS: ReadonlySet<number> = new Set(['had', 'walla'].map(hashOf));

const isRepeated = ({ kinds, gaps, starts, ends, hashes }: Tokens, index: number): boolean => {
  const kind = (kinds[index] ?? 0) | (kinds[index - 1] ?? 0);
  const isWord = kind !== 0 && (kind & Kind.digit) === 0 && (ends[index] ?? 0) - (starts[index] ?? 0) >= SHORTEST;
  return isWord && !ALWAYS.has(hashes[index] ?? 0) && ((gaps[index] ?? 0) & ~PLAIN) === 0;
};

const foundAt = (letter: Letter, index: number): Found => {
  const tokens = tokensOf(letter);
  const word = tokenText(tokens, index);
  const before = tokenText(tokens, index - 1);
  const isSameLine = ((tokens.gaps[index] ?? 0) & Gap.line) === 0;
  const span = spanOf(tokens.starts[index - 1] ?? 0, tokens.ends[index] ?? 0);
  const isMeant = MEANT.has(word.toLowerCase());
  return {
    span,
    message: `${quoted(word)} is printed twice in a row.`,
    reading: before,
    ...(isMeant && { severity: 'information' }),
    ...(!isMeant && isSameLine && word === before && { certain: true }),
  };
};
