import { availableParallelism } from 'node:os';
import path from 'node:path';
import { UsageError } from './args.ts';
import type { Batch, BatchResult } from './batch.ts';
import { openOutput } from './output.ts';
import { inOrder } from './pool.ts';
import { readStdin, type Source, Sources } from './sources.ts';
import { onStop } from './stop.ts';
import { say, showProgress } from './terminal.ts';
import type { Order } from './work.ts';

/** Documents that are handed to a thread at a time: enough that the handing over costs nothing. */
const BATCH = 48;
/** Milliseconds between two views of the progress. */
const PACE = 200;

/** What a run came across, counted while its results are read. */
export interface Tally {
  letters: number;
  /** What could not be read. */
  failures: number;
  readonly counts: Record<string, number>;
}

export const newTally = (): Tally => ({ letters: 0, failures: 0, counts: {} });

/** The number that stands behind --jobs. */
export const jobsOf = (given: string | undefined): number => {
  if (given === undefined) return availableParallelism();
  if (!/^[1-9]\d?$/.test(given)) throw new UsageError(`--jobs is a number from 1 to 99, not “${given}”`);
  return Number(given);
};

/** The paths up to which notes are looked for: those that were named, and the folder that the command runs in. */
export const rootsOf = (paths: readonly string[]): readonly string[] =>
  [process.cwd(), ...paths].map((name) => path.resolve(name));

export interface RunOptions {
  readonly paths: readonly string[];
  readonly order: Order;
  readonly jobs: number;
  /** Gives the fingerprint under which a document is known; where it is there, results come by document. */
  readonly known?: ((name: string) => string | undefined) | undefined;
}

/** What the work gave for the documents of the paths, batch by batch in their order, whatever the number of threads. */
export const resultsOf = async function* (options: RunOptions, tally: Tally): AsyncGenerator<BatchResult> {
  const { paths, order, jobs, known } = options;
  const sources = new Sources(paths, await readStdin(paths));
  const progress = startProgress();
  const said = new Set<string>();
  try {
    for await (const result of inOrder(batchesOf(sources, known), order, jobs)) {
      for (const sentence of result.sentences) {
        // Every thread reads the notes of a folder, and has the same to say of them.
        if (!said.has(sentence)) say(sentence);
        said.add(sentence);
      }
      count(result, tally);
      yield result;
      progress(tally);
    }
  } finally {
    showProgress('');
  }
};

/** How a text of findings or outlines begins, goes on and ends. */
export interface Frame {
  readonly open: string;
  readonly between: string;
  readonly close: string;
  /** Instead of all of it where there is nothing to frame. */
  readonly none: string;
}

/** Writes what the work gave to the standard output. Throws a `WriteError`. */
export const writeAll = async (options: RunOptions, frame: Frame, tally: Tally): Promise<void> => {
  onStop('stopped.');
  const output = openOutput(undefined, false);
  let any = false;
  for await (const { parts } of resultsOf(options, tally)) {
    const [part] = parts;
    if (!part?.length) continue;
    await output.write(any ? frame.between : frame.open);
    await output.write(part);
    any = true;
  }
  await output.write(any ? frame.close : frame.none);
  await output.end();
};

const batchesOf = function* (sources: Iterable<Source>, known: RunOptions['known']): Generator<Batch> {
  const batchOf = (batch: readonly Source[]): Batch => ({
    sources: batch,
    known: known ? batch.map((source) => (source.kind === 'failed' ? undefined : known(source.name))) : null,
  });
  let batch: Source[] = [];
  for (const source of sources) {
    batch.push(source);
    if (batch.length < BATCH) continue;
    yield batchOf(batch);
    batch = [];
  }
  if (batch.length > 0) yield batchOf(batch);
};

const count = ({ letters, failures, counts }: BatchResult, tally: Tally): void => {
  tally.letters += letters;
  tally.failures += failures;
  for (const [name, number] of Object.entries(counts)) tally.counts[name] = (tally.counts[name] ?? 0) + number;
};

const startProgress = (): ((tally: Tally) => void) => {
  const start = performance.now();
  let shown = start;
  return ({ letters, failures }) => {
    const now = performance.now();
    if (now - shown < PACE) return;
    shown = now;
    const pace = Math.round((letters / (now - start)) * 1000).toLocaleString('en');
    const trouble = failures > 0 ? `, ${failures} could not be read` : '';
    showProgress(`${letters.toLocaleString('en')} letters, ${pace} a second${trouble}`);
  };
};
