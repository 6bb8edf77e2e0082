import {
  type Command,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE_ID, type LensTarget, type StatusParams } from '../../../server/src/protocol.ts';
import { COMMAND_IDS } from '../commands/ids.ts';
import type { Server } from '../server/server.ts';
import { letterText, serverText } from './text.ts';

const SELECTOR = { language: LANGUAGE_ID };

const SEVERITIES = {
  information: LanguageStatusSeverity.Information,
  error: LanguageStatusSeverity.Error,
} as const;

/** Two entries of the language status, shown while a letter is in front: what it is, and how the server does. */
export const showStatus = (server: Server): Disposable => {
  const letter = languages.createLanguageStatusItem('imr.letter', SELECTOR);
  letter.name = 'IMR Letter';
  const state = languages.createLanguageStatusItem('imr.server', SELECTOR);
  state.name = 'IMR Letters Language Server';
  state.command = { title: 'Restart', command: COMMAND_IDS.restartServer };

  /** What the server said last, by address of the document. */
  const statuses = new Map<string, StatusParams>();

  const update = (): void => {
    showServer(state, server);
    showLetter(letter, server, statuses);
  };

  update();
  return Disposable.from(
    letter,
    state,
    server.onStatus((status) => {
      // A document closed meanwhile would stay in the map for good.
      if (!workspace.textDocuments.some(({ uri }) => uri.toString() === status.uri)) return;
      statuses.set(status.uri, status);
      update();
    }),
    server.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) update();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      statuses.delete(uri.toString());
    }),
  );
};

const showServer = (item: LanguageStatusItem, server: Server): void => {
  const { text, severity, busy } = serverText(server.state);
  item.text = text;
  item.severity = SEVERITIES[severity];
  item.busy = busy;
};

const showLetter = (item: LanguageStatusItem, server: Server, statuses: ReadonlyMap<string, StatusParams>): void => {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== LANGUAGE_ID) return;
  const status = statuses.get(document.uri.toString()) ?? null;
  const { text, detail, busy } = letterText(status, document.version, server.state);
  item.text = text;
  item.detail = detail;
  item.busy = busy;
  item.accessibilityInformation = { label: detail === '' ? text : `${text}, ${detail}` };
  const target: LensTarget = { uri: document.uri.toString(), letter: 1 };
  item.command = commandFor(status, target);
};

/** Stale notes are told nowhere else; problems are in their view anyway. */
const commandFor = (status: StatusParams | null, target: LensTarget): Command | undefined => {
  if (status === null) return undefined;
  if (status.stale > 0) return { title: 'Remove Notes…', command: COMMAND_IDS.removeNotes, arguments: [target] };
  if (status.problems === 0) return undefined;
  return { title: 'Show Problems', command: COMMAND_IDS.showProblems, arguments: [target] };
};
