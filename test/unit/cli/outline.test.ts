import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { imrLetters, workFolder } from './run.ts';

interface OutlineRow {
  readonly uri?: string;
  readonly name: string;
  readonly detail: string;
  readonly line: number;
  readonly column: number;
  readonly children: readonly OutlineRow[];
}

describe('imr-letters outline', { concurrency: 2 }, () => {
  const cwd = workFolder();
  const file = path.join('samples', 'two-letters.imr.txt');

  test('text: a row for each part with its line in the file', async () => {
    const { code, stdout, stderr } = await imrLetters(cwd, ['outline', file]);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    const letters = stdout.split('\n').filter((line) => /:\d+: Case CM/.test(line));
    assert.equal(letters.length, 2);
    const lines = readFileSync(path.join(cwd, file), 'utf8').split('\n');
    const numbers = stdout.matchAll(/:(\d+): +Case Number · (\S+)/g);
    let found = 0;
    for (const [, line, number = '?'] of numbers) {
      assert.ok(lines[Number(line) - 1]?.includes(number));
      found++;
    }
    assert.equal(found, 2);
  });

  test('json: the rows with what is below them, in places of the document', async () => {
    const { stdout } = await imrLetters(cwd, ['outline', '--format', 'json', file]);
    const rows = JSON.parse(stdout) as readonly OutlineRow[];
    assert.deepEqual(
      rows.map(({ uri }) => uri),
      Array.from({ length: 2 }, () => pathToFileURL(path.join(cwd, file)).href),
    );
    const [first, second] = rows;
    assert.ok(first && second && second.line > first.line);
    for (const child of second.children) assert.ok(child.line >= second.line);
    assert.deepEqual(Object.keys(first), [
      'uri',
      'name',
      'detail',
      'line',
      'column',
      'endLine',
      'endColumn',
      'children',
    ]);
  });

  test('nothing to outline is an empty array', async () => {
    const { code, stdout } = await imrLetters(cwd, ['outline', '--format', 'json', 'nowhere']);
    assert.deepEqual([code, stdout], [2, '[]\n']);
  });
});
