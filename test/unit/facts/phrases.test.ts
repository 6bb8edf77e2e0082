import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  buildPhrases,
  endsWord,
  filedUnder,
  foldText,
  longestAt,
  scanWords,
} from '../../../server/src/facts/phrases.ts';

const anywhere = (): boolean => true;
const tree = buildPhrases([
  ['Low Back', 1],
  ['Low Back Complaints', 2],
  ['Forearm, Wrist, & Hand', 3],
  ['Follow-up Visits', 4],
  ['Vimovo (esomeprazole magnesium/ naproxen)', 5],
  ['low back', 6],
]);
const at = (text: string, offset = 0): readonly [number, number] | null => {
  const match = longestAt(tree, text, offset, endsWord);
  return match && [match.values[0] ?? 0, match.end];
};

test('the longest phrase wins, and only where a word ends', () => {
  assert.deepEqual(at('Low Back Complaints 2004'), [2, 19]);
  assert.deepEqual(at('Low Back Complaintsx'), [1, 8]);
  assert.deepEqual(at('Low Backs'), null);
  assert.deepEqual(at('see Low Back.', 4), [1, 12]);
});

test('what carries no meaning may differ', () => {
  assert.deepEqual(at('LOW  BACK\n complaints'), [2, 21]);
  assert.deepEqual(at('Forearm, Wrist, and Hand'), [3, 24]);
  assert.deepEqual(at('Forearm, Wrist & Hand'), [3, 21]);
  assert.deepEqual(at('Forearm Wrist&Hand'), [3, 18]);
  assert.deepEqual(at('Followup Visits'), [4, 15]);
  assert.deepEqual(at('Follow- up Visits'), [4, 17]);
  assert.deepEqual(at('Vimovo® (esomeprazole magnesium/naproxen)'), [5, 41]);
});

test('what carries meaning may not', () => {
  assert.equal(at('Low-Back'), null);
  assert.equal(at('LowBack'), null);
  assert.equal(at(' Low Back'), null);
  assert.equal(at('Low Bak'), null);
});

test('everything filed under a phrase comes back in the order of filing', () => {
  assert.deepEqual(filedUnder(tree, 'LOW BACK'), [1, 6]);
  assert.deepEqual(filedUnder(tree, 'Low Back Complaint'), []);
  assert.deepEqual(filedUnder(tree, ''), []);
});

test('offsets outside the text find nothing', () => {
  for (const offset of [-1, 3, 99, Number.NaN]) assert.equal(longestAt(tree, 'abc', offset, anywhere), null);
});

test('folding twice is folding once, and a phrase matches whatever folds to the same', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.equal(foldText(foldText(text)), foldText(text));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'B', ' ', '-', ',', '&', '(', '/', '®') }), (text) => {
      const one = buildPhrases([[text, true]]);
      const trimmed = text.trim();
      if (foldText(text) && !/^[\s,®-]/.test(trimmed))
        assert.equal(filedUnder(one, trimmed).length, 1, JSON.stringify(text));
    }),
  );
});

test('a match lies inside the text and starts where it was asked for', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('L', 'low', ' ', 'back', '-', ',', '&', 'x') }),
      fc.nat(40),
      (text, offset) => {
        const match = longestAt(tree, text, offset, anywhere);
        if (match) assert.ok(match.end > offset && match.end <= text.length);
      },
    ),
  );
});

test('scanning visits the start of every word once, and goes on behind what was found', () => {
  const visited: number[] = [];
  scanWords('one, two  three', 0, (offset) => {
    visited.push(offset);
    return offset === 5 ? 8 : offset;
  });
  assert.deepEqual(visited, [0, 5, 10]);
});

test('a text of a megabyte of white space and marks is scanned at once', () => {
  const text = `low${' '.repeat(500_000)}${'-,'.repeat(250_000)}back`;
  assert.equal(longestAt(tree, text, 0, endsWord)?.end, text.length);
  let words = 0;
  scanWords(text, 0, (offset) => {
    words++;
    return offset;
  });
  assert.equal(words, 2);
});
