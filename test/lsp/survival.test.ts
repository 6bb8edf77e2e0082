import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DocumentSymbol } from 'vscode-languageserver/node';
import { CASE_REQUEST } from '../../server/src/protocol.ts';
import { Editor, sample, withEditor } from './editor.ts';

const LETTER = sample('credentials-2015');
const ORIGIN = { line: 0, character: 0 };

const symbolsOf = (editor: Editor, uri: string) => editor.ask<DocumentSymbol[]>('documentSymbol', uri);

/** Everything that can be asked about a document; gives the answers. */
const askAll = (editor: Editor, uri: string, position = ORIGIN): Promise<readonly unknown[]> => {
  const range = { start: ORIGIN, end: { line: 1_000_000, character: 0 } };
  return Promise.all([
    symbolsOf(editor, uri),
    editor.ask('foldingRange', uri),
    editor.ask('codeLens', uri),
    editor.ask('hover', uri, { position }),
    editor.ask('selectionRange', uri, { positions: [position] }),
    editor.ask('codeAction', uri, { range, context: { diagnostics: [] } }),
    editor.ask('diagnostic', uri),
    editor.request(CASE_REQUEST, { uri, format: 'json' }),
  ]);
};

const assertAlive = async (editor: Editor): Promise<void> => {
  assert.match((await symbolsOf(editor, editor.open(LETTER)))[0]?.name ?? '', /^Case CM/);
};

/** Bytes of no meaning, read as text: control characters, halves of surrogate pairs, every kind of line break. */
const garbage = (length: number): string => {
  let seed = 11;
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(seed % 7 === 0 ? 0xd800 + (seed % 2_048) : seed % 256);
  }).join('');
};

const NOVEL = 'It was a dark night.\n\nThe rain fell on the roofs, and nobody was abroad.\n'.repeat(40);

describe('strange documents', () => {
  for (const [what, text] of [
    ['empty', ''],
    ['one line break', '\n'],
    ['binary', garbage(20_000)],
    ['a letter cut in the middle', LETTER.slice(0, LETTER.length / 2)],
    ['a novel', NOVEL],
    ['one very long line', LETTER.replaceAll('\n', ' ').repeat(20)],
    ['old Macintosh line breaks', LETTER.replaceAll('\n', '\r')],
    ['only form feeds', '\f'.repeat(5_000)],
  ] as const) {
    test(
      `${what}: every request is answered and nothing fails`,
      withEditor({}, async (editor) => {
        const answers = await askAll(editor, editor.open(text));
        assert.equal(answers.length, 8);
        await assertAlive(editor);
        assert.deepEqual(editor.logged, []);
      }),
    );
  }

  test(
    '5 MB of letters: every letter is there, and an edit in the middle is seen',
    withEditor({}, async (editor) => {
      const count = Math.ceil(5_000_000 / LETTER.length);
      const uri = editor.open(LETTER.repeat(count));
      assert.equal((await symbolsOf(editor, uri)).length, count);
      const line = (LETTER.split('\n').length - 1) * Math.floor(count / 2);
      const position = { line, character: 0 };
      editor.change(uri, 2, { range: { start: position, end: position }, text: 'x\n' });
      const symbols = await symbolsOf(editor, uri);
      assert.equal(symbols.at(-1)?.range.start.line, (LETTER.split('\n').length - 1) * (count - 1) + 1);
      assert.equal((await askAll(editor, uri, position)).length, 8);
      await assertAlive(editor);
      assert.deepEqual(editor.logged, []);
    }),
  );

  test(
    'a document that is not open has no answers, and changing or closing it does no harm',
    withEditor({}, async (editor) => {
      const uri = 'untitled:Untitled-7';
      editor.change(uri, 2, { text: 'x' });
      editor.close(uri);
      const [symbols, folding, lenses, hover, , actions, report, record] = await askAll(editor, uri);
      assert.deepEqual([symbols, folding, lenses, hover, actions, record], [[], [], [], null, [], null]);
      assert.deepEqual(report, { kind: 'full', items: [] });
      await assertAlive(editor);
    }),
  );

  test(
    'a closed document has no answers left',
    withEditor({}, async (editor) => {
      const uri = editor.open(LETTER);
      assert.equal((await symbolsOf(editor, uri)).length, 1);
      editor.close(uri);
      assert.deepEqual(await symbolsOf(editor, uri), []);
      await assertAlive(editor);
    }),
  );
});

describe('a client out of order', () => {
  const SECRET = 'The injured worker is a patient';

  test(
    'may send messages that are none: the log has no text of them',
    withEditor({}, async (editor) => {
      const { stdin } = editor.process;
      const send = (message: unknown) => {
        const body = JSON.stringify(message);
        stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      };
      send({ jsonrpc: '2.0', params: { text: SECRET } });
      send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { text: SECRET } });
      send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: [SECRET] });
      send({
        jsonrpc: '2.0',
        method: 'textDocument/didChange',
        params: { textDocument: { uri: 7 }, contentChanges: SECRET },
      });
      send({ jsonrpc: '2.0', id: 'x', method: 'textDocument/hover', params: { textDocument: null, position: SECRET } });
      send({ jsonrpc: '2.0', id: 'y', method: 'textDocument/hover' });
      send({ jsonrpc: '2.0', id: 'z', method: 'imr/unknown', params: { text: SECRET } });
      await editor.waitFor<{ message: string }>('window/logMessage', ({ message }) =>
        message.startsWith('textDocument/hover'),
      );
      await assertAlive(editor);
      assert.ok(editor.logged.length > 3);
      for (const line of [...editor.logged, editor.stderr]) assert.ok(!line.includes('injured'), line);
    }),
  );

  test(
    'may change a document at places it does not have',
    withEditor({}, async (editor) => {
      const uri = editor.open(LETTER);
      const far = { line: 70_000, character: 70_000 };
      editor.change(uri, 2, { range: { start: far, end: far }, text: 'x' });
      editor.change(uri, 3, { range: { start: far, end: ORIGIN }, text: '' });
      editor.change(uri, 4, { range: { start: { line: -1, character: -5 }, end: ORIGIN }, text: 'x' });
      await askAll(editor, uri, far);
      await askAll(editor, uri, { line: -3, character: -3 });
      await assertAlive(editor);
    }),
  );

  test(
    'may cancel: the answer says so',
    (() => {
      let release: (settings: null) => void = () => undefined;
      const withheld = new Promise<null>((resolve) => (release = resolve));
      return withEditor({ settings: () => withheld }, async (editor) => {
        const uri = editor.open(LETTER);
        const { token, cancel } = cancellation();
        const params = { textDocument: { uri } };
        const pulled = editor.connection.sendRequest('textDocument/diagnostic', params, token);
        await editor.waitFor('workspace/configuration');
        cancel();
        release(null);
        await assert.rejects(pulled, { code: -32_800 });
        await assertAlive(editor);
        assert.deepEqual(editor.logged, []);
      });
    })(),
  );
});

/** Runs inside the server: throws and rejects where nobody catches it, again and again. */
const SABOTAGE = `
  const secret = 'The injured worker is a patient';
  const often = (sabotage) => setInterval(() => process.listenerCount('unhandledRejection') && sabotage(), 50).unref();
  often(() => { throw new TypeError(secret); });
  often(() => { Promise.reject(new RangeError(secret)); });
`;

for (const transport of ['stdio', 'ipc'] as const) {
  test(
    `what nobody caught is logged without its message and survived, over ${transport}`,
    withEditor(
      { transport, node: ['--import', `data:text/javascript,${encodeURIComponent(SABOTAGE)}`] },
      async (editor) => {
        const isLogged = (start: string) =>
          editor.waitFor<{ message: string }>('window/logMessage', ({ message }) => message.startsWith(start));
        await isLogged('uncaughtException failed: TypeError');
        await isLogged('unhandledRejection failed: RangeError');
        await assertAlive(editor);
        for (const line of [...editor.logged, editor.stderr]) assert.ok(!line.includes('injured'), line);
        assert.equal(await editor.stop(), 0);
      },
    ),
  );
}

/** A cancellation token of the protocol library, and its trigger. */
const cancellation = () => {
  const listeners = new Set<() => void>();
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: (listener: () => void) => {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
  };
  const cancel = () => {
    token.isCancellationRequested = true;
    for (const listener of listeners) listener();
  };
  return { token, cancel };
};

describe('the end', () => {
  test(
    'after shutdown and exit is a good one',
    withEditor({}, async (editor) => {
      editor.open(LETTER);
      assert.equal(await editor.stop(), 0);
      assert.equal(editor.stderr, '');
    }),
  );

  test(
    'by exit alone is a bad one',
    withEditor({}, async (editor) => {
      editor.notify('exit', undefined);
      assert.equal(await editor.ended, 1);
    }),
  );

  test(
    'comes when standard input closes',
    withEditor({}, async (editor) => {
      editor.process.stdin?.end();
      assert.equal(await editor.ended, 1);
    }),
  );

  test(
    'comes when the other end of the IPC channel goes',
    withEditor({ transport: 'ipc' }, async (editor) => {
      editor.process.disconnect();
      assert.equal(await editor.ended, 1);
    }),
  );

  test('is no end of the work: another server takes over', async () => {
    const first = await Editor.start();
    await assertAlive(first);
    await first.kill();
    const second = await Editor.start();
    try {
      await assertAlive(second);
    } finally {
      await second.kill();
    }
  });
});
