// The language server as a web worker, for editors that run in a browser. Node has no part in it.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { quietConsole } from './host/log.ts';
import { createServer } from './host/server.ts';

/** The worker's own end of the port to the editor, as far as it is used: the program has no types of the DOM. */
interface Port {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  addEventListener(type: 'error', listener: (event: Uncaught & { readonly error: unknown }) => void): void;
  addEventListener(
    type: 'unhandledrejection',
    listener: (event: Uncaught & { readonly reason: unknown }) => void,
  ): void;
}

/** What nobody caught; the worker lives on when it has been logged. */
interface Uncaught {
  preventDefault(): void;
}

declare const self: Port;

const log = createServer(
  createConnection(quietConsole, new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  null,
);

self.addEventListener('error', (event) => {
  log.failure('error', event.error);
  event.preventDefault();
});
self.addEventListener('unhandledrejection', (event) => {
  log.failure('unhandledrejection', event.reason);
  event.preventDefault();
});
