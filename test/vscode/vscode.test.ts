import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSuite } from './run.ts';

void test('the extension in a real VS Code', async (t) => {
  const outcomes = await runSuite();
  assert.ok(outcomes.length > 0, 'the suite holds no test');
  for (const { name, error } of outcomes) {
    await t.test(name, () => {
      assert.ok(error === null, error ?? '');
    });
  }
});
