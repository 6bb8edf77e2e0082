import { type TextDocument, Uri, window, workspace } from 'vscode';
import { type CaseFormat, type CaseFormatInfo, type CaseResult, FORMATS } from '../../../server/src/protocol.ts';
import { BLIND } from '../exporting/report.ts';
import { bytesOf } from '../files/content.ts';
import { type OpenSink, writeWhole } from '../files/sink.ts';
import { FORMAT_PICKS, fileNames, isFormat } from './formats.ts';
import { chooseLetter, Failure, openTarget, requestCase } from './letter.ts';
import { folderFor, nameOf } from './place.ts';
import { reasonOf } from './reason.ts';
import type { Services } from './services.ts';
import { isThere } from './write.ts';

const TITLE = 'Export Case';

/** For callers other than a person: where to, instead of the dialogs. A file that is there stays, unless it may go. */
export interface ExportOptions {
  readonly to: Uri;
  readonly overwrite?: boolean;
  /** JSON where it is not named. */
  readonly format?: CaseFormat;
}

const isExportOptions = (value: unknown): value is ExportOptions =>
  typeof value === 'object' && value !== null && 'to' in value && value.to instanceof Uri;

/**
 * Writes the case record of a letter in the format and to the file that the person chooses, and offers to open it. Asks
 * which letter where the document holds several; a format of tables has a file for each, named after the first. Gives the
 * first file's address, or undefined where the person changed their mind.
 */
export const exportCase = async (
  { server, openSink }: Services,
  argument: unknown,
  options?: unknown,
): Promise<Uri | undefined> => {
  const { target, document } = await openTarget(argument);
  const given = isExportOptions(options) ? options : undefined;
  const which = await chooseLetter(server, document, target, TITLE);
  const format = which && (given ? formatOf(given) : await askFormat());
  if (format === undefined) return undefined;
  const result = await requestCase(server, document, which ?? {}, format);
  const to = given?.to ?? (await askWhere(document, result.suggestedName, format));
  if (to === undefined) return undefined;
  return (await writeFiles(openSink, to, result, format, given)) ? to : undefined;
};

const formatOf = ({ format }: ExportOptions): CaseFormat => (isFormat(format) ? format : 'json');

const askFormat = async (): Promise<CaseFormat | undefined> =>
  (await window.showQuickPick(FORMAT_PICKS, { title: TITLE, placeHolder: 'Which format?', matchOnDetail: true }))
    ?.format;

const askWhere = (document: TextDocument, suggestedName: string, format: CaseFormat): Thenable<Uri | undefined> => {
  const isWritable = workspace.fs.isWritableFileSystem(document.uri.scheme) === true;
  const workspaceFolder = workspace.getWorkspaceFolder(document.uri) ?? workspace.workspaceFolders?.[0];
  const folder = folderFor(document.uri, isWritable, workspaceFolder?.uri ?? null);
  const { title, extension }: CaseFormatInfo = FORMATS[format];
  return window.showSaveDialog({
    defaultUri: folder === null ? Uri.file(suggestedName) : Uri.joinPath(Uri.from(folder), suggestedName),
    filters: { [title]: [extension] },
    saveLabel: 'Export',
    title: TITLE,
  });
};

/** Says whether the files were written; not where a further file is there and the person wants to keep it. */
const writeFiles = async (
  openSink: OpenSink,
  to: Uri,
  { files, blind }: CaseResult,
  format: CaseFormat,
  given: ExportOptions | undefined,
): Promise<boolean> => {
  const parts = files.map(({ part }) => part);
  const targets = fileNames(nameOf(to), parts, format).map((name) => Uri.joinPath(to, '..', name));
  // The dialog has asked before it gave the name of a file that exists, but it knows of the first one only.
  if (given === undefined && !(await mayReplace(targets.slice(1)))) return false;
  const overwrite = given === undefined || given.overwrite === true;
  if (!overwrite) await checkFree(targets);
  for (const [i, target] of targets.entries()) {
    const content = files[i]?.content;
    try {
      if (content) await writeWhole(openSink, target, bytesOf(content), overwrite);
    } catch (error) {
      throw new Failure(`${nameOf(target)} could not be written: ${reasonOf(error)}.`);
    }
  }
  void offerToOpen(targets, format, blind);
  return true;
};

/** Of several files none is written where one of them is there already. */
const checkFree = async (targets: readonly Uri[]): Promise<void> => {
  for (const target of targets) {
    const there = await isThere(target).catch(() => false);
    if (there) throw new Failure(`${nameOf(target)} could not be written: it exists already.`);
  }
};

const REPLACE = 'Replace';

const mayReplace = async (targets: readonly Uri[]): Promise<boolean> => {
  const there: string[] = [];
  // A folder of that name is told when it is written to.
  for (const target of targets) if (await isThere(target).catch(() => false)) there.push(nameOf(target));
  if (there.length === 0) return true;
  const question = `${there.join(' and ')} exist already. Replace them?`;
  return (await window.showWarningMessage(question, { modal: true }, REPLACE)) === REPLACE;
};

const OPEN = 'Open';

const offerToOpen = async (files: readonly Uri[], format: CaseFormat, blind: boolean): Promise<void> => {
  const message = [`Exported ${files.map(nameOf).join(', ')}.`, ...(blind ? [BLIND] : [])].join(' ');
  const choice = await window.showInformationMessage(message, ...(FORMATS[format].binary ? [] : [OPEN]));
  const [first] = files;
  if (choice === OPEN && first) await window.showTextDocument(first, { preview: false });
};
