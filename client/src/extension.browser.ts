import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type Exports } from './activate.ts';

// Only this file runs where workers are; the types of a whole browser would let others think they do too.
declare const Worker: new (script: string) => ConstructorParameters<typeof LanguageClient>[2];

/** Starts the extension in a browser: the server is a worker. */
export const activate = (context: ExtensionContext): Exports =>
  activateWith(context, (options) => {
    const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');
    return new LanguageClient('imr', 'IMR Letters', new Worker(script.toString(true)), options);
  });
