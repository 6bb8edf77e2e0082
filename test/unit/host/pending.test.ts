import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pending } from '../../../server/src/host/pending.ts';

test('many changes of a document make one run, each document its own', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const runs: string[] = [];
  const pending = new Pending(50, (uri) => runs.push(uri));
  for (const uri of ['a', 'b', 'a', 'a']) pending.add(uri);
  context.mock.timers.tick(49);
  assert.deepEqual(runs, []);
  context.mock.timers.tick(1);
  assert.deepEqual(runs, ['a', 'b']);
  pending.add('a');
  context.mock.timers.tick(50);
  assert.deepEqual(runs, ['a', 'b', 'a']);
});

test('typing on does not put a run off', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const runs: string[] = [];
  const pending = new Pending(50, (uri) => runs.push(uri));
  for (let elapsed = 0; elapsed < 100; elapsed += 10) {
    pending.add('a');
    context.mock.timers.tick(10);
  }
  assert.deepEqual(runs, ['a', 'a']);
});

test('a closed document has no run left', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const runs: string[] = [];
  const pending = new Pending(50, (uri) => runs.push(uri));
  pending.add('a');
  pending.add('b');
  pending.drop('a');
  pending.drop('never seen');
  context.mock.timers.tick(50);
  assert.deepEqual(runs, ['b']);
});
