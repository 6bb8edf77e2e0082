import { type TextDocument, Uri, window, workspace } from 'vscode';
import type { CaseResult } from '../../../server/src/protocol.ts';
import { Failure, openTarget, requestCase } from './letter.ts';
import { letterPicks } from './picks.ts';
import { folderFor, nameOf } from './place.ts';
import { reasonOf } from './reason.ts';
import type { Services } from './services.ts';
import type { Target } from './target.ts';
import { writeText } from './write.ts';

/** For callers other than a person: where to, instead of the dialog. A file that is there stays, unless it may go. */
export interface ExportOptions {
  readonly to: Uri;
  readonly overwrite?: boolean;
}

const isExportOptions = (value: unknown): value is ExportOptions =>
  typeof value === 'object' && value !== null && 'to' in value && value.to instanceof Uri;

/**
 * Writes the case record of a letter to a JSON file that the person chooses, and offers to open it. Asks which letter
 * where the document holds several. Gives the file's address, or undefined where the person changed their mind.
 */
export const exportCase = async (
  services: Services,
  argument: unknown,
  options?: unknown,
): Promise<Uri | undefined> => {
  const { target, document } = await openTarget(argument);
  const result = await chooseRecord(services, document, target);
  if (result === undefined) return undefined;
  const given = isExportOptions(options) ? options : undefined;
  const to = given?.to ?? (await askWhere(document, result.suggestedName));
  if (to === undefined) return undefined;
  try {
    // The dialog has asked before it gave the name of a file that exists.
    await writeText(to, result.text, given === undefined || given.overwrite === true);
  } catch (error) {
    throw new Failure(`${nameOf(to)} could not be written: ${reasonOf(error)}.`);
  }
  void offerToOpen(to);
  return to;
};

const chooseRecord = async (
  { server }: Services,
  document: TextDocument,
  { letter }: Target,
): Promise<CaseResult | undefined> => {
  const result = await requestCase(server, document, letter === null ? {} : { letter });
  if (result.count === 1) return result;
  const pick = await window.showQuickPick(letterPicks(result.text), {
    title: 'Export Case',
    placeHolder: 'Which letter?',
  });
  if (pick === undefined || pick.letter === null) return pick && result;
  return requestCase(server, document, { letter: pick.letter });
};

const askWhere = (document: TextDocument, suggestedName: string): Thenable<Uri | undefined> => {
  const isWritable = workspace.fs.isWritableFileSystem(document.uri.scheme) === true;
  const workspaceFolder = workspace.getWorkspaceFolder(document.uri) ?? workspace.workspaceFolders?.[0];
  const folder = folderFor(document.uri, isWritable, workspaceFolder?.uri ?? null);
  return window.showSaveDialog({
    defaultUri: folder === null ? Uri.file(suggestedName) : Uri.joinPath(Uri.from(folder), suggestedName),
    filters: { JSON: ['json'] },
    saveLabel: 'Export',
    title: 'Export Case',
  });
};

const OPEN = 'Open';

const offerToOpen = async (file: Uri): Promise<void> => {
  const choice = await window.showInformationMessage(`Exported ${nameOf(file)}.`, OPEN);
  if (choice === OPEN) await window.showTextDocument(file, { preview: false });
};
