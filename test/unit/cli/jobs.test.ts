import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { CASE_FORMATS } from '../../../server/src/case/index.ts';
import { imrLetters, type Result, SAMPLES, workFolder } from './run.ts';

const samples = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.imr.txt'))
  .map((name) => readFileSync(path.join(SAMPLES, name)));

/** Enough for several batches, with files between that cannot be read or are no letters. */
const manyLetters = (folder: string): void => {
  for (let i = 0; i < 150; i++) {
    const inside = path.join(folder, String(i % 7));
    mkdirSync(inside, { recursive: true });
    writeFileSync(path.join(inside, `${i}.imr`), i % 40 === 11 ? '%PDF-1.4' : (samples[i % samples.length] ?? ''));
    writeFileSync(path.join(inside, `${i}.txt`), 'No letter.');
  }
};

describe('the number of threads changes nothing', { concurrency: 2 }, () => {
  const cwd = workFolder();
  manyLetters(path.join(cwd, 'many'));

  const sameFor = async (run: (jobs: string) => Promise<unknown>): Promise<void> => {
    const one = await run('1');
    assert.deepEqual(await run('3'), one);
  };
  const filesIn = (folder: string): unknown =>
    readdirSync(path.join(cwd, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .sort()
      .map((file) => [path.relative(path.join(cwd, folder), file), readFileSync(file).toString('base64')]);

  for (const format of CASE_FORMATS) {
    test(`export --format ${format}`, async () => {
      await sameFor(async (jobs) => {
        const out = `${format}-${jobs}/`;
        const result = await imrLetters(cwd, ['export', '--format', format, '--jobs', jobs, '--out', out, 'many']);
        assert.equal(result.code, 2);
        assert.equal(result.stderr.split('it is a PDF').length, 5);
        return [result, filesIn(out)];
      });
    });
  }

  for (const format of ['text', 'json', 'sarif']) {
    test(`check --format ${format}`, async () => {
      const check = (jobs: string): Promise<Result> =>
        imrLetters(cwd, ['check', '--format', format, '--jobs', jobs, 'many']);
      await sameFor(check);
      assert.ok((await check('2')).stdout.length > 1000);
    });
  }

  test('outline', async () => {
    await sameFor((jobs) => imrLetters(cwd, ['outline', '--format', 'json', '--jobs', jobs, 'many']));
  });
});
