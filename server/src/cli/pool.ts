import { setImmediate } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Batch, type BatchResult, batchRunner } from './batch.ts';
import { setForManyLetters } from './engine.ts';
import { type Order, workOf } from './work.ts';

/** Something that does batches, one after the other. */
interface Hand {
  /** How many batches it has been given and not done. */
  readonly busy: number;
  run(batch: Batch): Promise<BatchResult>;
  stop(): void;
}

/** Batches that are being done or wait to be written, for each hand: enough to keep it at work, and no more in memory. */
const AHEAD = 2;

/**
 * The results of batches in the order of the batches, done by so many threads. A batch is asked for only when there is
 * room for it: what reads the results sets the pace. A single batch is done at once, without a thread.
 */
export const inOrder = async function* (
  batches: Iterator<Batch>,
  order: Order,
  jobs: number,
): AsyncGenerator<BatchResult> {
  const start = [batches.next(), batches.next()].flatMap((next) => (next.done ? [] : [next.value]));
  const threads = start.length > 1 ? jobs : 1;
  if (threads > 1) setForManyLetters();
  const hands = Array.from({ length: threads }, threads > 1 ? () => threadHand(order) : () => ownHand(order));
  const waiting: Promise<BatchResult>[] = [];
  try {
    for (const batch of chain(start, { [Symbol.iterator]: () => batches })) {
      const result = leastBusy(hands).run(batch);
      // Who waits for it hears of a failure; until then it is nobody's.
      result.catch(() => {});
      waiting.push(result);
      if (waiting.length >= threads * AHEAD) yield* taken(waiting);
    }
    while (waiting.length > 0) yield* taken(waiting);
  } finally {
    for (const hand of hands) hand.stop();
  }
};

const chain = function* <T>(...all: readonly Iterable<T>[]): Generator<T> {
  for (const each of all) yield* each;
};

const taken = async function* (waiting: Promise<BatchResult>[]): AsyncGenerator<BatchResult> {
  const result = await waiting.shift();
  if (result) yield result;
};

const leastBusy = (hands: readonly Hand[]): Hand => hands.reduce((best, hand) => (hand.busy < best.busy ? hand : best));

const ownHand = (order: Order): Hand => {
  const runner = workOf(order).then(batchRunner);
  return {
    busy: 0,
    run: async (batch) => {
      // A signal that stops the run is heard between batches.
      await setImmediate();
      return (await runner)(batch);
    },
    stop: () => {},
  };
};

/** The program itself is the worker's: see `serveAsWorker`. */
const threadHand = (order: Order): Hand => {
  const worker = new Worker(__filename, { workerData: order });
  const open: { resolve: (result: BatchResult) => void; reject: (error: unknown) => void }[] = [];
  const rejectAll = (error: unknown): void => {
    for (const { reject } of open.splice(0)) reject(error);
  };
  worker.on('message', (result: BatchResult) => open.shift()?.resolve(result));
  worker.on('error', rejectAll);
  worker.on('exit', () => rejectAll(new Error('a thread ended')));
  return {
    get busy() {
      return open.length;
    },
    run: (batch) =>
      new Promise((resolve, reject) => {
        open.push({ resolve, reject });
        worker.postMessage(batch);
      }),
    stop: () => void worker.terminate(),
  };
};

/** Does the batches that the main thread sends, until it ends. */
export const serveAsWorker = async (): Promise<void> => {
  const runBatch = batchRunner(await workOf(workerData));
  parentPort?.on('message', (batch: Batch) => {
    const result = runBatch(batch);
    parentPort?.postMessage(
      result,
      result.parts.map((part) => part.buffer),
    );
  });
};
