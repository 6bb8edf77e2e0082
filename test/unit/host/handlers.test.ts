import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import { ResponseError } from 'vscode-languageserver';
import {
  createConnection,
  createProtocolConnection,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { clientOf, initializeResult } from '../../../server/src/host/client.ts';
import { HANDLERS } from '../../../server/src/host/handlers.ts';
import { createLog } from '../../../server/src/host/log.ts';
import { attachHandlers } from '../../../server/src/host/server.ts';
import type { Service } from '../../../server/src/host/service.ts';

const SECRET = 'MAXIMUS guideline: patient text';

/** A service whose every member throws when it is touched. */
const brokenService = new Proxy({} as Service, {
  get: () => {
    throw new TypeError(SECRET);
  },
});

const nothing = { dispose: () => undefined };

/** Attaches the table to a wire that only remembers what was attached. */
const attached = (service: Service) => {
  const lines: string[] = [];
  const listeners = new Map<string, (params: unknown) => unknown>();
  const remember = (method: unknown, handler: unknown) => {
    listeners.set(method as string, handler as (params: unknown) => unknown);
    return nothing;
  };
  const wire = {
    onInitialize: (handler: unknown) => remember(InitializeRequest.method, handler),
    onRequest: remember,
    onNotification: remember,
    listen: () => undefined,
  };
  const log = createLog({ warn: (line) => lines.push(line), error: (line) => lines.push(line) });
  attachHandlers(wire as never, service, log);
  return { listeners, lines };
};

describe('a service that throws', () => {
  for (const { method, fallback, kind } of HANDLERS) {
    test(`${method} answers its fallback and logs its name, not the text`, async () => {
      const { listeners, lines } = attached(brokenService);
      const answer = await listeners.get(method)?.({ textDocument: { uri: 'file:///a' }, positions: [], settings: {} });
      if (kind !== 'notification') assert.deepEqual(answer, fallback);
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.ok(lines[0]?.startsWith(`${method} failed: TypeError`), lines[0]);
      assert.ok(!lines[0]?.includes('patient'));
    });

    test(`${method} survives parameters that are none`, async () => {
      const { listeners } = attached(brokenService);
      for (const params of [undefined, null, 7, 'x', []]) {
        assert.ok(!((await listeners.get(method)?.(params)) instanceof ResponseError));
      }
    });
  }
});

test('every method stands in the table once', () => {
  const methods = HANDLERS.map(({ method }) => method);
  assert.equal(new Set(methods).size, methods.length);
});

test('what the server offers is what it listens to', () => {
  const client = clientOf({ processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
  const { capabilities } = initializeResult(client);
  const offered = Object.keys(capabilities)
    .filter((name) => name.endsWith('Provider'))
    .map((name) => name.slice(0, -'Provider'.length))
    // Two capabilities are named otherwise than their requests.
    .map((name) => ({ documentFormatting: 'formatting', documentRangeFormatting: 'rangeFormatting' })[name] ?? name);
  const requests = HANDLERS.filter(({ kind, method }) => kind === 'request' && !method.startsWith('imr/'));
  assert.deepEqual(requests.map(({ method }) => method.slice(method.indexOf('/') + 1)).sort(), offered.sort());
});

test('a connection whose service throws goes on answering', async () => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  attachHandlers(server, brokenService, createLog(server.console));
  server.listen();
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const logged: string[] = [];
  client.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  const params = { textDocument: { uri: 'file:///a' }, position: { line: 0, character: 0 } };
  assert.equal(await client.sendRequest('textDocument/hover', params), null);
  assert.deepEqual(await client.sendRequest('textDocument/documentSymbol', params), []);
  assert.deepEqual(
    logged.map((line) => line.split(' ', 2).join(' ')),
    ['initialize failed:', 'textDocument/hover failed:', 'textDocument/documentSymbol failed:'],
  );
  client.dispose();
  server.dispose();
});
