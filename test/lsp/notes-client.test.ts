import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ErrorCodes, ResponseError, type ShowMessageRequestParams } from 'vscode-languageserver/node';
import type { StatusParams } from '../../server/src/protocol.ts';
import { type Editor, LIKE_VSCODE, withEditor } from './editor.ts';
import { damage, first, LETTER, run } from './noting.ts';

/** Files in memory, of which one may wait for one. */
class Files extends Map<string, string> {
  readonly #waiting = new Map<string, (text: string) => void>();

  override set(uri: string, text: string): this {
    this.#waiting?.get(uri)?.(text);
    return super.set(uri, text);
  }

  whenWritten(uri: string): Promise<string> {
    return new Promise((resolve) => this.#waiting.set(uri, resolve));
  }
}

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
    const files = new Files();
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
    'in a repository the file for Git is offered with the first note, and written when the person says so',
    withEditor(options, async (editor) => {
      const files = serve(editor, true);
      files.set('memfs:/w/.git/HEAD', 'ref: refs/heads/main\n');
      const questions: ShowMessageRequestParams[] = [];
      editor.connection.onRequest('window/showMessageRequest', (params: ShowMessageRequestParams) => {
        questions.push(params);
        return params.actions?.[0] ?? null;
      });
      const uri = editor.open(LETTER, 'memfs:/w/a.imr');
      const written = files.whenWritten('memfs:/w/.imr/.gitattributes');
      await run(editor, uri, first(await damage(editor, uri)), /^Ignore this one \(characters/);
      assert.match(await written, /merge=union/);
      await run(editor, uri, first(await damage(editor, uri)), /^Ignore this one \(characters/);
      assert.deepEqual(
        questions.map(({ actions }) => actions?.map(({ title }) => title)),
        [['Yes', 'No', 'Never']],
      );
    }),
  );

  test(
    'a person who never wants it is not asked again: the client is told to keep that',
    withEditor(options, async (editor) => {
      const files = serve(editor, true);
      files.set('memfs:/w/.git/HEAD', 'ref: refs/heads/main\n');
      editor.connection.onRequest('window/showMessageRequest', () => ({ title: 'Never' }));
      const uri = editor.open(LETTER, 'memfs:/w/a.imr');
      await run(editor, uri, first(await damage(editor, uri)), /^Ignore this one \(characters/);
      await editor.waitFor('imr/git/never', () => true);
      assert.ok(!files.has('memfs:/w/.imr/.gitattributes'));
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
