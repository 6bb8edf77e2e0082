import assert from 'node:assert/strict';
import { test } from 'node:test';
import { best, falls } from './committed.ts';
import { ratio } from './score.ts';

test('a share is rounded down, so that only a perfect score is 1', () => {
  assert.equal(ratio({ right: 99_999, total: 100_000 }), 0.9999);
  assert.equal(ratio({ right: 3, total: 3 }), 1);
  assert.equal(ratio({ right: 0, total: 0 }), null);
});

test('a share that falls or is gone is told, one that rises is not', () => {
  const committed = { '/item': { plain: 0.9, raw: 0.8 }, '/old': { plain: 1 } };
  assert.deepEqual(falls(committed, { '/item': { plain: 0.95, raw: 0.7 } }), [
    '/item, raw: was 0.8, is 0.7',
    '/old, plain: was 1, is not scored any more',
  ]);
  assert.deepEqual(falls({}, committed), []);
});

test('an update only raises', () => {
  const next = best({ '/item': { plain: 0.9, raw: 0.8 } }, { '/item': { plain: 0.95, raw: 0.7 }, '/new': { raw: 1 } });
  assert.deepEqual(next, { '/item': { plain: 0.95, raw: 0.8 }, '/new': { raw: 1 } });
});
