import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOT, under } from '../../../server/src/case/pointer.ts';

test('pointers are the same however often, in whatever order and of how many they are asked for', () => {
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 5000; i++) {
      const issue = under(under(ROOT, 'issues'), i);
      assert.equal(issue.text, `/issues/${i}`);
      assert.equal(under(issue, 'item').text, `/issues/${i}/item`);
      assert.equal(under(under(issue, 'citations'), 0).text, `/issues/${i}/citations/0`);
    }
  }
});
