import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Gap, Kind, occurrences, type Tokens, tokensOf, tokenText } from '../../../server/src/checks/tokens.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { hashOf } from '../../../server/src/text/hash.ts';
import { onlyLetter } from './fixing.ts';
import { changed, LETTER_2015, STYLES, type Style, textOf } from './letters.ts';

const wordsIn = (tokens: Tokens, kind: string): readonly string[][] =>
  tokens.regions
    .filter((region) => region.kind === kind)
    .map(({ first, last }) => Array.from({ length: last - first }, (_, i) => tokenText(tokens, first + i)));

const rationale = (prose: string): Tokens =>
  tokensOf(onlyLetter(textOf(changed(LETTER_2015, 'rationale-2', /: .*/, `: ${prose}`))));

/** The gap before the token that reads `word` in the last rationale. */
const gapBefore = (tokens: Tokens, word: string): number => {
  const region = tokens.regions.at(-1);
  assert.ok(region);
  for (let i = region.first; i <= region.last; i++) if (tokenText(tokens, i) === word) return tokens.gaps[i] ?? 0;
  assert.fail(`no ${word}`);
};

describe('tokens', () => {
  const summary = ['The', 'injured', 'worker', 'is', 'a', '38', 'year', 'old', 'male', 'baker', 'who', 'burned', 'his'];

  for (const style of Object.keys(STYLES) as Style[]) {
    for (const lineBreak of ['\n', '\r\n'] as const) {
      test(`are the same however a letter is set: ${style}, ${JSON.stringify(lineBreak)}`, () => {
        const tokens = tokensOf(onlyLetter(textOf(LETTER_2015, style, lineBreak)));
        assert.deepEqual(wordsIn(tokens, 'summary')[0]?.slice(0, summary.length), summary);
        assert.deepEqual(wordsIn(tokens, 'title')[1], ['Gym', 'membership', 'for', 'a', 'year', 'Upheld']);
        assert.equal(wordsIn(tokens, 'basis').length, 4);
        assert.equal(wordsIn(tokens, 'rationale').length, 2);
      });
    }
  }

  test('page furniture lies between tokens', () => {
    const text = textOf(LETTER_2015).replace('The skin\n', 'The skin\n\f3\nCase Number: CM17-0000001  3\n');
    const words = wordsIn(tokensOf(onlyLetter(text)), 'summary').flat();
    assert.deepEqual(words.slice(words.indexOf('skin'), words.indexOf('skin') + 3), ['skin', 'has', 'healed']);
  });

  test('know what they are made of and their hash, whatever their case', () => {
    const tokens = rationale('Norco 10mg MRI L4 word The request is not medically necessary.');
    const region = tokens.regions.at(-1);
    assert.ok(region);
    const { first } = region;
    assert.deepEqual(Array.from(tokens.kinds.slice(first, first + 5)), [
      Kind.capital | Kind.lower,
      Kind.digit | Kind.lower,
      Kind.capital | Kind.laterCapital,
      Kind.capital | Kind.digit,
      Kind.lower,
    ]);
    assert.equal(tokens.hashes[first], hashOf('norco'));
    assert.equal(tokens.kinds[region.last], 0, 'the empty one at the end');
    assert.equal((tokens.gaps[region.last] ?? 0) & Gap.stop, Gap.stop);
  });

  test('know what stands between them', () => {
    const tokens = rationale(
      'one two, three ,four..five;six-seven/eight (nine) ten’s eleven. The request is not medically necessary.',
    );
    const gaps: Record<string, number> = {
      two: Gap.blank,
      three: Gap.comma | Gap.blank,
      four: Gap.comma | Gap.blank | Gap.spaced,
      five: Gap.stop | Gap.doubled,
      six: Gap.colon,
      seven: Gap.hyphen,
      eight: Gap.slash,
      nine: Gap.blank | Gap.paired,
      s: Gap.apostrophe,
    };
    for (const [word, gap] of Object.entries(gaps)) assert.equal(gapBefore(tokens, word), gap, word);
  });

  test('a line break is told apart', () => {
    const tokens = tokensOf(onlyLetter(textOf(LETTER_2015)));
    const at = wordsIn(tokens, 'summary').flat().indexOf('has') + (tokens.regions[0]?.first ?? 0);
    assert.equal(tokens.gaps[at], Gap.blank | Gap.line);
  });

  test('words are counted over the letter', () => {
    const letter = onlyLetter(textOf(LETTER_2015));
    assert.equal(occurrences(letter, hashOf('home')), 3);
    assert.equal(occurrences(letter, hashOf('sextant')), 0);
  });

  test('of any text lie in order within it', () => {
    const sound = textOf(LETTER_2015);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(sound.length), (noise, at) => {
        for (const { letter } of parse(sound.slice(0, at) + noise + sound.slice(at))) {
          const { starts, ends, count, text } = tokensOf(letter);
          for (let i = 0; i < count; i++) {
            assert.ok((starts[i] ?? 0) >= (ends[i - 1] ?? 0) && (ends[i] ?? 0) >= (starts[i] ?? 0));
            assert.ok((ends[i] ?? 0) <= text.length);
          }
        }
      }),
    );
  });
});
