import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  type Diagnostic,
  ErrorCodes,
  type PublishDiagnosticsParams,
  ResponseError,
} from 'vscode-languageserver/node';
import type { CheckResult, NotesResult, StatusParams } from '../../server/src/protocol.ts';
import { type Editor, LIKE_VSCODE, withEditor } from './editor.ts';

/** An invented letter with two words as a wrong encoding leaves them. */
const LETTER = `CLINICAL CASE SUMMARY
The worker\u00e2\u20ac\u2122s knee hurts since the fall, and the doctor\u00e2\u20ac\u2122s notes say that it swells in the evening.
`;
const CODE = 'characters.mojibake';

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

const damage = async (editor: Editor, uri: string): Promise<readonly Diagnostic[]> =>
  (await editor.problems(uri)).filter(({ code }) => code === CODE);

const actions = (editor: Editor, uri: string, { range }: Diagnostic): Promise<CodeAction[]> =>
  editor.ask('codeAction', uri, { range, context: { diagnostics: [] } });

/** Runs the action whose title fits, as an editor does with one that is a command. */
const run = async (editor: Editor, uri: string, problem: Diagnostic, title: RegExp): Promise<void> => {
  const action = (await actions(editor, uri, problem)).find((each) => title.test(each.title));
  assert.ok(action?.command, String(title));
  const { command, arguments: parameters } = action.command;
  await editor.request('workspace/executeCommand', { command, arguments: parameters });
};

const first = <T>(list: readonly T[]): T => list[0] ?? assert.fail('nothing there');

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
      assert.equal(
        readFileSync(join(place.folder, '.imr', '.gitattributes'), 'utf8'),
        '*.jsonl text eol=lf merge=union\n',
      );
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

describe('notes through the client', () => {
  const options = {
    capabilities: {
      ...LIKE_VSCODE,
      workspace: { ...LIKE_VSCODE.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    initialize: { initializationOptions: { commands: true, files: true } },
  };
  const STORAGE = 'memfs:/storage';

  /** A client whose files are in memory; writing to a folder in `refused` fails. */
  const serve = (editor: Editor, writable: boolean, refused: readonly string[] = []) => {
    const files = new Map<string, string>();
    editor.connection.onRequest('imr/files/home', () => ({ folders: ['memfs:/w'], writable, storage: STORAGE }));
    editor.connection.onRequest('imr/files/read', ({ uri }: { uri: string }) => files.get(uri) ?? null);
    editor.connection.onRequest('imr/files/append', ({ uri, text }: { uri: string; text: string }) => {
      if (refused.some((folder) => uri.startsWith(folder)))
        return new ResponseError(ErrorCodes.InvalidRequest, 'you have no permission');
      files.set(uri, (files.get(uri) ?? '') + text);
      return null;
    });
    return files;
  };

  test(
    'in a virtual folder they go into the extension’s storage, and the status says so',
    withEditor(options, async (editor) => {
      const files = serve(editor, false);
      const uri = editor.open(LETTER, 'memfs:/w/a.imr');
      await run(editor, uri, first(await damage(editor, uri)), /everywhere in this folder/);
      assert.deepEqual([...files.keys()], [`${STORAGE}/.imr/notes.jsonl`]);
      const status = await editor.waitFor<StatusParams>('imr/status', ({ silenced }) => silenced === 2);
      assert.equal(status.notes, 'storage');
    }),
  );

  test(
    'where the folder turns out to be read-only they go there too',
    withEditor(options, async (editor) => {
      const files = serve(editor, true, ['memfs:/w']);
      const uri = editor.open(LETTER, 'memfs:/w/a.imr');
      await run(editor, uri, first(await damage(editor, uri)), /^Ignore this one \(characters/);
      assert.deepEqual([...files.keys()], [`${STORAGE}/.imr/notes.jsonl`]);
      await editor.waitFor<StatusParams>('imr/status', ({ silenced, notes }) => silenced === 1 && notes === 'storage');
    }),
  );

  test(
    'a note that cannot be kept at all is told to the person',
    withEditor(options, async (editor) => {
      serve(editor, true, ['memfs:']);
      const uri = editor.open(LETTER, 'memfs:/w/a.imr');
      await run(editor, uri, first(await damage(editor, uri)), /^Ignore this one \(characters/);
      const { message } = await editor.waitFor<{ message: string }>('window/showMessage');
      assert.equal(message, 'The note could not be kept: you have no permission.');
      assert.equal((await damage(editor, uri)).length, 2);
    }),
  );

  test(
    'the server asks to be told of changes of notes and annotations',
    withEditor(options, async (editor) => {
      const { registrations } = await editor.waitFor<{ registrations: { method: string; registerOptions: unknown }[] }>(
        'client/registerCapability',
        ({ registrations: [one] }) => one?.method === 'workspace/didChangeWatchedFiles',
      );
      assert.deepEqual(registrations[0]?.registerOptions, {
        watchers: [
          { globPattern: '**/.imr/notes.jsonl' },
          { globPattern: '**/.imr/{annotations,base}/**' },
          { globPattern: '**/.imr/labels.json' },
        ],
      });
    }),
  );
});

describe('a fix in several places', () => {
  const everywhere = async (editor: Editor) => {
    const uri = editor.open(LETTER);
    const offered = await actions(editor, uri, first(await damage(editor, uri)));
    const { edit } = offered.find(({ title }) => title === 'Change all 2 such places in this letter') ?? {};
    const [change] = edit?.documentChanges ?? [];
    assert.ok(edit && change && 'edits' in change);
    assert.equal(change.textDocument.version, 1);
    return { edit, edits: change.edits };
  };
  const { workspace: known } = LIKE_VSCODE;
  const workspaceEdit = { ...known?.workspaceEdit, changeAnnotationSupport: { groupsOnLabel: true } };

  test(
    'is shown before it is made by an editor that can',
    withEditor({ capabilities: { ...LIKE_VSCODE, workspace: { ...known, workspaceEdit } } }, async (editor) => {
      const { edit, edits } = await everywhere(editor);
      const [[id, annotation] = [], ...more] = Object.entries(edit.changeAnnotations ?? {});
      assert.deepEqual([annotation?.needsConfirmation, more], [true, []]);
      assert.equal(annotation?.label, 'Change all 2 such places in this letter');
      assert.deepEqual(
        edits.map((each) => 'annotationId' in each && each.annotationId),
        [id, id],
      );
    }),
  );

  test(
    'is plain edits elsewhere',
    withEditor({}, async (editor) => {
      const { edit, edits } = await everywhere(editor);
      assert.equal(edit.changeAnnotations, undefined);
      assert.ok(edits.every((each) => !('annotationId' in each)));
      assert.equal(edits.length, 2);
    }),
  );
});

describe('all certain fixes', () => {
  const only = (kind: string) => ({
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: [], only: [kind] },
  });

  test(
    'are one action where they are asked for by their kind, and only there',
    withEditor({}, async (editor) => {
      const uri = editor.open(LETTER);
      for (const kind of ['source', 'source.fixAll', 'source.fixAll.imr']) {
        const [action, ...more] = await editor.ask<CodeAction[]>('codeAction', uri, only(kind));
        assert.deepEqual([action?.kind, more.length], ['source.fixAll.imr', 0], kind);
        const [change] = action?.edit?.documentChanges ?? [];
        assert.ok(change && 'edits' in change);
        assert.equal(change.edits.length, 2);
        assert.equal(change.textDocument.version, 1);
      }
      for (const kind of ['quickfix', 'refactor', 'source.organizeImports', 'source.fixAll.other']) {
        const found = await editor.ask<CodeAction[]>('codeAction', uri, only(kind));
        assert.ok(
          found.every((action) => action.kind === 'quickfix'),
          kind,
        );
      }
    }),
  );
});
