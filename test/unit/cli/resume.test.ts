import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { COMMAND, imrLetters, SAMPLES, workFolder } from './run.ts';

const LETTERS = 240;

const samples = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.imr.txt'))
  .map((name) => readFileSync(path.join(SAMPLES, name), 'utf8'));

const letterFile = (folder: string, i: number): string => path.join(folder, `${String(i).padStart(4, '0')}.imr`);

const manyLetters = (folder: string): void => {
  mkdirSync(folder);
  for (let i = 0; i < LETTERS; i++) writeFileSync(letterFile(folder, i), samples[i % samples.length] ?? '');
};

/** Rough sizes of a manifest at which a run is killed: numbers that look random and are the same in every run. */
const someSizes = function* (): Generator<number> {
  let state = 20130101;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield 1 + (state % 4000);
  }
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Resolves when the file has grown by so much, or the process has ended. */
const grown = async (file: string, by: number, child: ChildProcess): Promise<void> => {
  const start = sizeOf(file);
  while (child.exitCode === null && sizeOf(file) < start + by) await setTimeout(1);
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();

describe('imr-letters export --resume', { concurrency: 2 }, () => {
  const cwd = workFolder();
  before(() => manyLetters(path.join(cwd, 'many')));

  const clean = async (format: string): Promise<ReadonlyMap<string, string>> => {
    const out = `clean-${format}`;
    assert.equal((await imrLetters(cwd, ['export', '--format', format, '--out', `${out}/`, 'many'])).code, 0);
    return contentsOf(path.join(cwd, out));
  };
  const contentsOf = (folder: string): ReadonlyMap<string, string> =>
    new Map(filesIn(folder).map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]));

  const assertWhole = (folder: string, expected: ReadonlyMap<string, string>): void => {
    for (const [name, content] of contentsOf(folder)) assert.equal(content, expected.get(name), name);
  };

  for (const format of ['jsonl', 'json', 'csv', 'parquet']) {
    test(`${format}: killed again and again, it comes to the same bytes`, async () => {
      const expected = await clean(format);
      const out = `killed-${format}`;
      const manifest = path.join(cwd, out, '.imr-letters/manifest');
      const [program, main] = COMMAND;
      const sizes = someSizes();
      let kills = 0;
      for (let code: number | null = null; code === null; ) {
        const args = [main, 'export', '--resume', '--format', format, '--jobs', '2', '--out', `${out}/`, 'many'];
        const child = spawn(program, args, { cwd, stdio: 'ignore' });
        const ended = once(child, 'close');
        await grown(manifest, sizes.next().value ?? 1, child);
        if (child.exitCode === null) {
          child.kill('SIGKILL');
          kills++;
        }
        [code] = (await ended) as [number | null];
        // At most the last one was killed behind its work.
        if (code === null) assertWhole(path.join(cwd, out), expected);
      }
      assert.ok(kills > 1, `${kills} kills`);
      assert.deepEqual(contentsOf(path.join(cwd, out)), expected);
    });
  }

  test('only what has changed is read again, and the bytes are those of a new run', async () => {
    const folder = path.join(cwd, 'changing');
    manyLetters(folder);
    const args = ['export', '--resume', '--format', 'csv', '--out', 'again/', 'changing'];
    assert.equal((await imrLetters(cwd, args)).code, 0);
    const notes = (): number =>
      readFileSync(path.join(cwd, 'again/.imr-letters/manifest'), 'latin1').split('\n').length;
    const first = notes();
    assert.equal((await imrLetters(cwd, args)).code, 0);
    assert.equal(notes(), first);

    appendFileSync(letterFile(folder, 7), '\n');
    rmSync(letterFile(folder, 100));
    writeFileSync(path.join(folder, '0200-new.imr'), samples[0] ?? '');
    assert.deepEqual(await imrLetters(cwd, args), { code: 0, stdout: '', stderr: '' });
    assert.equal(notes(), first + 2);
    await imrLetters(cwd, ['export', '--format', 'csv', '--out', 'anew/', 'changing']);
    assert.deepEqual(contentsOf(path.join(cwd, 'again')), contentsOf(path.join(cwd, 'anew')));
  });

  test('other options or damaged notes count for nothing', async () => {
    const state = path.join(cwd, '.my.out.resume');
    const run = async (format: string, ...more: readonly string[]): Promise<void> => {
      const args = ['export', '--resume', '--format', format, '--out', 'my.out', ...more, 'samples'];
      assert.deepEqual(await imrLetters(cwd, args), { code: 0, stdout: '', stderr: '' });
      const { stdout } = await imrLetters(cwd, ['export', '--format', format, ...more, 'samples']);
      assert.equal(readFileSync(path.join(cwd, 'my.out'), 'utf8'), stdout);
    };
    await run('jsonl');
    await run('json');
    await run('csv', '--table', 'issues');
    appendFileSync(path.join(state, 'manifest'), '0123456789ab 01234567');
    appendFileSync(path.join(state, '1.pieces'), 'half a piece');
    await run('csv', '--table', 'issues');
    truncateSync(path.join(state, '1.pieces'), 10);
    await run('csv', '--table', 'issues');
    writeFileSync(path.join(state, 'manifest'), 'something else\n');
    await run('csv', '--table', 'issues');
  });

  test('what is kept goes when most of it is of no use any more', async () => {
    const folder = path.join(cwd, 'shrinking');
    manyLetters(folder);
    const args = ['export', '--resume', '--format', 'jsonl', '--out', 'shrunk.jsonl', 'shrinking'];
    await imrLetters(cwd, args);
    assert.ok(existsSync(path.join(cwd, '.shrunk.jsonl.resume')));
    for (let i = 10; i < LETTERS; i++) rmSync(letterFile(folder, i));
    assert.equal((await imrLetters(cwd, args)).code, 0);
    assert.ok(!existsSync(path.join(cwd, '.shrunk.jsonl.resume')));
    const { stdout } = await imrLetters(cwd, ['export', '--format', 'jsonl', 'shrinking']);
    assert.equal(readFileSync(path.join(cwd, 'shrunk.jsonl'), 'utf8'), stdout);
  });

  test('a file that the program did not make stays', async () => {
    writeFileSync(path.join(cwd, 'mine.jsonl'), 'mine');
    const { code, stderr } = await imrLetters(cwd, ['export', '--resume', '--out', 'mine.jsonl', 'samples']);
    assert.equal(stderr, 'imr-letters: cannot write mine.jsonl: it exists already; add --force to replace it.\n');
    assert.deepEqual([code, readFileSync(path.join(cwd, 'mine.jsonl'), 'utf8')], [2, 'mine']);
  });

  test('a run that is at work is not disturbed by another', async () => {
    const state = path.join(cwd, '.busy.jsonl.resume');
    mkdirSync(state);
    writeFileSync(path.join(state, 'lock'), String(process.pid));
    const args = ['export', '--resume', '--format', 'jsonl', '--out', 'busy.jsonl', 'samples'];
    const { code, stderr } = await imrLetters(cwd, args);
    assert.deepEqual(
      [code, stderr],
      [2, 'imr-letters: cannot write .busy.jsonl.resume: another run is at work there.\n'],
    );
    // Of a process that has ended, killed for example.
    writeFileSync(path.join(state, 'lock'), '999999999');
    assert.equal((await imrLetters(cwd, args)).code, 0);
  });
});
