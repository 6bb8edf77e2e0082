import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { StatusParams } from '../../server/src/protocol.ts';
import { type Editor, LIKE_VSCODE, withEditor } from './editor.ts';
import { damage, first, LETTER, run } from './noting.ts';

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
          { globPattern: '**/.imr' },
          { globPattern: '**/.imr/notes.jsonl' },
          { globPattern: '**/.imr/{annotations,base}/**' },
          { globPattern: '**/.imr/labels.json' },
        ],
      });
    }),
  );
});
