import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { trimEndOf, trimmedEnd, WHITE_SPACE } from '../../../server/src/text/trim.ts';

describe('trailing characters of a set', () => {
  for (const { text, set, left } of [
    { text: '', set: ' .', left: '' },
    { text: 'one', set: ' .', left: 'one' },
    { text: 'one. . ', set: ' .', left: 'one' },
    { text: ' .', set: ' .', left: '' },
    { text: 'one.', set: '', left: 'one.' },
    { text: 'one \t\r\n\f\v\u00a0\ufeff', set: WHITE_SPACE, left: 'one' },
  ]) {
    test(`${JSON.stringify(text)} without ${JSON.stringify(set)}`, () => {
      assert.equal(trimEndOf(text, set), left);
    });
  }

  test('are sought no further back than the start, and no further on than the end', () => {
    assert.equal(trimmedEnd('....', '.', 2), 2);
    assert.equal(trimmedEnd('a..b', '.', 0, 3), 1);
    assert.equal(trimmedEnd('a..b', '.', 3, 2), 2);
  });

  test('are what a pattern anchored at the end finds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '.') }), (text) => {
        assert.equal(trimEndOf(text, WHITE_SPACE), text.trimEnd());
      }),
    );
  });
});
