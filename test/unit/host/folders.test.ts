import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesOfMachine, NO_FILES } from '../../../server/src/host/files.ts';
import { foldersUpTo, parentOf, pathFrom, rootOf } from '../../../server/src/host/folders.ts';

test('the folders of a document go up to the root, and no further', () => {
  const uri = 'file:///work/letters/2015/a.imr';
  assert.deepEqual(foldersUpTo(uri, 'file:///work'), [
    'file:///work/letters/2015',
    'file:///work/letters',
    'file:///work',
  ]);
  assert.deepEqual(foldersUpTo(uri, null), ['file:///work/letters/2015']);
  assert.deepEqual(foldersUpTo('untitled:Untitled-1', null), []);
});

test('the root is the innermost folder of the workspace, told from one of a longer name', () => {
  const roots = ['file:///work/', 'file:///work/letters', 'file:///work/let'];
  assert.equal(rootOf('file:///work/letters/a.imr', roots), 'file:///work/letters');
  assert.equal(rootOf('file:///work/lettersX/a.imr', roots), 'file:///work');
  assert.equal(rootOf('file:///else/a.imr', roots), null);
});

test('there is nothing above the topmost folder', () => {
  assert.equal(parentOf('file:///a.imr'), 'file://');
  assert.equal(parentOf('file://'), null);
  assert.equal(parentOf('untitled:a'), null);
});

test('a path is decoded and counted from the folder; an address that cannot be decoded stays', () => {
  assert.equal(pathFrom('file:///work', 'file:///work/a%20b/c.imr'), 'a b/c.imr');
  assert.equal(pathFrom('file:///other', 'file:///work/c%20d.imr'), 'file:///work/c%20d.imr');
  assert.equal(pathFrom('file:///work', 'file:///work/%E0.imr'), '%E0.imr');
});

test('the machine’s own files are those of file addresses only', async () => {
  const files = filesOfMachine(NO_FILES, () => ['file:///work']);
  assert.deepEqual(await files.home('file:///work/a.imr'), {
    folders: ['file:///work'],
    writable: true,
    storage: null,
  });
  assert.deepEqual(await files.home('vscode-vfs://github/a/b.imr'), { folders: [], writable: false, storage: null });
});
