import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELD_SCORES, falls, readCommitted, sharesOf, updateCommitted } from './committed.ts';
import { readCorpora } from './corpus.ts';
import { readCases } from './read.ts';
import { scoreCorpus, table } from './score.ts';

test('no committed score falls', () => {
  for (const corpus of readCorpora()) {
    const scores = scoreCorpus(corpus, readCases);
    const shares = sharesOf(scores);
    console.log(`\n${table(corpus, scores)}\n`);
    if (process.env['UPDATE_SCORES'] === '1') updateCommitted(FIELD_SCORES, corpus.name, shares);
    const fallen = falls(readCommitted(FIELD_SCORES)[corpus.name] ?? {}, shares);
    assert.deepEqual(fallen, [], `${corpus.name}: scores have fallen`);
  }
});
