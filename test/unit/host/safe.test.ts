import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from '../../../server/src/host/log.ts';
import { safe } from '../../../server/src/host/safe.ts';

const recording = () => {
  const names: string[] = [];
  const log: Log = { warn: () => assert.fail('nothing to warn of'), failure: (name) => names.push(name) };
  return { log, names };
};

const assertCancelled = (answer: unknown): void => {
  assert.ok(answer instanceof ResponseError);
  assert.equal(answer.code, LSPErrorCodes.RequestCancelled);
};

test('the answer of the work is passed on', async () => {
  const { log, names } = recording();
  assert.equal(await safe(log, 'double', 0, (n: number) => n * 2)(21), 42);
  assert.deepEqual(names, []);
});

test('work that throws is logged by name and answered with the fallback', async () => {
  const { log, names } = recording();
  const broken = safe<null, string>(log, 'broken', 'fallback', () => {
    throw new Error('letter text');
  });
  assert.equal(await broken(null), 'fallback');
  assert.deepEqual(names, ['broken']);
});

test('work that rejects is answered like work that throws', async () => {
  const { log, names } = recording();
  assert.equal(await safe(log, 'late', 'fallback', () => Promise.reject(new Error('x')))(null), 'fallback');
  assert.deepEqual(names, ['late']);
});

test('a request cancelled before is not worked on', async () => {
  const { log } = recording();
  const source = new CancellationTokenSource();
  source.cancel();
  assertCancelled(await safe(log, 'cancelled', null, () => assert.fail('was run'))(null, source.token));
});

test('a request cancelled meanwhile is answered as cancelled', async () => {
  const { log } = recording();
  const source = new CancellationTokenSource();
  assertCancelled(await safe(log, 'cancelled', 0, () => (source.cancel(), 42))(null, source.token));
});

test('an exception after the cancellation is not logged: nobody waits for the answer', async () => {
  const { log, names } = recording();
  const source = new CancellationTokenSource();
  const run = () => {
    source.cancel();
    throw new Error('x');
  };
  assertCancelled(await safe(log, 'cancelled', null, run)(null, source.token));
  assert.deepEqual(names, []);
});
