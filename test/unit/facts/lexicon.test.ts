import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { domainWords, isWord } from '../../../server/src/facts/lexicon.ts';
import {
  abbreviationTable,
  drugTable,
  specialtyTable,
  stateTable,
  wordsTable,
} from '../../../server/src/facts/tables.ts';
import { isMadeOfParts } from '../../../server/src/facts/word-parts.ts';

/** Some of its names are parts of others' names. */
const UNLISTED = 'medicines that the table of drugs lacks';

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

  test('stand once in the tables of plain words, drugs, people and abbreviations', () => {
    const others = [
      ...drugTable().groups.flatMap(({ rows }) =>
        rows.flatMap((row) => [row.generic, ...(row.brands ?? []), row.class]),
      ),
      ...specialtyTable().rows.flatMap((row) => [row.name, ...(row.variants ?? []), ...(row.written ?? [])]),
      ...stateTable().rows.map(({ name }) => name),
      ...abbreviationTable().rows.flatMap((row) => [row.long, ...(row.also ?? [])]),
    ];
    const met = new Set(others.flatMap((text) => text.toLowerCase().split(/[^a-z]+/)));
    const twice = wordsTable()
      .rows.filter(({ about }) => about !== UNLISTED)
      .flatMap(({ words }) => words)
      .filter((word) => met.has(word) || !met.add(word));
    assert.deepEqual(twice, [], 'what another table has need not be told again');
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
