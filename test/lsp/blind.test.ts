/** What annotators see of each other in blind mode, over the protocol. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type AgreeResult,
  ANNOTATION_REQUESTS,
  type AnnotationsResult,
  CASE_REQUEST,
  type CaseResult,
  type ChangeResult,
  type CompareResult,
  EXPORT_REQUESTS,
  type ExportAdded,
  type ExportBegun,
  type ExportPart,
  type LettersResult,
} from '../../server/src/protocol.ts';
import { type Editor, withEditor } from './editor.ts';

const LETTER = `CLINICAL CASE SUMMARY
The injured worker asks for Naproxen 550mg after a fall.
`;

const root = mkdtempSync(join(tmpdir(), 'imr blind '));
after(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(root, { recursive: true });
writeFileSync(join(root, 'a.imr.txt'), LETTER);
const folder = pathToFileURL(root).href;
const uri = `${folder}/a.imr.txt`;

let blind = false;
const options = {
  initialize: { workspaceFolders: [{ name: 'w', uri: folder }] },
  settings: () => ({ annotations: { blind } }),
};

const turn = (editor: Editor, on: boolean): void => {
  blind = on;
  editor.notify('workspace/didChangeConfiguration', { settings: null });
};

const says = async (editor: Editor, author: string, changes: readonly object[]): Promise<void> => {
  const { version } =
    (await editor.request<AnnotationsResult | null>(ANNOTATION_REQUESTS.list, { uri, author })) ?? assert.fail();
  const made = await editor.request<ChangeResult>(ANNOTATION_REQUESTS.change, { uri, version, author, changes });
  assert.equal(made.failed, null);
};

test(
  'nobody sees what others do before they are done, in the letters of the folder and in comparisons neither',
  withEditor(options, async (editor) => {
    editor.open(LETTER, uri);
    const words = { start: { line: 1, character: 28 }, end: { line: 1, character: 36 } };
    const done = { op: 'progress', progress: 'done' };
    for (const author of ['jo', 'ma']) await says(editor, author, [{ op: 'add', label: 'drug', ranges: [words] }]);
    await says(editor, 'jo', [done]);

    const letters = async (author: string | null): Promise<string> => {
      const found = await editor.request<LettersResult>(ANNOTATION_REQUESTS.letters, { uri: folder, author });
      return found.letters.map(({ status, authors }) => `${status}: ${authors}`).join();
    };
    const listed = async (author: string): Promise<readonly string[]> => {
      const found = await editor.request<AnnotationsResult | null>(ANNOTATION_REQUESTS.list, { uri, author });
      const people = found?.annotations.map((each) => each.author).filter((each) => each !== 'machine');
      return [...new Set(people)].sort();
    };
    const agree = () => editor.request<AgreeResult | null>(ANNOTATION_REQUESTS.agree, { uri: folder, author: 'ma' });
    const compare = () => editor.request<CompareResult | null>(ANNOTATION_REQUESTS.compare, { uri, authors: null });

    assert.deepEqual([await letters('ma'), await letters('zoe')], ['in-progress: jo,ma', 'new: jo,ma']);
    assert.deepEqual(await listed('ma'), ['jo', 'ma']);

    turn(editor, true);
    assert.deepEqual(
      [await letters('ma'), await letters('zoe'), await letters(null)],
      ['in-progress: ma', 'new: ', 'new: '],
    );
    assert.deepEqual(await listed('ma'), ['ma']);
    assert.deepEqual(await agree(), { blind: true, report: '', letters: [] });
    assert.equal(await compare(), null);

    await says(editor, 'ma', [done]);
    assert.equal(await letters('ma'), 'reviewed: jo,ma');
    assert.deepEqual(await listed('ma'), ['jo', 'ma']);
    assert.equal((await agree())?.blind, true, 'comparing is for whoever turns it off');

    turn(editor, false);
    assert.equal((await agree())?.blind, false);
    assert.deepEqual((await compare())?.authors, ['jo', 'ma']);
  }),
);

test(
  'a record tells nothing of what others say of its values, neither alone nor with a folder, and says so',
  withEditor(options, async (editor) => {
    turn(editor, false);
    const letter = await readFile('samples/credentials-2015.imr.txt', 'utf8');
    const at = `${folder}/record.imr.txt`;
    editor.open(letter, at);
    for (const author of ['jo', 'ma', 'gold-1']) {
      const list = await editor.request<AnnotationsResult | null>(ANNOTATION_REQUESTS.list, { uri: at, author });
      const decision = list?.annotations.find(({ label, mine }) => label === 'decision' && mine) ?? assert.fail();
      const changes = [
        { op: 'set', id: decision.id, state: author === 'jo' ? 'rejected' : 'confirmed' },
        { op: 'progress', progress: 'done' },
      ];
      const made = await editor.request<ChangeResult>(ANNOTATION_REQUESTS.change, {
        uri: at,
        version: 1,
        author,
        changes,
      });
      assert.equal(made.failed, null);
    }
    /** Who is named in a record, one letter's and a folder's, and whether both say that blind mode is on. */
    const named = async (author: string | null, format: 'json' | 'jsonl' | 'csv'): Promise<string> => {
      const one = await editor.request<CaseResult | null>(CASE_REQUEST, { uri: at, format, author });
      const begun = await editor.request<ExportBegun>(EXPORT_REQUESTS.begin, { formats: [format], author });
      const documents = [{ uri: at, path: 'record.imr.txt', text: letter }];
      const added = await editor.request<ExportAdded>(EXPORT_REQUESTS.add, { id: begun.id, documents });
      const rest = await editor.request<readonly ExportPart[]>(EXPORT_REQUESTS.end, { id: begun.id });
      const whole = [...added.parts, ...rest].map(({ content }) => ('text' in content ? content.text : '')).join('');
      const alone = one?.files.map(({ content }) => ('text' in content ? content.text : '')).join('') ?? '';
      const by = (text: string): string =>
        [...new Set([...text.matchAll(/"by": ?"([\w-]+)"/g)].map(([, name]) => name))].sort().join();
      assert.equal(by(whole), by(alone));
      assert.deepEqual(
        added.reports.map(({ blind: says }) => says),
        [one?.blind],
      );
      return `${by(alone)} ${one?.blind}`;
    };
    assert.equal(await named('ma', 'json'), 'gold-1,jo,ma false');
    turn(editor, true);
    assert.equal(await named('ma', 'json'), 'ma true', 'also once they are done with the letter');
    assert.equal(await named('jo', 'jsonl'), 'jo true');
    assert.equal(await named(null, 'jsonl'), ' true');
    assert.equal(await named('ma', 'csv'), ' false', 'a table tells nothing of people');
    turn(editor, false);
  }),
);
