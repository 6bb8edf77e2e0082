import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  MarkupKind,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { LANGUAGE_ID } from '../../server/src/protocol.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the VS Code client can do, as far as this server asks. */
export const LIKE_VSCODE: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: [MarkupKind.Markdown, MarkupKind.PlainText] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

/** An editor that knows the protocol's first version only: it cannot pull, cannot be asked for settings. */
export const PLAIN: ClientCapabilities = {};

export interface Options {
  /** The program and its arguments. */
  readonly program?: readonly string[];
  /** Arguments of node itself. */
  readonly node?: readonly string[];
  readonly transport?: 'stdio' | 'ipc';
  readonly capabilities?: ClientCapabilities;
  /** Other parameters of `initialize`. */
  readonly initialize?: object;
  /** Answers `workspace/configuration` for one document. */
  readonly settings?: (uri: string) => unknown;
}

const SERVER = 'dist/server.js';

/** How long an answer that never comes is waited for, in milliseconds. */
const PATIENCE = 10_000;

const bundle = (path: string): string => {
  assert.ok(existsSync(ROOT + path), `${path} is not there: run npm run build first.`);
  return path;
};

export const sample = (name: string): string => readFileSync(`${ROOT}samples/${name}.imr.txt`, 'utf8');

interface Received {
  readonly method: string;
  readonly params: unknown;
}

/** A small editor at the other end of a server process: sends what a test tells it to and remembers what comes back. */
export class Editor {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  /** The exit code, when the server has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** What the server wrote to its standard error. */
  stderr = '';
  readonly #received: Received[] = [];
  readonly #listeners = new Set<() => void>();
  #count = 0;

  private constructor(process: ChildProcess, reader: MessageReader, writer: MessageWriter) {
    this.process = process;
    this.ended = new Promise((resolve) => process.once('exit', resolve));
    process.stderr?.on('data', (chunk) => (this.stderr += String(chunk)));
    this.connection = createMessageConnection(reader, writer);
    this.connection.onNotification((method, params) => this.#record(method, params));
    this.connection.onRequest((method, params) => {
      this.#record(method, params);
      return null;
    });
  }

  #record(method: string, params: unknown): void {
    this.#received.push({ method, params });
    for (const listener of this.#listeners) listener();
  }

  /** Starts a server and goes through `initialize` and `initialized`. */
  static async start(options: Options = {}): Promise<Editor & { readonly initialized: InitializeResult }> {
    const editor = Editor.launch(options);
    const { settings } = options;
    editor.connection.onRequest('workspace/configuration', (params: { items: readonly { scopeUri: string }[] }) => {
      editor.#record('workspace/configuration', params);
      return Promise.all(params.items.map(({ scopeUri }) => settings?.(scopeUri) ?? null));
    });
    editor.connection.listen();
    const died = editor.ended.then((code) => assert.fail(`The server ended with ${code}: ${editor.stderr}`));
    const answered = editor.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? LIKE_VSCODE,
      initializationOptions: { docsBase: 'https://example.org/checks/', commands: true },
      ...options.initialize,
    });
    const initialized = await Promise.race([answered, died]);
    died.catch(() => undefined);
    editor.notify('initialized', {});
    return Object.assign(editor, { initialized });
  }

  static launch({ program = [SERVER, '--stdio'], node = [], transport = 'stdio' }: Options): Editor {
    const [path = SERVER, ...args] = program;
    if (transport === 'ipc') {
      const child = fork(bundle(path), [...args, '--node-ipc'], { cwd: ROOT, silent: true, execArgv: [...node] });
      return new Editor(child, new IPCMessageReader(child), new IPCMessageWriter(child));
    }
    const child = spawn(process.execPath, [...node, bundle(path), ...args], { cwd: ROOT, stdio: 'pipe' });
    return new Editor(child, new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): void {
    // A server that has ended cannot be told anything; the test sees that by its answers.
    this.connection.sendNotification(method, params).catch(() => undefined);
  }

  /** Opens a document and gives its URI. */
  open(text: string, uri = `file:///letters/${++this.#count}.imr.txt`): string {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: LANGUAGE_ID, version: 1, text } });
    return uri;
  }

  change(uri: string, version: number, ...contentChanges: readonly TextDocumentContentChangeEvent[]): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Asks about a whole document. */
  ask<R>(method: string, uri: string, more: object = {}): Promise<R> {
    return this.request(`textDocument/${method}`, { textDocument: { uri }, ...more });
  }

  /** Pulls a document's diagnostics and expects the whole list. */
  async problems(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.ask<{ kind: string; items: Diagnostic[] }>('diagnostic', uri);
    assert.equal(report.kind, 'full');
    return report.items;
  }

  /** What the server sent of a method so far. */
  received<P>(method: string): readonly P[] {
    return this.#received.filter((one) => one.method === method).map(({ params }) => params as P);
  }

  get logged(): readonly string[] {
    return this.received<{ message: string }>('window/logMessage').map(({ message }) => message);
  }

  /** The first message of a method that fits, sent already or yet to come. */
  async waitFor<P>(method: string, fits: (params: P) => boolean = () => true): Promise<P> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(look);
        reject(new Error(`No ${method} that fits after ${PATIENCE} ms.`));
      }, PATIENCE);
      const look = () => {
        const found = this.#received.find((one) => one.method === method && fits(one.params as P));
        if (!found) return;
        clearTimeout(timer);
        this.#listeners.delete(look);
        resolve(found.params as P);
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Shuts the server down as the protocol wants it, and gives its exit code. */
  async stop(): Promise<number | null> {
    await this.request('shutdown', undefined);
    this.notify('exit', undefined);
    return this.ended;
  }

  /** Ends the process whatever state it is in. */
  async kill(): Promise<void> {
    this.connection.dispose();
    this.process.kill('SIGKILL');
    await this.ended;
  }
}

type Running = Awaited<ReturnType<typeof Editor.start>>;

/** A test body with an editor of its own; the server is gone afterwards, whether the test passed or not. */
export const withEditor = (options: Options, body: (editor: Running) => Promise<void>) => async (): Promise<void> => {
  const editor = await Editor.start(options);
  try {
    await body(editor);
  } finally {
    await editor.kill();
  }
};
