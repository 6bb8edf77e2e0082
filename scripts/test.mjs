// `npm test`: every check of the repository, in the order in which a fault is cheapest to find. A stage prints all that it
// has to say; the first stage that fails ends the run. `npm test -- --only unit,lsp` runs the named stages.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runFiles } from './test-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';

/** Runs a program with its output on ours; true where it ends well. */
const run = (program, args) => spawnSync(program, args, { cwd: root, stdio: 'inherit', shell: windows }).status === 0;
const node = (...args) => run(windows ? 'node' : process.execPath, args);
const tool = (name, ...args) => run(path.join('node_modules', '.bin', name), args);

/** All of them run, whatever the first ones say. */
const all = (...results) => results.every(Boolean);

const testFiles = (folder) => {
  const from = path.join(root, 'test', folder);
  if (!existsSync(from)) return [];
  return readdirSync(from, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join('test', folder, name));
};

/** Files run side by side, but `alone` where one would spoil what another measures. */
const tests = (folder, alone) => () => runFiles(root, testFiles(folder), alone);

const STAGES = {
  build: () => node('scripts/build.mjs'),
  types: () => all(tool('tsc'), tool('tsc', '--project', 'client/webview')),
  lint: () => all(tool('biome', 'ci', '.'), tool('eslint', '.'), tool('knip')),
  unit: tests('unit'),
  golden: tests('golden'),
  grammar: tests('grammar'),
  properties: tests('properties', 'alone'),
  corpus: tests('corpus'),
  scorecard: tests('scorecard'),
  bench: tests('bench', 'alone'),
  lsp: tests('lsp', 'alone'),
  webview: tests('webview', 'alone'),
  vscode: tests('vscode', 'alone'),
};

const chosenStages = () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = values.only?.split(',').map((name) => name.trim()) ?? Object.keys(STAGES);
  const unknown = names.filter((name) => !(name in STAGES));
  if (unknown.length > 0)
    throw new Error(`No stage ${unknown.join(', ')}: there is ${Object.keys(STAGES).join(', ')}.`);
  return Object.entries(STAGES).filter(([name]) => names.includes(name));
};

const runStages = async () => {
  const times = [];
  for (const [name, stage] of chosenStages()) {
    console.log(`\n=== ${name} ${'='.repeat(Math.max(3, 70 - name.length))}\n`);
    const start = performance.now();
    const passed = await stage();
    times.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
    if (passed) continue;
    console.log(`\n${times.join(', ')}\nFAILED: ${name}`);
    return 1;
  }
  console.log(`\n${times.join(', ')}\nEverything passed.`);
  return 0;
};

try {
  process.exitCode = await runStages();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
