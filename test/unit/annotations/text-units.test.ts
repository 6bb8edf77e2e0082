import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  codePointAt,
  fromDocument,
  lengthOf,
  offsetOfCodePoint,
  quoteOf,
  spanOfStretch,
  stretchOf,
  toDocument,
  unitTextOf,
} from '../../../server/src/annotations/text-units.ts';

const anyDocument = fc
  .array(fc.constantFrom('a', ' ', '\n', '\r\n', '\r', '😀', 'é', 'e\u0301', '\ud83d', '\ude00'), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('line ends become LF, and places between characters go both ways', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const units = unitTextOf(document);
      assert.equal(units.text, document.replace(/\r\n?/g, '\n'));
      for (let offset = 0; offset <= units.text.length; offset++) {
        assert.equal(fromDocument(units, toDocument(units, offset)), offset);
      }
      for (let offset = 0; offset <= document.length; offset++) {
        const inside = document[offset - 1] === '\r' && document[offset] === '\n';
        assert.equal(toDocument(units, fromDocument(units, offset)), inside ? offset - 1 : offset);
      }
    }),
  );
});

test('code points are those of the language', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const units = unitTextOf(document);
      const points = [...units.text];
      assert.equal(lengthOf(units), points.length);
      points.forEach((_, index) => {
        const offset = points.slice(0, index).join('').length;
        assert.equal(offsetOfCodePoint(units, index), offset);
        assert.equal(codePointAt(units, offset), index);
      });
      assert.equal(offsetOfCodePoint(units, points.length), units.text.length);
      assert.equal(quoteOf(units, [0, points.length]), units.text);
    }),
  );
});

test('a span becomes a stretch and comes back', () => {
  const units = unitTextOf('a 😀\r\nb');
  assert.deepEqual(stretchOf(units, { start: 2, end: 7 }), [2, 5]);
  assert.equal(quoteOf(units, [2, 5]), '😀\nb');
  assert.deepEqual(spanOfStretch(units, [2, 5]), { start: 2, end: 7 });
});

test('what lies beyond the text ends with it', () => {
  const units = unitTextOf('ab');
  assert.equal(fromDocument(units, 9), 2);
  assert.equal(offsetOfCodePoint(units, 9), 2);
});
