import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { globsOf } from '../../../client/src/files/globs.ts';
import { readLots } from '../../../client/src/files/lots.ts';
import { progressText, timeLeft } from '../../../client/src/files/progress.ts';
import { type Place, type Source, walk } from '../../../client/src/files/walk.ts';

/** A place that holds these files; a folder with `!` in its name cannot be read. */
const placeOf = (...files: readonly string[]): Place<string> => ({
  list: async (folder) => {
    if (folder.includes('!')) throw new Error('closed');
    const inside = files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1));
    const names = [...new Set(inside.map((path) => path.split('/')[0] ?? ''))].reverse();
    return names.map((name) => ({ name, kind: inside.includes(name) ? 'file' : 'folder' }));
  },
  join: (folder, name) => `${folder}/${name}`,
  reasonOf: () => 'it is closed',
});

const found = async (place: Place<string>, include = '', exclude = ''): Promise<readonly string[]> =>
  (await walk('w', place, { include: globsOf(include), exclude: globsOf(exclude) })).sources.map(({ path }) => path);

describe('the files of a folder', () => {
  const place = placeOf(
    'w/b.imr',
    'w/a/z.txt',
    'w/a/c.pdf',
    'w/a/b/y.imr.txt',
    'w/.git/x.txt',
    'w/node_modules/x.txt',
    'w/.imr',
  );

  test('are those that may hold letters, in the order of their names', async () => {
    assert.deepEqual(await found(place), ['a/b/y.imr.txt', 'a/z.txt', 'b.imr']);
  });

  test('are chosen by patterns: by name in any folder, or by path', async () => {
    assert.deepEqual(await found(place, '*.txt'), ['a/b/y.imr.txt', 'a/z.txt']);
    assert.deepEqual(await found(place, 'a/*.txt, b.imr'), ['a/z.txt', 'b.imr']);
    assert.deepEqual(await found(place, 'a/'), ['a/b/y.imr.txt', 'a/c.pdf', 'a/z.txt']);
    assert.deepEqual(await found(place, '', '**/b/**, z*'), ['b.imr']);
    assert.deepEqual(await found(place, ' , '), ['a/b/y.imr.txt', 'a/z.txt', 'b.imr']);
  });

  test('one that cannot be read is told, and the others are read', async () => {
    const { sources, unreadable } = await walk('w', placeOf('w/a!/x.txt', 'w/b.txt'));
    assert.deepEqual(unreadable, [{ uri: 'w/a!', path: 'a!', reason: 'it is closed' }]);
    assert.deepEqual(
      sources.map(({ path, certain }) => [path, certain]),
      [['b.txt', false]],
    );
  });

  test('are not looked for any more when it is to stop', async () => {
    assert.deepEqual(await walk('w', place, undefined, () => true), { sources: [], unreadable: [] });
  });
});

describe('reading', () => {
  const sources = Array.from(
    { length: 40 },
    (_, i): Source<number> => ({ uri: i, path: `${i}.txt`, certain: i % 2 === 0 }),
  );

  test('keeps the order, tells what failed, and holds two lots at most', async () => {
    let [open, most] = [0, 0];
    const read = async (uri: number): Promise<string | null> => {
      open++;
      if (uri === 3) throw new Error('no');
      return uri === 4 ? null : `text ${uri}`;
    };
    const kinds: string[] = [];
    for await (const lot of readLots(sources, { read, reasonOf: () => 'it is closed' })) {
      most = Math.max(most, open - kinds.length);
      kinds.push(...lot.map(({ kind }) => kind));
    }
    assert.equal(kinds.length, 40);
    assert.deepEqual(kinds.slice(0, 6), ['text', 'other', 'text', 'failed', 'other', 'other']);
    assert.ok(most <= 32, `${most}`);
  });

  test('stops between lots', async () => {
    let read = 0;
    const reader = { read: async () => 'x', reasonOf: String };
    for await (const lot of readLots(sources, reader, () => read > 0)) read += lot.length;
    assert.equal(read, 32);
  });
});

test('progress tells counts, and the time left once there is a pace', () => {
  assert.equal(progressText(5, 10_000, 100), '5 of 10,000 files');
  assert.equal(progressText(2500, 10_000, 10_000), '2,500 of 10,000 files · about 30 seconds left');
  assert.equal(timeLeft(100, 10_000, 2000), 'about 3 minutes left');
  assert.equal(timeLeft(9999, 10_000, 20_000), 'about 1 second left');
  assert.equal(timeLeft(10_000, 10_000, 20_000), '');
});
