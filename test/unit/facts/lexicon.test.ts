import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { domainWords, isWord } from '../../../server/src/facts/lexicon.ts';
import { isMadeOfParts } from '../../../server/src/facts/word-parts.ts';

describe('words of medicine', () => {
  test('are made of roots and endings that no list need hold', () => {
    for (const word of [
      'capsulectomy',
      'nephropathy',
      'esophagogastroduodenoscopy',
      'hysterosalpingography',
      'ulnocarpal',
      'herniorrhaphies',
      'lymphomatous',
      'pyelonephritis',
      'cardiomegaly',
    ])
      assert.ok(isMadeOfParts(word) || domainWords().has(word), word);
  });

  test('a slip in a root or an ending makes none', () => {
    const slips = [
      'capsuletcomy',
      'nephropahty',
      'laminecomy',
      'artritis',
      'tenosynvitis',
      'gastosocopy',
      'ostoemyelitis',
    ];
    assert.deepEqual(slips.filter(isWord), []);
  });

  test('may be written the British way', () => {
    for (const word of [
      'oedema',
      'dyspnoea',
      'haematoma',
      'anaesthesia',
      'paraesthesia',
      'orthopaedic',
      'oesophagitis',
    ])
      assert.ok(isWord(word), word);
  });

  test('an abbreviation is known, but no word was meant for one', () => {
    assert.ok(isWord('mri'));
    assert.ok(!domainWords().has('qme'));
  });

  test('any string is judged in little time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,400}$/), (word) => {
        assert.equal(typeof isMadeOfParts(word), 'boolean');
      }),
    );
    assert.ok(!isMadeOfParts('ovo'.repeat(10_000)));
    assert.ok(!isMadeOfParts('osteo'.repeat(10_000)));
  });
});
