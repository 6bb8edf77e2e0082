import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HASH_START, hashOf, hashWith, mixed } from '../../../server/src/text/hash.ts';

test('a hash grows character by character', () => {
  assert.equal(hashOf(''), HASH_START);
  assert.equal(hashOf('ab'), hashWith(hashWith(HASH_START, 97), 98));
  assert.notEqual(hashOf('ab'), hashOf('ba'));
});

test('hashes are those of FNV-1a, so that a filter made on one machine is right on any other', () => {
  assert.equal(hashOf('a') >>> 0, 0xe40c292c);
  assert.equal(hashOf('foobar') >>> 0, 0xbf9cf968);
});

test('a mixed hash tells neighbours apart in every bit', () => {
  const seen = new Set(Array.from({ length: 1000 }, (_, i) => mixed(i) & 0xff));
  assert.ok(seen.size > 240, String(seen.size));
});
