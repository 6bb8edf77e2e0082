import { hashOf } from '../../text/hash.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { Gap, Kind, type Tokens, tokensOf } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * Several words printed twice in a row, a comma or nothing between.
 *
 *     diagnostic imaging, diagnostic imaging
 */
export const wordRepeatedPhrase: Check = {
  code: 'word.repeated-phrase',
  title: 'Several words are printed twice in a row.',
  severity: 'information',
  category: 'word',
  run: (letter) => {
    const tokens = tokensOf(letter);
    const { again, distances } = notableIn(letter);
    const found: Found[] = [];
    let end = 0;
    for (let i = 0; i < again.length; i++) {
      const index = again[i] ?? 0;
      const length = distances[i] ?? 0;
      if (index < end || length < FEWEST || !isRepeated(tokens, index - length, length)) continue;
      found.push(foundAt(tokens, index - length, length));
      end = index + length;
    }
    return found;
  },
};

const FEWEST = 2;
const SHORTEST = 10;
const WITHIN = Gap.blank | Gap.line | Gap.hyphen | Gap.slash;
const BETWEEN = WITHIN | Gap.comma | Gap.colon;

/** `a drug that is not recommended is not recommended`: a phrase that begins with a verb may be meant twice. */
const VERBS: ReadonlySet<number> = new Set(['is', 'are', 'was', 'were', 'be'].map(hashOf));

/** Are `length` tokens from `start` on printed again right behind them? */
const isRepeated = (tokens: Tokens, start: number, length: number): boolean => {
  const { hashes, kinds, gaps, starts, ends } = tokens;
  const again = start + length;
  if (((gaps[again] ?? 0) & ~BETWEEN) !== 0 || VERBS.has(hashes[start] ?? 0)) return false;
  if ((ends[again - 1] ?? 0) - (starts[start] ?? 0) < SHORTEST) return false;
  let letters = 0;
  for (let i = 0; i < length; i++) {
    if (hashes[start + i] !== hashes[again + i] || kinds[start + i] === 0) return false;
    if (i > 0 && (((gaps[start + i] ?? 0) | (gaps[again + i] ?? 0)) & ~WITHIN) !== 0) return false;
    if (((kinds[start + i] ?? 0) & Kind.digit) === 0) letters++;
  }
  return letters >= FEWEST;
};

const foundAt = ({ text, starts, ends }: Tokens, start: number, length: number): Found => {
  const once = spanOf(starts[start] ?? 0, ends[start + length - 1] ?? 0);
  const again = spanOf(starts[start + length] ?? 0, ends[start + 2 * length - 1] ?? 0);
  const printed = text.slice(once.start, once.end);
  return {
    span: spanOf(once.start, again.end),
    message: `${quoted(printed)} is printed twice in a row.`,
    reading: printed,
    related: [{ span: again, message: 'The same again' }],
  };
};
