import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { bloomOf, hasHash } from '../../../server/src/facts/bloom.ts';
import { isEnglish, isEnglishHash } from '../../../server/src/facts/english.ts';
import { stemsOf } from '../../../server/src/facts/stems.ts';
import { hashOf } from '../../../server/src/text/hash.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

describe('the words of English', () => {
  test('words are words, with and without a regular ending', () => {
    for (const word of ['the', 'patient', 'patients', 'request', 'requested', 'using', 'studies', 'carefully'])
      assert.ok(isEnglish(word), word);
  });

  test('slips of reading are none', () => {
    const slips = ['thc', 'paticnt', 'rnonths', 'requcsted', 'ofthe', 'clinlcal', 'therapv', 'wlth'];
    assert.deepEqual(slips.filter(isEnglish), []);
  });

  test('a word is known by its hash alone', () => {
    assert.ok(isEnglishHash(hashOf('patient')));
    assert.ok(!isEnglishHash(hashOf('paticnt')));
  });

  test('few strings that are no words pass for words', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrtvwxz'), minLength: 7, maxLength: 9 });
    const taken = fc.sample(letters, 2000).filter(isEnglish);
    assert.ok(taken.length < 120, String(taken.length));
  });

  test('the file is what npm run words makes', () => {
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/words.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout);
  });
});

test('a filter denies none of its members', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer({ min: 4, max: 12 }), (hashes, bits) => {
      const filter = bloomOf(hashes, bits, 3);
      assert.ok(hashes.every((hash) => hasHash(filter, hash)));
    }),
  );
});

test('stems', () => {
  assert.deepEqual(stemsOf('studies'), ['studie', 'studi', 'study']);
  assert.deepEqual(stemsOf('used'), ['us', 'use']);
  assert.deepEqual(stemsOf('as'), []);
});
