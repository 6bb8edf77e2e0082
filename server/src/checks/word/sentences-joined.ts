import { flatMap } from '../../text/flat-map.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * A sentence that begins right behind the full stop of the one before.
 *
 *     has pain.On examination        11-8-16.The patient
 *
 * Addresses of the web and abbreviations are left alone.
 */
export const wordSentencesJoined: Check = {
  code: 'word.sentences-joined',
  title: 'A sentence begins right behind the full stop of the one before.',
  severity: 'warning',
  category: 'word',
  run: (letter) => {
    const tokens = tokensOf(letter);
    const { gaps, kinds } = tokens;
    return flatMap(
      notableIn(letter).odd.filter((index) => ((gaps[index] ?? 0) & ~STOP) === 0 && kinds[index - 1] !== 0),
      (index) => foundAt(tokens, index),
    );
  },
};

const STOP = Gap.stop | Gap.paired;
const ABBREVIATIONS = new Set('dr mr ms mrs st ph vs no fig e.g i.e www inc jr sr p pp a b c d m'.split(' '));
const SHORTEST = 2;
const ALONE = new Set(['A', 'I']);

const foundAt = (tokens: Tokens, index: number): readonly Found[] => {
  const { text, starts, ends, kinds, gaps } = tokens;
  const [from, to] = [ends[index - 1] ?? 0, starts[index] ?? 0];
  const gap = text.slice(from, to);
  const next = tokenText(tokens, index);
  const before = tokenText(tokens, index - 1);
  const startsWord = kinds[index] === (Kind.capital | Kind.lower) || ALONE.has(next);
  if (
    !/^[)\]”"]?\.$/.test(gap) ||
    !startsWord ||
    (((gaps[index + 1] ?? 0) & (Gap.stop | Gap.slash)) !== 0 && ((gaps[index + 1] ?? 0) & Gap.blank) === 0)
  )
    return [];
  const endsSentence = ((kinds[index - 1] ?? 0) & (Kind.lower | Kind.digit)) !== 0 || before.length > 1;
  if (!endsSentence || before.length < SHORTEST || ABBREVIATIONS.has(before.toLowerCase())) return [];
  if (((gaps[index - 1] ?? 0) & Gap.stop) !== 0 && ((gaps[index - 1] ?? 0) & Gap.blank) === 0) return [];
  const message = `${quoted(next)} begins a sentence right behind the full stop of the one before.`;
  return [{ span: spanOf(to - 1, to + next.length), message, reading: `. ${next}` }];
};
