import assert from 'node:assert/strict';
import { test } from 'node:test';
import { homeOf } from '../../../client/src/files/home.ts';

const STORAGE = 'file:///storage';
const at = (scheme: string, path: string) => ({ scheme, authority: '', path });
const address = (path: string) => `x:${path}`;
const around = (root: string | null, writable = true) => ({ root, writable, storage: STORAGE });

test('a letter on a disk has its folders up to the workspace’s, which may be written to', () => {
  assert.deepEqual(homeOf(at('file', '/w/l/a.imr'), around('/w'), address), {
    folders: ['x:/w/l', 'x:/w'],
    writable: true,
    storage: STORAGE,
  });
  assert.deepEqual(homeOf(at('file', '/w/l/a.imr'), around(null), address).folders, ['x:/w/l']);
});

test('a virtual or read-only place is read, not written to; an untitled letter has no folder', () => {
  assert.equal(homeOf(at('vscode-vfs', '/w/a.imr'), around('/w'), address).writable, false);
  assert.equal(homeOf(at('file', '/w/a.imr'), around('/w', false), address).writable, false);
  assert.deepEqual(homeOf(at('untitled', 'Untitled-1'), around(null), address).folders, []);
});

test('a root that is not above the letter ends at the topmost folder', () => {
  assert.deepEqual(homeOf(at('file', '/l/a.imr'), around('/w'), address).folders, ['x:/l', 'x:/']);
});
