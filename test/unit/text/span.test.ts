import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contains, leaf, spanOf, touches } from '../../../server/src/text/span.ts';

describe('spans', () => {
  const span = spanOf(2, 5);

  test('a span holds itself, what lies in it, and an empty span at its edge', () => {
    const inside = [span, spanOf(3, 4), spanOf(2, 2), spanOf(5, 5)];
    const outside = [spanOf(1, 3), spanOf(4, 6), spanOf(1, 6), spanOf(6, 6)];
    assert.ok(inside.every((inner) => contains(span, inner)));
    assert.ok(!outside.some((inner) => contains(span, inner)));
  });

  test('a cursor touches a span at both of its ends', () => {
    assert.deepEqual(
      [1, 2, 3, 5, 6].map((offset) => touches(span, offset)),
      [false, true, true, true, false],
    );
  });

  test('a leaf is a value with its span', () => {
    assert.deepEqual(leaf('x', 2, 5), { value: 'x', span });
  });
});
