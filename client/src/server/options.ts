import { type LogOutputChannel, Uri } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { ANNOTATION_COMMANDS, type InitializationOptions, LANGUAGE_ID } from '../../../server/src/protocol.ts';

/**
 * Whether and when a server starts again is `Lifecycle`'s to say. An error of the connection is not yet its end: a server
 * that died closes the connection too, and that counts. `handled` keeps VS Code's own pop-ups away.
 */
const errorHandler: ErrorHandler = {
  error: () => ({ action: ErrorAction.Continue, handled: true }),
  closed: () => ({ action: CloseAction.DoNotRestart, message: 'The language server has ended.', handled: true }),
};

/** What every client is made with, on the desktop and in a browser. Letters are known by language, wherever they are stored. */
export const clientOptions = (log: LogOutputChannel, extensionUri: Uri): LanguageClientOptions => ({
  documentSelector: [{ language: LANGUAGE_ID }],
  initializationOptions: {
    docsBase: `${Uri.joinPath(extensionUri, 'docs', 'checks').toString()}/`,
    commands: true,
    files: true,
  } satisfies InitializationOptions,
  // A hover may name these commands and no other.
  markdown: { isTrusted: { enabledCommands: Object.values(ANNOTATION_COMMANDS) } },
  outputChannel: log,
  revealOutputChannelOn: RevealOutputChannelOn.Never,
  errorHandler,
  initializationFailedHandler: () => false,
});
