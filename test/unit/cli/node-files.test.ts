import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../../server/src/cli/node-files.ts';
import { FileError } from '../../../server/src/host/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'imr files '));
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
after(() => rmSync(folder, { recursive: true, force: true }));

describe('reading', () => {
  test('gives the text, null where there is no file, a reason where it cannot be read', async () => {
    writeFileSync(join(folder, 'a.txt'), '\ufeffé\r\n');
    assert.equal(await nodeFiles.read(uriOf('a.txt')), 'é\r\n');
    assert.equal(await nodeFiles.read(uriOf('none.txt')), null);
    await assert.rejects(
      nodeFiles.read(uriOf('')),
      (error) => error instanceof FileError && /folder/.test(error.message),
    );
    await assert.rejects(nodeFiles.read('untitled:a'), FileError);
    writeFileSync(join(folder, 'a.pdf'), '%PDF-1.4');
    await assert.rejects(nodeFiles.read(uriOf('a.pdf')), FileError);
  });
});

describe('appending', () => {
  test('makes the file with its folder, then adds to it', async () => {
    await nodeFiles.append(uriOf('.imr/notes.jsonl'), 'one\n');
    await nodeFiles.append(uriOf('.imr/notes.jsonl'), 'two\n');
    assert.equal(readFileSync(join(folder, '.imr/notes.jsonl'), 'utf8'), 'one\ntwo\n');
  });

  test('ends a last line that has no end', async () => {
    writeFileSync(join(folder, 'open.jsonl'), 'one');
    await nodeFiles.append(uriOf('open.jsonl'), 'two\n');
    assert.equal(readFileSync(join(folder, 'open.jsonl'), 'utf8'), 'one\ntwo\n');
  });

  test('says why it cannot', async () => {
    writeFileSync(join(folder, 'file'), '');
    await assert.rejects(nodeFiles.append(uriOf('file/notes.jsonl'), 'x\n'), FileError);
  });
});

test('files of annotations are removed, with the folders that are empty then, and no others', async () => {
  const made = '.imr/annotations/2015/a.txt/ma.jsonl';
  for (const name of [made, '.imr/annotations/b.txt/ma.jsonl', '.imr/notes.jsonl'])
    await nodeFiles.append(uriOf(name), 'x\n');
  await nodeFiles.remove(uriOf(made));
  assert.deepEqual(readdirSync(join(folder, '.imr/annotations')), ['b.txt']);
  await nodeFiles.remove(uriOf('.imr/annotations/b.txt/ma.jsonl'));
  assert.deepEqual(readdirSync(join(folder, '.imr/annotations')), []);
  await assert.rejects(nodeFiles.remove(uriOf('.imr/notes.jsonl')), FileError);
  await assert.rejects(nodeFiles.remove(uriOf('.imr/annotations/../notes.jsonl')), FileError);
  await assert.rejects(nodeFiles.remove(uriOf(made)), FileError);
  assert.notEqual(await nodeFiles.read(uriOf('.imr/notes.jsonl')), null);
});

test('a list names what may hold letters, in order, without hidden folders', async () => {
  const letters = join(folder, 'letters');
  for (const name of ['b', '.hidden', 'node_modules']) mkdirSync(join(letters, name), { recursive: true });
  for (const name of ['c.imr', 'a.imr.txt', 'b/x.txt', 'note.md', '.hidden/h.imr', 'node_modules/n.txt'])
    writeFileSync(join(letters, name), '');
  assert.deepEqual(
    (await nodeFiles.list(uriOf('letters'))).map((uri) => uri.slice(uriOf('letters').length + 1)),
    ['a.imr.txt', 'b/x.txt', 'c.imr'],
  );
  await assert.rejects(nodeFiles.list(uriOf('nowhere')), FileError);
});
