import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Lifecycle, type Run, type ServerState } from '../../../client/src/server/lifecycle.ts';

/** A server that does what the test says: starts, fails to start, ends. */
interface Fake {
  readonly run: Run<string>;
  start(): void;
  fail(): void;
  end(): void;
  stopped: boolean;
}

const fakeRun = (name: string): Fake => {
  const controls = {} as { start: () => void; fail: (error: Error) => void; end: () => void };
  const started = new Promise<void>((resolve, reject) => {
    controls.start = resolve;
    controls.fail = reject;
  });
  const ended = new Promise<void>((resolve) => {
    controls.end = resolve;
  });
  const fake: Fake = {
    run: {
      client: name,
      started,
      ended,
      stop: async () => {
        fake.stopped = true;
        controls.end();
      },
    },
    start: () => controls.start(),
    fail: () => controls.fail(new Error('did not start')),
    end: () => controls.end(),
    stopped: false,
  };
  return fake;
};

/** A lifecycle of fakes, what it made and what it told. */
const bench = () => {
  const fakes: Fake[] = [];
  const states: ServerState[] = [];
  const givenUp: number[] = [];
  const clock = { now: 0 };
  const lifecycle = new Lifecycle<string>({
    launch: () => {
      const fake = fakeRun(`client ${fakes.length + 1}`);
      fakes.push(fake);
      return fake.run;
    },
    now: () => clock.now,
    onState: (state) => states.push(state),
    onGiveUp: (count) => givenUp.push(count),
  });
  const fake = (number: number): Fake => {
    const found = fakes[number - 1];
    assert.ok(found, `no server ${number} was launched`);
    return found;
  };
  return { lifecycle, fakes, fake, states, givenUp, clock };
};

/** Lets every promise settle that can. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the life of the server', () => {
  test('nothing is started before it is asked for', () => {
    const { lifecycle, fakes } = bench();
    assert.equal(fakes.length, 0);
    assert.equal(lifecycle.state, 'idle');
  });

  test('it is started once, however often it is asked for', async () => {
    const { lifecycle, fakes, fake, states } = bench();
    lifecycle.start();
    lifecycle.start();
    const ready = lifecycle.ready();
    fake(1).start();
    assert.equal(await ready, 'client 1');
    assert.equal(await lifecycle.ready(), 'client 1');
    assert.equal(fakes.length, 1);
    assert.deepEqual(states, ['starting', 'running']);
  });

  test('one that ends on its own is started again', async () => {
    const { lifecycle, fakes, fake, states } = bench();
    lifecycle.start();
    fake(1).start();
    await settle();
    fake(1).end();
    await settle();
    fake(2).start();
    await settle();
    assert.equal(fakes.length, 2);
    assert.equal(lifecycle.client, 'client 2');
    assert.deepEqual(states, ['starting', 'running', 'starting', 'running']);
  });

  test('one that does not start counts as ended, once', async () => {
    const { lifecycle, fakes, fake } = bench();
    const ready = lifecycle.ready();
    fake(1).fail();
    fake(1).end();
    await assert.rejects(ready, /did not start/);
    await settle();
    assert.equal(fakes.length, 2);
  });

  test('the fifth end in three minutes is the last, and is told once', async () => {
    const { lifecycle, fakes, fake, givenUp } = bench();
    lifecycle.start();
    for (const number of [1, 2, 3, 4, 5]) {
      fake(number).start();
      fake(number).end();
      await settle();
    }
    assert.equal(fakes.length, 5);
    assert.deepEqual(givenUp, [5]);
    assert.equal(lifecycle.state, 'failed');
    lifecycle.start();
    assert.equal(fakes.length, 5, 'a letter that is opened does not start it again');
  });

  test('one that ends now and then is started again each time', async () => {
    const { lifecycle, fake, givenUp, clock } = bench();
    lifecycle.start();
    for (let number = 1; number <= 12; number++) {
      clock.now += 60_000;
      fake(number).end();
      await settle();
    }
    assert.deepEqual(givenUp, []);
  });

  test('a restart stops the old one and wipes the record clean', async () => {
    const { lifecycle, fake, fakes, givenUp } = bench();
    lifecycle.start();
    for (const number of [1, 2, 3, 4]) {
      fake(number).end();
      await settle();
    }
    const restarted = lifecycle.restart();
    await settle();
    assert.ok(fake(5).stopped);
    fake(6).start();
    await restarted;
    fake(6).end();
    await settle();
    assert.deepEqual(givenUp, []);
    assert.equal(fakes.length, 7);
  });

  test('a restart works after it was given up', async () => {
    const { lifecycle, fake } = bench();
    lifecycle.start();
    for (const number of [1, 2, 3, 4, 5]) {
      fake(number).end();
      await settle();
    }
    const restarted = lifecycle.restart();
    await settle();
    fake(6).start();
    await restarted;
    assert.equal(lifecycle.state, 'running');
  });

  test('restarts that overlap are two at most: the one that runs and one after it', async () => {
    const { lifecycle, fake, fakes } = bench();
    lifecycle.start();
    fake(1).start();
    await settle();
    const all = Promise.all([lifecycle.restart(), lifecycle.restart(), lifecycle.restart()]);
    await settle();
    fake(2).start();
    await settle();
    fake(3).start();
    await all;
    assert.equal(fakes.length, 3);
    assert.equal(lifecycle.client, 'client 3');
  });

  test('one that was stopped stays stopped', async () => {
    const { lifecycle, fake, fakes } = bench();
    lifecycle.start();
    fake(1).start();
    await settle();
    await lifecycle.stop();
    await settle();
    assert.ok(fake(1).stopped);
    assert.equal(fakes.length, 1);
    assert.equal(lifecycle.state, 'idle');
    assert.equal(lifecycle.client, null);
  });
});
