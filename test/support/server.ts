import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ClientCapabilities, InitializeResult } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** A language server in a process of its own, spoken to over its standard input and output. */
export interface RunningServer {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Shuts down by the protocol and waits for the process to end; its exit code, null where a signal ended it. */
  stop(): Promise<number | null>;
}

/** What an editor of today can do, as far as the server asks. */
export const CAPABILITIES: ClientCapabilities = {
  workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: { relatedDocumentSupport: false }, publishDiagnostics: {} },
};

/**
 * Starts `node ARGS` and initializes it. Settings are answered as all unset, requests to refresh as done. `files` beyond
 * the standard three are opened as pipes.
 */
export const startServer = async (
  args: readonly string[],
  capabilities: ClientCapabilities = CAPABILITIES,
  pipes: readonly 'pipe'[] = [],
): Promise<RunningServer> => {
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit', ...pipes] });
  if (!server.stdout || !server.stdin) throw new Error('the server has no pipes');
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/codeLens/refresh', () => null);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: null,
  });
  await connection.sendNotification('initialized', {});
  return { process: server, connection, initialized, stop: () => stop(server, connection) };
};

const stop = async (server: ChildProcess, connection: ProtocolConnection): Promise<number | null> => {
  const ended = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : null;
  if (ended) {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await ended;
  }
  connection.dispose();
  return server.exitCode;
};
