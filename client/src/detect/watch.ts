import { Disposable, type LogOutputChannel, languages, type TextDocument, window, workspace } from 'vscode';
import { LANGUAGE_ID, looksLikeLetter, SETTINGS_SECTION } from '../../../server/src/protocol.ts';
import { traceOf } from '../trace.ts';
import { decide, detectMode, PLAIN_TEXT } from './decide.ts';
import { headOf } from './head.ts';
import type { KeptPlainText } from './kept.ts';

/** How much of a document is looked at, in UTF-16 units. */
const HEAD = 65_536;
/** A change of at least this many characters may have brought a letter: a paste, a file changed on disk. */
const PASTE = 200;

const TREAT = 'Treat as IMR Letter';
const KEEP = 'Keep Plain Text';

/** The file's name for messages, never for logs. */
const nameOf = (document: TextDocument): string => document.uri.path.split('/').at(-1) ?? document.uri.path;

/**
 * Recognises letters among plain text documents by their content and switches their language: those open now, those
 * opened later, and those that a paste or a save makes one. What the reader has switched back stays plain text.
 */
export const watchDocuments = (kept: KeptPlainText, log: LogOutputChannel): Disposable => {
  const asked = new Set<string>();
  const letters = new WeakSet<TextDocument>();

  const turnIntoLetter = async (document: TextDocument): Promise<void> => {
    // The document may have been closed meanwhile.
    if (document.isClosed || document.languageId !== PLAIN_TEXT) return;
    await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  };

  const ask = async (document: TextDocument): Promise<void> => {
    asked.add(document.uri.toString());
    const choice = await window.showInformationMessage(`${nameOf(document)} looks like an IMR letter.`, TREAT, KEEP);
    if (choice === TREAT) await turnIntoLetter(document);
    if (choice === KEEP) kept.add(document.uri);
  };

  const act = async (document: TextDocument): Promise<void> => {
    const decision = decide({
      languageId: document.languageId,
      scheme: document.uri.scheme,
      mode: detectMode(workspace.getConfiguration(SETTINGS_SECTION, document.uri).get('detect')),
      kept: kept.has(document.uri),
      asked: asked.has(document.uri.toString()),
      isLetter: () => looksLikeLetter(headOf(document, HEAD)),
    });
    if (decision === 'switch') await turnIntoLetter(document);
    if (decision === 'ask') await ask(document);
  };

  const consider = (document: TextDocument): void => {
    act(document).catch((error: unknown) => log.warn(`A document could not be switched: ${traceOf(error)}`));
  };

  const opened = (document: TextDocument): void => {
    if (document.languageId === LANGUAGE_ID) {
      letters.add(document);
      kept.delete(document.uri);
    } else if (document.languageId === PLAIN_TEXT && letters.has(document)) {
      // VS Code reports a change of language as a close and an open of the same document: this one was a letter.
      kept.add(document.uri);
    } else consider(document);
  };

  const closed = (document: TextDocument): void => {
    if (!document.isClosed) return;
    kept.close(document.uri);
    if (document.isUntitled) asked.delete(document.uri.toString());
  };

  workspace.textDocuments.forEach(opened);
  return Disposable.from(
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidCloseTextDocument(closed),
    workspace.onDidSaveTextDocument(consider),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some((change) => change.text.length >= PASTE)) consider(document);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SETTINGS_SECTION}.detect`)) workspace.textDocuments.forEach(consider);
    }),
  );
};
