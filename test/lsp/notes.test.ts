import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { CheckResult, NotesResult, RowsResult, StatusParams } from '../../server/src/protocol.ts';
import { withEditor } from './editor.ts';
import { actions, CODE, damage, first, LETTER, run } from './noting.ts';

const root = mkdtempSync(join(tmpdir(), 'imr notes '));
after(() => rmSync(root, { recursive: true, force: true }));
let count = 0;

/** A workspace of one letter on a disk; its server reads the disk itself. */
const workspace = () => {
  const folder = join(root, String(++count));
  mkdirSync(join(folder, 'letters'), { recursive: true });
  const file = join(folder, 'letters', 'a.imr.txt');
  writeFileSync(file, LETTER);
  const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
  const notes = (): string => readFileSync(join(folder, '.imr', 'notes.jsonl'), 'utf8');
  return { folder, uri, notes, initialize: { workspaceFolders: [{ name: 'w', uri: pathToFileURL(folder).href }] } };
};

describe('notes on the server’s own disk', () => {
  const place = workspace();
  test(
    'a problem that is kept as [sic] is written beside the letters and is gone, here and under another name',
    withEditor({ initialize: place.initialize }, async (editor) => {
      const uri = editor.open(LETTER, place.uri('letters/a.imr.txt'));
      const before = await damage(editor, uri);
      assert.equal(before.length, 2);
      await run(editor, uri, first(before), /^Keep .* as printed: \[sic\] for/);
      const line = JSON.parse(place.notes()) as Record<string, unknown>;
      assert.deepEqual([line['kind'], line['code'], line['path']], ['sic', CODE, 'letters/a.imr.txt']);
      assert.deepEqual(readdirSync(join(place.folder, '.imr')), ['notes.jsonl'], 'nothing unasked beside them');
      assert.equal((await damage(editor, uri)).length, 1);
      const status = await editor.waitFor<StatusParams>('imr/status', ({ silenced }) => silenced === 1);
      assert.deepEqual([status.notes, status.stale], ['folder', 0]);
      editor.close(uri);
      const renamed = editor.open(`\n${LETTER}`, place.uri('b.imr.txt'));
      assert.equal((await damage(editor, renamed)).length, 1);
    }),
  );

  const other = workspace();
  test(
    'a note is stale when its words are gone, and can be removed',
    withEditor({ initialize: other.initialize }, async (editor) => {
      const uri = editor.open(LETTER, other.uri('letters/a.imr.txt'));
      await run(editor, uri, first(await damage(editor, uri)), /^Ignore this one \(characters/);
      editor.change(uri, 2, { text: LETTER.replaceAll('\u00e2\u20ac\u2122', '\u2019') });
      await editor.waitFor<StatusParams>('imr/status', ({ stale }) => stale === 1);
      const { notes } = await editor.request<NotesResult>('imr/notes', { uri });
      assert.match(first(notes).title, /^Ignored: “/);
      assert.equal(first(notes).stale, true);
      assert.equal(await editor.request('imr/notes/remove', { uri, ids: notes.map(({ id }) => id) }), null);
      assert.equal(other.notes().trimEnd().split('\n').length, 2, 'nothing is taken out of the file');
      await editor.waitFor<StatusParams>('imr/status', ({ version, stale }) => version === 2 && stale === 0);
    }),
  );

  const deleted = workspace();
  test(
    'a note of a letter that was deleted is told of in its folder, and one of a letter with a new name is not',
    withEditor({ initialize: deleted.initialize }, async (editor) => {
      const uri = editor.open(LETTER, deleted.uri('letters/a.imr.txt'));
      await run(editor, uri, first(await damage(editor, uri)), /^Ignore this one \(characters/);
      editor.close(uri);
      const file = (name: string): string => join(deleted.folder, 'letters', name);
      const lost = async (): Promise<readonly boolean[]> => {
        const { notes } = await editor.request<NotesResult>('imr/notes', { uri: deleted.uri('no letter') });
        return notes.map((note) => note.lost);
      };
      assert.deepEqual(await lost(), [false]);
      renameSync(file('a.imr.txt'), file('b.imr.txt'));
      assert.deepEqual(await lost(), [false]);
      rmSync(file('b.imr.txt'));
      assert.deepEqual(await lost(), [true]);
    }),
  );

  const damaged = workspace();
  test(
    'a damaged line is told at its place, and the others hold',
    withEditor({ initialize: damaged.initialize }, async (editor) => {
      const uri = editor.open(LETTER, damaged.uri('letters/a.imr.txt'));
      await run(editor, uri, first(await damage(editor, uri)), /everywhere in this letter/);
      writeFileSync(join(damaged.folder, '.imr', 'notes.jsonl'), `<<<<<<< ours\n${damaged.notes()}`);
      editor.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: damaged.uri('.imr/notes.jsonl'), type: 2 }],
      });
      assert.equal((await damage(editor, uri)).length, 0);
      const told = await editor.waitFor<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
      assert.equal(told.uri, damaged.uri('.imr/notes.jsonl'));
      assert.deepEqual(
        told.diagnostics.map(({ range, message }) => [range.start.line, message]),
        [[0, 'This line is no note and was passed over: it is not a JSON object.']],
      );
    }),
  );

  const counted = workspace();
  test(
    'whoever shows counts is told when notes change, and is given those of the new notes',
    withEditor({ initialize: counted.initialize }, async (editor) => {
      const uri = counted.uri('letters/a.imr.txt');
      const counts = async (): Promise<readonly [shown: number, silenced: number]> => {
        const rows = await editor.request<RowsResult>('imr/rows', { documents: [{ uri, text: LETTER }] });
        const { problems, silenced } = first(first(rows.documents));
        return [problems.error + problems.warning + problems.information + problems.hint, silenced];
      };
      const [all, none] = await counts();
      assert.equal(none, 0);
      editor.open(LETTER, uri);
      await run(editor, uri, first(await damage(editor, uri)), /^Ignore this one \(characters/);
      await editor.waitFor('imr/notesChanged', () => true);
      assert.deepEqual(await counts(), [all - 1, 1]);
      // Another program takes them back, with their folder.
      rmSync(join(counted.folder, '.imr'), { recursive: true });
      editor.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: counted.uri('.imr'), type: 3 }],
      });
      assert.deepEqual(await counts(), [all, 0]);
    }),
  );

  const closed = workspace();
  test(
    'letters that are not open are checked in one question, under the notes beside them',
    withEditor({ initialize: closed.initialize }, async (editor) => {
      const uri = editor.open(LETTER, closed.uri('letters/a.imr.txt'));
      await run(editor, uri, first(await damage(editor, uri)), /^Ignore this one \(characters/);
      editor.close(uri);
      const [a, b, none] = [uri, closed.uri('b.imr'), closed.uri('c.imr')];
      const other = `${LETTER}\n`.replace('knee', 'elbow');
      const { documents } = await editor.request<CheckResult>('imr/check', {
        documents: [
          { uri: a, text: LETTER },
          { uri: b, text: other },
          { uri: none, text: '' },
        ],
      });
      const open = editor.open(other, closed.uri('d.imr'));
      assert.deepEqual(
        documents.map(({ diagnostics }) => diagnostics.filter(({ code }) => code === CODE).length),
        [1, 2, 0],
      );
      assert.deepEqual(
        documents.map(({ letters, silenced }) => [letters, silenced]),
        [
          [1, 1],
          [1, 0],
          [1, 0],
        ],
      );
      // What is listed of a closed letter is what its editor would say.
      assert.deepEqual(documents[1]?.diagnostics, await editor.problems(open));
      const { error, warning, information, hint } = documents[1]?.problems ?? assert.fail('no counts');
      assert.equal(error + warning + information + hint, documents[1]?.diagnostics.length);
    }),
  );

  test(
    'a document without a file offers no note, and is fixed all the same',
    withEditor({}, async (editor) => {
      const uri = editor.open(LETTER, 'untitled:Untitled-1');
      const titles = (await actions(editor, uri, first(await damage(editor, uri)))).map(({ title }) => title);
      assert.ok(titles.some((title) => title.startsWith('Change to')));
      assert.ok(titles.every((title) => !/^(?:Keep|Ignore)/.test(title)));
    }),
  );
});
