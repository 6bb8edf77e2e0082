import { type LogOutputChannel, Uri } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { type InitializationOptions, LANGUAGE_ID } from '../../../server/src/protocol.ts';

/** Errors in a row on a connection before it is given up. */
const ERRORS_IN_A_ROW = 3;

/** Only closes: whether and when a server starts again is `Lifecycle`'s to say. `handled` keeps VS Code's own pop-ups away. */
const errorHandler: ErrorHandler = {
  error: (_error, _message, count) => ({
    action: count !== undefined && count <= ERRORS_IN_A_ROW ? ErrorAction.Continue : ErrorAction.Shutdown,
    handled: true,
  }),
  closed: () => ({ action: CloseAction.DoNotRestart, message: 'The language server has ended.', handled: true }),
};

/** What every client is made with, on the desktop and in a browser. Letters are known by language, wherever they are stored. */
export const clientOptions = (log: LogOutputChannel, extensionUri: Uri): LanguageClientOptions => ({
  documentSelector: [{ language: LANGUAGE_ID }],
  initializationOptions: {
    docsBase: `${Uri.joinPath(extensionUri, 'docs', 'checks').toString()}/`,
    commands: true,
  } satisfies InitializationOptions,
  outputChannel: log,
  revealOutputChannelOn: RevealOutputChannelOn.Never,
  errorHandler,
  initializationFailedHandler: () => false,
});
