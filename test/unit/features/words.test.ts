import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { counted } from '../../../server/src/features/words.ts';
import { printable } from '../../../server/src/text/printable.ts';

test('printable: one line without what cannot be seen', () => {
  assert.equal(printable('  Gabapentin\r\n\f  300mg\t#90\u0000\u202E\u200B QD '), 'Gabapentin 300mg #90 QD');
});

test('printable: a long text ends in an ellipsis and is no longer than asked', () => {
  assert.equal(printable('one two three', 9), 'one two…');
  assert.equal(printable('one two three', 13), 'one two three');
});

test('printable: a cut does not halve a character outside the basic plane', () => {
  assert.equal(printable('abc😀def', 5), 'abc…');
});

test('printable: of any text, the result is short, one line, without controls', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 100 }), (text, longest) => {
      const shown = printable(text, longest);
      assert.ok(shown.length <= longest);
      assert.doesNotMatch(shown, /[\p{Cc}\u2028\u2029]/u);
      assert.equal(shown, shown.trim());
    }),
  );
});

test('counted: none, one and many', () => {
  assert.deepEqual(
    [0, 1, 2].map((count) => counted(count, 'problem')),
    ['no problems', '1 problem', '2 problems'],
  );
});
