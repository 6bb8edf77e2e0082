import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import type { DocumentSymbol, Hover, InitializeResult } from 'vscode-languageserver/node';
import { sample } from './editor.ts';

const contentOf = (bundle: string): string => {
  const path = fileURLToPath(new URL(`../../dist/${bundle}.js`, import.meta.url));
  assert.ok(existsSync(path), `dist/${bundle}.js is not there: run npm run build first.`);
  return readFileSync(path, 'utf8');
};

/** What a program reaches a network with, in Node and in a browser. */
const NETWORK_MODULES = /^(?:node:)?(?:net|tls|http|https|http2|dgram|dns|dns\/promises|inspector|quic|undici|ws)$/;
const NETWORK_CALLS =
  /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|WebTransport|sendBeacon|importScripts)\s*\(/;
const MODULE = /\b(?:require|import|getBuiltinModule)\(\s*["'`]([^"'`]+)["'`]/g;

const modulesOf = (content: string): readonly string[] => [...content.matchAll(MODULE)].map(([, name = '']) => name);

describe('no network', () => {
  for (const bundle of [
    'client',
    'later',
    'server',
    'writers',
    'agreement',
    'changes',
    'cli',
    'browser/client',
    'browser/server',
    'webview/cases',
    'webview/preview',
  ]) {
    test(`dist/${bundle}.js opens no socket and fetches nothing`, () => {
      const content = contentOf(bundle);
      assert.deepEqual(
        modulesOf(content).filter((name) => NETWORK_MODULES.test(name)),
        [],
      );
      assert.equal(NETWORK_CALLS.exec(content)?.[0], undefined);
    });
  }

  for (const bundle of ['server', 'writers', 'agreement', 'changes', 'cli', 'webview/cases', 'webview/preview']) {
    test(`dist/${bundle}.js starts no process`, () => {
      assert.ok(!modulesOf(contentOf(bundle)).some((name) => name.endsWith('child_process')));
    });
  }

  test('the search finds what it looks for', () => {
    assert.deepEqual(modulesOf('var n=require("node:net"),h=import("http")'), ['node:net', 'http']);
    assert.ok(NETWORK_CALLS.test('await fetch("x")'));
    assert.ok(NETWORK_CALLS.test('new WebSocket(a)'));
    assert.ok(modulesOf(contentOf('client')).includes('child_process'));
  });
});

test('the browser’s bundles load nothing of Node', () => {
  assert.deepEqual(modulesOf(contentOf('browser/server')), []);
  assert.deepEqual([...new Set(modulesOf(contentOf('browser/client')))], ['vscode']);
});

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

interface Scope {
  onmessage: ((event: { data: unknown }) => void) | null;
  readonly [name: string]: unknown;
}

/** A web worker of JavaScript alone: no globals but those a browser gives to every worker. */
class Worker {
  readonly #scope: Scope;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  readonly #heard: Message[] = [];
  #count = 0;

  constructor(program: string) {
    const hear = (message: Message) => {
      this.#heard.push(message);
      if (message.method === undefined) this.#waiting.get(message.id ?? -1)?.(message.result);
    };
    const scope: Scope = {
      onmessage: null,
      postMessage: (message: Message) => setImmediate(hear, structuredClone(message)),
      addEventListener: () => undefined,
      setTimeout,
      clearTimeout,
      TextEncoder,
      TextDecoder,
      crypto,
      console,
      atob,
    };
    const context = createContext(scope);
    runInContext('globalThis.self = globalThis', context);
    runInContext(program, context);
    this.#scope = scope;
  }

  get heard(): readonly Message[] {
    return this.#heard;
  }

  post(message: object): void {
    this.#scope.onmessage?.({ data: structuredClone({ jsonrpc: '2.0', ...message }) });
  }

  request<R>(method: string, params: unknown): Promise<R> {
    const id = ++this.#count;
    return new Promise((resolve) => {
      this.#waiting.set(id, (result) => resolve(result as R));
      this.post({ id, method, params });
    });
  }
}

test('the server answers as a worker, with no Node around it', async () => {
  const worker = new Worker(contentOf('browser/server'));
  const initialized = await worker.request<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } },
    initializationOptions: { docsBase: null, commands: true },
  });
  assert.equal(initialized.serverInfo?.name, 'IMR Letters');
  worker.post({ method: 'initialized', params: {} });

  const text = sample('two-letters');
  const uri = 'vscode-vfs://github/o/r/two-letters.imr.txt';
  const textDocument = { uri, languageId: 'imr-letter', version: 1, text };
  worker.post({ method: 'textDocument/didOpen', params: { textDocument } });
  const symbols = await worker.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  assert.equal(symbols.length, 2);

  const phrase = 'Ankle and Foot Complaints 2004';
  const line = text.split('\n').findIndex((content) => content.includes(phrase));
  const character = text.split('\n')[line]?.indexOf(phrase) ?? 0;
  const position = { line, character };
  const hover = await worker.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  assert.equal(hover?.range?.start.line, line);

  const report = await worker.request<{ kind: string }>('textDocument/diagnostic', { textDocument: { uri } });
  assert.equal(report.kind, 'full');
  assert.deepEqual(
    worker.heard.filter(({ method }) => method === 'window/logMessage'),
    [],
  );
});
