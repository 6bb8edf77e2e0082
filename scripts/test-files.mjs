// Runs test files, each as a program of its own whose output is printed when it has ended. `node --test` is not used: it
// reads the results of its processes from their output, and can turn in a circle for ever where a part of them is missing
// (https://github.com/nodejs/node/issues/62693, in Node 20 too).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a file may take, in minutes. What takes longer stands still, and is ended. */
const PATIENCE = 15;

/** How long the output of a file that has ended is waited for, in milliseconds: what it left running may hold it open. */
const LAST_WORDS = 2000;

const LOADED = ['--import', 'tsx', '--import', './test/support/seed.ts', '--test-reporter=spec'];

/** Runs a file and prints what it said; true where all of its tests passed. */
const runFile = async (root, file) => {
  const limit = { timeout: PATIENCE * 60_000, killSignal: 'SIGKILL' };
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = spawn(process.execPath, [...LOADED, file], { cwd: root, stdio, ...limit });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part));
  const closed = once(child, 'close');
  const [code, signal] = await once(child, 'exit');
  await Promise.race([closed, wait(LAST_WORDS, undefined, { ref: false })]);
  for (const stream of [child.stdout, child.stderr]) stream.destroy();
  process.stdout.write(`\n--- ${file}\n${Buffer.concat(output)}`);
  if (signal) console.log(`✖ ${file} was ended by ${signal}: no file may take more than ${PATIENCE} minutes.`);
  return code === 0;
};

/** Runs files, as many at a time as there are processors, or one by one where `alone`; true where all passed. */
export const runFiles = async (root, files, alone) => {
  const left = [...files];
  const failed = [];
  const work = async () => {
    for (let file = left.shift(); file !== undefined; file = left.shift())
      if (!(await runFile(root, file))) failed.push(file);
  };
  await Promise.all(Array.from({ length: alone ? 1 : availableParallelism() }, work));
  console.log(`\n${files.length - failed.length} of ${files.length} files passed.`);
  for (const file of failed) console.log(`✖ ${file}`);
  return failed.length === 0;
};
