import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type Exports } from './activate.ts';
import { diskSink } from './files/disk.ts';

/** Starts the extension on the desktop and in a remote host: the server is a process of its own, spoken to over stdio. */
export const activate = (context: ExtensionContext): Exports =>
  activateWith(
    context,
    (options) => {
      const module = context.asAbsolutePath('dist/server.js');
      return new LanguageClient('imr', 'IMR Letters', { module, transport: TransportKind.stdio }, options);
    },
    diskSink,
  );
