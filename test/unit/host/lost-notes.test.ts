import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Documents } from '../../../server/src/host/documents.ts';
import { FileError, type Files, NO_FILES } from '../../../server/src/host/files.ts';
import { lostNotes } from '../../../server/src/host/lost-notes.ts';
import type { View } from '../../../server/src/host/notes-store.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { letterKey, NO_NOTES, type Note } from '../../../server/src/notes/index.ts';

const letter = (words: string): string => `CLINICAL CASE SUMMARY\nThe injured worker ${words}.\n`;
const keyOf = (words: string): string => letterKey(parse(letter(words))[0]?.letter ?? assert.fail());

const FOLDER = 'file:///w';
const note = (id: string, path: string, words: string): Note => ({
  kind: 'ignore-in-letter',
  id,
  at: null,
  code: 'word.scanno',
  quote: null,
  path,
  letter: keyOf(words),
});

/** Files by their addresses; one whose text is null is there and cannot be read. */
const reachOf = (texts: Readonly<Record<string, string | null>>, files: Partial<Files> = {}) => {
  const asked: string[] = [];
  const documents = new Documents();
  const reach = {
    documents,
    files: {
      ...NO_FILES,
      list: async (folder: string) =>
        Object.keys(texts).filter((uri) => uri.startsWith(`${folder}/`) && /\.(?:imr|txt)$/.test(uri)),
      readAll: async (uris: readonly string[]) => {
        asked.push(...uris);
        return uris.map((uri) => texts[uri] ?? null);
      },
      ...files,
    },
  };
  return { reach, asked, documents };
};

const viewOf = (notes: readonly Note[], stored: readonly Note[] = []): View => ({
  notes: NO_NOTES,
  target: null,
  places: [
    { folder: `${FOLDER}/sub`, path: 'x', isStorage: false, file: null },
    { folder: FOLDER, path: 'sub/x', isStorage: false, file: { notes, damaged: [] } },
    { folder: 'file:///storage', path: `${FOLDER}/sub/x`, isStorage: true, file: { notes: stored, damaged: [] } },
  ],
});

const lostOf = async (reach: ReturnType<typeof reachOf>['reach'], view: View): Promise<readonly string[]> => [
  ...(await lostNotes(reach, view)),
];

describe('notes whose letter is gone', () => {
  test('are those with nothing at their path and no letter of their name elsewhere', async () => {
    const { reach } = reachOf({
      [`${FOLDER}/a.imr`]: letter('fell'),
      [`${FOLDER}/sub/new%20name.imr`]: letter('slipped'),
    });
    const view = viewOf([
      note('stays', 'a.imr', 'fell'),
      note('renamed', 'old name.imr', 'slipped'),
      note('gone', 'gone.imr', 'ran'),
      { kind: 'word', id: 'word', at: null, word: 'Zanaflex' },
    ]);
    assert.deepEqual(await lostOf(reach, view), ['gone']);
  });

  test('in the extension’s storage are looked for by their whole address', async () => {
    const { reach } = reachOf({ [`${FOLDER}/a.imr`]: letter('fell') });
    const stored = [note('stays', `${FOLDER}/a.imr`, 'fell'), note('gone', `${FOLDER}/b.imr`, 'ran')];
    assert.deepEqual(await lostOf(reach, viewOf([], stored)), ['gone']);
  });

  test('are not those of a letter whose name ends like no letter’s, or that is open under another', async () => {
    const { reach, documents } = reachOf({ [`${FOLDER}/a.md`]: letter('fell') });
    documents.open({
      textDocument: { uri: 'untitled:Untitled-1', languageId: 'imr-letter', version: 1, text: letter('ran') },
    });
    assert.deepEqual(await lostOf(reach, viewOf([note('other', 'a.md', 'fell'), note('open', 'b.imr', 'ran')])), []);
  });

  test('nothing is said to be gone where a file cannot be read, or the folder', async () => {
    const view = viewOf([note('gone', 'gone.imr', 'ran')]);
    assert.deepEqual(await lostOf(reachOf({ [`${FOLDER}/locked.imr`]: null }).reach, view), []);
    const closed = async (): Promise<never> => {
      throw new FileError('you have no permission');
    };
    assert.deepEqual(await lostOf(reachOf({}, { list: closed }).reach, view), []);
    assert.deepEqual(await lostOf(reachOf({}).reach, { ...view, places: [] }), []);
  });

  test('no letter is read as long as every path leads to one', async () => {
    const { reach, asked } = reachOf({ [`${FOLDER}/a.imr`]: letter('fell') });
    assert.deepEqual(await lostOf(reach, viewOf([note('stays', 'a.imr', 'fell')])), []);
    assert.deepEqual(asked, []);
  });
});
