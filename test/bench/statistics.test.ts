import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, percentile, report, row } from './statistics.ts';

test('percentiles come from the sorted values', () => {
  const values = [5, 1, 4, 2, 3];
  assert.equal(median(values), 3);
  assert.equal(percentile(values, 0), 1);
  assert.equal(percentile(values, 0.95), 5);
  assert.equal(percentile([], 0.5), 0);
});

test('the report says of every budget whether it is kept', () => {
  const text = report('Speed', [
    row('parse', '12 times', '≤ 15 times', true),
    row('all', '50', '≤ 40', false),
    row('x', '1'),
  ]);
  assert.deepEqual(text.split('\n'), [
    'Speed',
    '  parse  12 times  ok    budget ≤ 15 times',
    '  all          50  OVER  budget ≤ 40',
    '  x             1',
  ]);
});
