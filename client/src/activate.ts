import { type ExtensionContext, type TextDocument, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../server/src/protocol.ts';
import { annotations } from './annotations/index.ts';
import { CASES_VIEW } from './cases/view.ts';
import { registerCommands } from './commands/index.ts';
import type { Services } from './commands/services.ts';
import { KeptPlainText } from './detect/kept.ts';
import { watchDocuments } from './detect/watch.ts';
import { memorySink, type OpenSink } from './files/sink.ts';
import { LATER } from './later.ts';
import { PREVIEW_VIEW } from './preview/view.ts';
import { type CreateClient, Server } from './server/server.ts';
import { showStatus } from './status/items.ts';

/** What `activate` gives to whoever asks for the extension's exports: its tests. */
export interface Exports {
  readonly server: Server;
}

/** All that desktop and browser share. The server starts with the first letter: plain text alone starts nothing. */
export const activateWith = (
  context: ExtensionContext,
  createClient: CreateClient,
  openSink: OpenSink = memorySink,
): Exports => {
  const log = window.createOutputChannel('IMR Letters', { log: true });
  const server = new Server(createClient, log, context, openSink);

  const startForLetter = (document: TextDocument): void => {
    if (document.languageId === LANGUAGE_ID) server.start();
  };
  workspace.textDocuments.forEach(startForLetter);

  const services: Services = {
    server,
    log,
    extensionUri: context.extensionUri,
    openSink,
    subscriptions: context.subscriptions,
    memory: context.workspaceState,
  };
  context.subscriptions.push(
    log,
    server,
    workspace.onDidOpenTextDocument(startForLetter),
    showStatus(server),
    watchDocuments(new KeptPlainText(context.workspaceState), log),
    registerCommands(services),
    annotations(services, context),
    window.registerWebviewPanelSerializer(CASES_VIEW, {
      deserializeWebviewPanel: (panel) => LATER.reviveCases(services, panel),
    }),
    window.registerWebviewPanelSerializer(PREVIEW_VIEW, {
      deserializeWebviewPanel: (panel, state: unknown) => LATER.revivePreview(services, panel, state),
    }),
  );
  return { server };
};
