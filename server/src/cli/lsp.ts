import { createConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import { quietConsole } from '../host/log.ts';
import { createServer } from '../host/server.ts';
import { nodeFiles } from './node-files.ts';

/** What an error is called when the client at the other end has gone: there is nobody left to serve. */
const GONE: ReadonlySet<unknown> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_IPC_CHANNEL_CLOSED', 'ECONNRESET']);

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const openConnection = (transport: Transport) => {
  switch (transport) {
    case 'ipc':
      return createConnection(quietConsole, new IPCMessageReader(process), new IPCMessageWriter(process));
    case 'stdio':
      return createConnection(quietConsole, process.stdin, process.stdout);
  }
};

export type Transport = 'stdio' | 'ipc';

/**
 * Runs the language server until its client leaves. The process ends with exit code 0 after `shutdown` and `exit`, with 1
 * where the client left without a word.
 */
export const runLsp = (transport: Transport = 'stdio'): void => {
  // Standard output belongs to the protocol; a stray line on it would cut the client off.
  console.log = console.info = console.debug = console.error;
  const log = createServer(openConnection(transport), nodeFiles);
  const survive = (name: string) => (error: unknown) => {
    if (GONE.has(codeOf(error))) process.exit(1);
    log.failure(name, error);
  };
  process.on('uncaughtException', survive('uncaughtException'));
  process.on('unhandledRejection', survive('unhandledRejection'));
  // Over IPC nothing else tells that the client has ended without a word.
  process.on('disconnect', () => process.exit(1));
};
