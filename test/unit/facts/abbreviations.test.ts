import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abbreviation, allAbbreviations } from '../../../server/src/facts/index.ts';

test('abbreviation: whole, in its exact case, also in the plural and in its other forms', () => {
  assert.equal(abbreviation('UR')?.long, 'utilization review');
  assert.equal(abbreviation('NSAIDs')?.short, 'NSAID');
  assert.equal(abbreviation('LESI')?.short, 'ESI');
  for (const word of ['ur', 'Ur', 'URL', '', 's', 'PTs.']) assert.equal(abbreviation(word), null, word);
});

test('abbreviation: no form stands for two', () => {
  const forms = allAbbreviations().flatMap(({ short, forms }) => [short, ...forms]);
  assert.equal(new Set(forms).size, forms.length);
  assert.ok(forms.length >= 60);
});

test('abbreviation: none is a common word of letters written in capitals', () => {
  for (const word of ['THE', 'AND', 'WAS', 'MADE', 'OR', 'IT', 'US', 'NO', 'ALL', 'CASE', 'FINAL'])
    assert.equal(abbreviation(word), null, word);
});
