import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  begunIn,
  type FolderLetters,
  goneText,
  type LetterGroup,
  letterText,
  MOST_LINES,
  nodesOf,
} from '../../../client/src/letters/nodes.ts';
import type { LetterInfo } from '../../../server/src/protocol.ts';

const letter = (path: string, status: LetterInfo['status'] = 'new', ...authors: string[]): LetterInfo => ({
  uri: `file:///w/${path}`,
  path,
  status,
  authors,
});

const folder = (name: string, ...letters: LetterInfo[]): FolderLetters => ({
  uri: `file:///${name}`,
  name,
  letters,
  gone: [],
});

const groups = (folders: readonly FolderLetters[]): readonly LetterGroup[] =>
  nodesOf(folders).filter((node) => node.kind === 'group');

describe('the view of the letters', () => {
  const one = folder(
    'w',
    letter('a.imr.txt', 'done', 'ma'),
    letter('b.imr.txt'),
    letter('c.imr.txt', 'problem', 'jo'),
    letter('d.imr.txt'),
    letter('e.imr.txt', 'in-progress', 'ma'),
  );

  test('has a group for every status there is, what needs somebody first, with its count', () => {
    assert.deepEqual(
      groups([one]).map(({ title, count }) => [title, count]),
      [
        ['Problem', 1],
        ['In progress', 1],
        ['New', 2],
        ['Done', 1],
      ],
    );
    assert.equal(begunIn([one]), 2);
    assert.deepEqual(nodesOf([]), []);
    assert.deepEqual(nodesOf([folder('empty')]), []);
  });

  test('has annotations whose letter is gone on top, also of a folder that has no letters any more', () => {
    const gone = { path: '2015/x.imr.txt', authors: ['jo', 'ma'] };
    const [first, second] = groups([{ ...one, gone: [gone] }]);
    assert.deepEqual([first?.title, first?.count, second?.title], ['Letter gone', 1, 'Problem']);
    assert.deepEqual(first?.children, [{ kind: 'gone', folder: one.uri, gone }]);
    assert.deepEqual(goneText(gone), {
      label: 'x.imr.txt',
      description: 'jo, ma · 2015',
      spoken: 'x.imr.txt, the letter is gone, its annotations are kept, annotated by jo, ma, was in 2015',
    });
    assert.equal(groups([one, { ...folder('empty'), gone: [gone] }]).length, 2);
  });

  test('of several folders each has its own groups, with ids of their own; empty ones are left out', () => {
    const several = groups([one, folder('v', letter('a.imr.txt')), folder('empty')]);
    assert.deepEqual(
      several.map(({ title, count }) => [title, count]),
      [
        ['w', 5],
        ['v', 1],
      ],
    );
    const ids = several.flatMap(({ id, children }) => [
      id,
      ...children.map((child) => ('id' in child ? child.id : '')),
    ]);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('ten thousand letters stand in blocks, each once and in order', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => letter(`l/${String(i).padStart(5, '0')}.txt`));
    const [all] = groups([folder('w', ...many)]);
    assert.ok(all);
    const blocks = all.children.filter((node) => node.kind === 'group');
    assert.equal(blocks.length, 10_000 / MOST_LINES);
    assert.deepEqual([blocks[0]?.title, blocks[0]?.isExpanded], ['00000.txt – 00499.txt', false]);
    const paths = blocks.flatMap(({ children }) =>
      children.map((child) => (child.kind === 'letter' ? child.letter.path : '')),
    );
    assert.deepEqual(
      paths,
      many.map(({ path }) => path),
    );
  });

  test('a line says its name, who annotated it, where it lies; a screen reader hears its status too', () => {
    assert.deepEqual(letterText(letter('2015/may/a.imr.txt', 'reviewed', 'jo', 'ma')), {
      label: 'a.imr.txt',
      description: 'jo, ma · 2015/may',
      spoken: 'a.imr.txt, reviewed by another, annotated by jo, ma, in 2015/may',
    });
    assert.deepEqual(letterText(letter('a.imr.txt')), {
      label: 'a.imr.txt',
      description: '',
      spoken: 'a.imr.txt, new',
    });
  });
});
