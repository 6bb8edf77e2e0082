import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { isEnglish, isEnglishHash, isSurelyEnglish } from '../../../server/src/facts/english.ts';
import { decoded, encoded, hasHash } from '../../../server/src/facts/hash-set.ts';
import { areDerived, stemsOf } from '../../../server/src/facts/stems.ts';
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
    assert.ok(taken.length < 60, String(taken.length));
  });

  test('the British way counts', () => {
    for (const word of ['labour', 'generalised', 'programme', 'totalling']) assert.ok(isEnglish(word), word);
  });

  test('with one ending at most a word is surely one', () => {
    assert.ok(['patient', 'patients', 'requested'].every(isSurelyEnglish));
    assert.ok(!['paticnt', 'nudeotides', 'eontaminator'].some(isSurelyEnglish));
  });

  test('the file is what npm run words makes', () => {
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/words.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout);
  });
});

test('a set of hashes denies none of its members, and takes few others for one', () => {
  const some = fc.array(fc.integer(), { minLength: 1 });
  fc.assert(
    fc.property(some, fc.integer({ min: 4, max: 12 }), (hashes, bits) => {
      const set = decoded(encoded(hashes, bits), hashes.length, bits);
      assert.ok(hashes.every((hash) => hasHash(set, hash)));
    }),
  );
  const members = Array.from({ length: 2000 }, (_, at) => hashOf(`member ${at}`));
  const set = decoded(encoded(members, 8), members.length, 8);
  const taken = Array.from({ length: 20_000 }, (_, at) => hashOf(`other ${at}`)).filter((hash) => hasHash(set, hash));
  assert.ok(taken.length < 120, String(taken.length));
});

test('a set of no hashes has none', () => {
  assert.ok(!hasHash(decoded(encoded([], 8), 0, 8), hashOf('word')));
});

test('stems', () => {
  assert.deepEqual(stemsOf('studies'), ['studie', 'studi', 'study']);
  assert.deepEqual(stemsOf('used'), ['us', 'use']);
  assert.deepEqual(stemsOf('as'), []);
});

test('one stem with two endings is no slip', () => {
  for (const [one, other] of [
    ['hemiplegic', 'hemiplegia'],
    ['ambulator', 'ambulatory'],
    ['sclerosing', 'sclerosis'],
    ['urethral', 'urethra'],
    ['paresthetica', 'paresthesia'],
  ] as const)
    assert.ok(areDerived(one, other), one);
  for (const [one, other] of [
    ['tenodynovitis', 'tenosynovitis'],
    ['toxilogical', 'toxicological'],
    ['radiculopahty', 'radiculopathy'],
  ] as const)
    assert.ok(!areDerived(one, other), one);
});
