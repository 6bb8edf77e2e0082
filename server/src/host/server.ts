import type { Connection, InitializeResult } from 'vscode-languageserver';
import type { LocalFiles } from './files.ts';
import { HANDLERS } from './handlers.ts';
import { createLog, type Log } from './log.ts';
import { safe } from './safe.ts';
import { createService, type Service } from './service.ts';

/** What a door needs of a connection: it differs by where the server runs. */
type Wire = Pick<Connection, 'onInitialize' | 'onRequest' | 'onNotification' | 'listen'>;

/** Wires every row of the table to the connection, each wrapped by `safe`. */
export const attachHandlers = (connection: Wire, service: Service, log: Log): void => {
  for (const { kind, method, fallback, run } of HANDLERS) {
    const handle = safe<unknown, unknown>(log, method, fallback, (params, token) => run(service, params, token));
    switch (kind) {
      case 'initialize':
        connection.onInitialize((params, token) => handle(params, token) as Promise<InitializeResult>);
        break;
      case 'request':
        connection.onRequest(method, handle);
        break;
      case 'notification':
        connection.onNotification(method, (params: unknown) => void handle(params));
        break;
    }
  }
};

/**
 * Starts a language server on a connection that does not listen yet. Nothing but the handlers is set up: no table is
 * loaded before a letter needs it, so that `initialize` is answered at once. `local` are the files that the server can reach
 * by itself, null where it runs in a browser. Returns the log, for the door's own failures.
 */
export const createServer = (connection: Connection, local: LocalFiles | null): Log => {
  const log = createLog(connection.console);
  attachHandlers(connection, createService(connection, log, local), log);
  connection.listen();
  return log;
};
