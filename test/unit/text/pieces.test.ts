import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  apart,
  piecesAfter,
  type Replacement,
  replaced,
  replacementsOf,
  untouched,
} from '../../../server/src/text/pieces.ts';
import { runs } from '../../properties/letters.ts';

const at = (start: number, end: number, text: string): Replacement => ({ span: { start, end }, text });

test('replacements made one round after the other are those made at once', () => {
  const text = 'abcdef';
  const first = [at(1, 2, 'XX'), at(4, 4, '-')];
  const second = [at(0, 2, ''), at(6, 7, '+')];
  const pieces = piecesAfter(piecesAfter(untouched(text), first), second);
  assert.equal(replaced(text, replacementsOf(pieces, text.length)), replaced(replaced(text, first), second));
});

test('of those that overlap or touch the first stays', () => {
  assert.deepEqual(apart([at(3, 5, 'b'), at(0, 3, 'a'), at(6, 6, 'c'), at(6, 6, 'd')]), [at(0, 3, 'a'), at(6, 6, 'c')]);
});

test('any rounds of replacements of any text', () => {
  const round = fc.array(fc.record({ start: fc.nat(40), length: fc.nat(6), text: fc.string({ maxLength: 3 }) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(round, { maxLength: 4 }), (text, rounds) => {
      let pieces = untouched(text);
      let expected = text;
      for (const wishes of rounds) {
        const { length } = expected;
        const edits = apart(
          wishes.map((wish) => {
            const start = Math.min(wish.start, length);
            return at(start, Math.min(start + wish.length, length), wish.text);
          }),
        );
        pieces = piecesAfter(pieces, edits);
        expected = replaced(expected, edits);
        assert.equal(replaced(text, replacementsOf(pieces, text.length)), expected);
      }
    }),
    runs(500),
  );
});
