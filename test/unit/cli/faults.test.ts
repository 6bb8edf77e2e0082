import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { LETTER_2015, textOf } from '../checks/letters.ts';
import { COMMAND, imrLetters, type Result, workFolder } from './run.ts';

const LETTER = textOf(LETTER_2015);
const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;

/** A folder of letters, enough that a run takes a while. */
const manyLetters = (folder: string, count: number): void => {
  mkdirSync(folder);
  for (let i = 0; i < count; i++) writeFileSync(path.join(folder, `${i}.imr`), LETTER);
};

/** Runs an export and stops it as soon as it has begun to write. */
const stoppedRun = async (cwd: string, args: readonly string[], begun: () => boolean): Promise<Result> => {
  const [program, main] = COMMAND;
  const child = spawn(program, [main, ...args], { cwd });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  while (child.exitCode === null && !begun()) await setTimeout(1);
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: '', stderr };
};

describe('what goes wrong', { concurrency: 2 }, () => {
  const cwd = workFolder();

  test('files that vanish or cannot be read are said, each in its turn, and the rest is done', async () => {
    const folder = path.join(cwd, 'mixed');
    manyLetters(folder, 120);
    symlinkSync(path.join(folder, 'gone.imr'), path.join(folder, '5-lost.imr'));
    writeFileSync(path.join(folder, '50-scan.imr'), '%PDF-1.4');
    writeFileSync(path.join(folder, '99-binary.imr'), '\u0000');
    const paths = ['mixed', 'no-folder', path.join('mixed', '5-lost.imr')];
    const { code, stdout, stderr } = await imrLetters(cwd, ['export', '--format', 'jsonl', '--jobs', '2', ...paths]);
    assert.equal(stdout.trimEnd().split('\n').length, 120);
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      `imr-letters: cannot read ${path.join('mixed', '50-scan.imr')}: it is a PDF; extract its text first, for example with pdftotext.`,
      `imr-letters: cannot read ${path.join('mixed', '99-binary.imr')}: it is not a text file.`,
      'imr-letters: cannot read no-folder: there is no such file or folder.',
      `imr-letters: cannot read ${path.join('mixed', '5-lost.imr')}: there is no such file or folder.`,
    ]);
    assert.equal(code, 2);
  });

  test('stopped by a person, it says so and leaves nothing half-written', async () => {
    // So many that a run on a busy machine is not done before it hears of the signal.
    manyLetters(path.join(cwd, 'letters'), 5000);
    const out = path.join(cwd, 'stopped');
    mkdirSync(out);
    const args = ['export', '--format', 'jsonl', '--out', 'stopped/cases.jsonl', 'letters'];
    const begun = (): boolean => readdirSync(out).length > 0;
    assert.deepEqual(await stoppedRun(cwd, args, begun), {
      code: 130,
      stdout: '',
      stderr: 'imr-letters: stopped; stopped/cases.jsonl was not written.\n',
    });
    assert.deepEqual(readdirSync(out), []);
  });

  test('stopped with --resume, the same command goes on', async () => {
    manyLetters(path.join(cwd, 'others'), 1000);
    const args = ['export', '--resume', '--format', 'jsonl', '--out', 'resumed.jsonl', 'others'];
    const manifest = path.join(cwd, '.resumed.jsonl.resume/manifest');
    const noted = (): number => statSync(manifest, { throwIfNoEntry: false })?.size ?? 0;
    const { code, stderr } = await stoppedRun(cwd, args, () => noted() > 200);
    assert.deepEqual([code, stderr], [130, 'imr-letters: stopped; the same command goes on from here.\n']);
    assert.deepEqual(await imrLetters(cwd, args), { code: 0, stdout: '', stderr: '' });
    assert.equal(readFileSync(path.join(cwd, 'resumed.jsonl'), 'utf8').trimEnd().split('\n').length, 1000);
  });

  test('a folder that vanishes while it is written to', async () => {
    manyLetters(path.join(cwd, 'more'), 800);
    const out = path.join(cwd, 'vanishing');
    mkdirSync(out);
    const [program, main] = COMMAND;
    const child = spawn(program, [main, 'export', '--out', 'vanishing/cases.json', 'more'], { cwd });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    while (child.exitCode === null && readdirSync(out).length === 0) await setTimeout(1);
    rmSync(out, { recursive: true });
    const [code] = (await once(child, 'close')) as [number | null];
    assert.equal(stderr, 'imr-letters: cannot write vanishing/cases.json: there is no such file or folder.\n');
    assert.equal(code, 2);
  });
});

// Only root may mount a disk of its own; elsewhere this would say nothing.
if (isRootOnLinux) {
  const mounted = (folder: string, options: string): boolean => {
    mkdirSync(folder);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
      return true;
    } catch {
      // In a container without the right to mount.
      return false;
    }
  };

  test('a full disk, and a disk that is read-only', async (t) => {
    const cwd = workFolder();
    manyLetters(path.join(cwd, 'letters'), 300);
    const full = path.join(cwd, 'full');
    const locked = path.join(cwd, 'locked');
    if (!mounted(full, 'size=20k') || !mounted(locked, 'ro')) {
      t.diagnostic('no disk can be mounted here: a full one was not tried');
      return;
    }
    try {
      for (const format of ['jsonl', 'csv', 'parquet']) {
        for (const resume of [[], ['--resume']]) {
          const args = ['export', '--format', format, ...resume, '--out', 'full/out/', 'letters'];
          const { code, stderr } = await imrLetters(cwd, args);
          assert.match(stderr, /^imr-letters: cannot write full\/out\/\S+: the disk is full\.\n$/);
          assert.equal(code, 2);
          assert.deepEqual(
            readdirSync(path.join(full, 'out')).filter((name) => name !== '.imr-letters'),
            [],
          );
          rmSync(path.join(full, 'out'), { recursive: true });
        }
      }
      const toLocked = await imrLetters(cwd, ['export', '--out', 'locked/cases.json', 'letters']);
      assert.deepEqual(toLocked, {
        code: 2,
        stdout: '',
        stderr: 'imr-letters: cannot write locked/cases.json: the disk is read-only.\n',
      });
    } finally {
      execFileSync('umount', [full, locked]);
    }
  });
}
