import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { coalesce } from '../../../client/src/server/coalesce.ts';

/** A task whose runs the test ends one by one. */
const task = () => {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const run = () => new Promise<void>((resolve, reject) => ends.push({ resolve, reject }));
  return { run, ends };
};

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('coalesce', () => {
  test('runs at once where nothing runs, and again when that is done', async () => {
    const { run, ends } = task();
    const once = coalesce(run);
    const first = once();
    ends[0]?.resolve();
    await first;
    const second = once();
    ends[1]?.resolve();
    await second;
    assert.equal(ends.length, 2);
  });

  test('calls that come while it runs share one run after it', async () => {
    const { run, ends } = task();
    const once = coalesce(run);
    const first = once();
    const second = once();
    assert.equal(once(), second);
    assert.equal(ends.length, 1);
    ends[0]?.resolve();
    await first;
    await settle();
    assert.equal(ends.length, 2);
    ends[1]?.resolve();
    await second;
  });

  test('a run that fails fails its own callers only', async () => {
    const { run, ends } = task();
    const once = coalesce(run);
    const first = once();
    const second = once();
    ends[0]?.reject(new Error('first'));
    await assert.rejects(first, /first/);
    await settle();
    ends[1]?.resolve();
    await second;
    const third = once();
    ends[2]?.resolve();
    await third;
    assert.equal(ends.length, 3);
  });
});
