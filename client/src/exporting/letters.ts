import { type CancellationToken, commands, ProgressLocation, Uri, window, workspace } from 'vscode';
import { type CaseFormat, type CaseFormatInfo, EXPORT_REQUESTS, FORMATS } from '../../../server/src/protocol.ts';
import { annotator } from '../annotations/identity.ts';
import { isFormat } from '../commands/formats.ts';
import { Failure } from '../commands/letter.ts';
import { nameOf } from '../commands/place.ts';
import { reasonOf } from '../commands/reason.ts';
import type { Services } from '../commands/services.ts';
import { isThere } from '../commands/write.ts';
import { EVERYWHERE } from '../files/place.ts';
import { progressOf } from '../files/progress.ts';
import type { Unreadable } from '../files/walk.ts';
import type { Server } from '../server/server.ts';
import { folderOutput, OutputError } from './output.ts';
import { isWorthTelling, type ReportInput, reportText, summary } from './report.ts';
import { type Exporter, LostExport, runExport, type Tally, type Wanted } from './run.ts';

/** For callers other than a person: instead of the dialogs. Files that are there stay, unless they may go. */
export interface FolderExportOptions {
  readonly to: Uri;
  readonly formats: readonly CaseFormat[];
  /** Patterns, set apart by commas. */
  readonly include?: string;
  readonly exclude?: string;
  readonly overwrite?: boolean;
}

/** The files to export and the folders among them that could not be read. */
export interface Gathered {
  readonly sources: readonly Wanted<Uri>[];
  readonly unreadable: readonly Unreadable<Uri>[];
}

/** Exports letters with progress, and tells what became of it. */
export const exportLetters = async (
  services: Services,
  wanted: FolderExportOptions,
  gather: (token: CancellationToken) => Promise<Gathered>,
): Promise<Tally<Uri> | undefined> => {
  const { to, overwrite } = wanted;
  const formats = wanted.formats.filter(isFormat);
  const asked = isAsked(overwrite);
  if (formats.length === 0 || !(await mayBegin(to, formats, asked))) return undefined;
  const output = folderOutput({ folder: to, openSink: services.openSink, mayReplace: asked });
  const shown = { location: ProgressLocation.Notification, title: 'Exporting letters', cancellable: true };
  try {
    return await window.withProgress(shown, async (progress, token) => {
      const stops = (): boolean => token.isCancellationRequested;
      const { sources, unreadable } = await gather(token);
      const onProgress = progressOf(progress, sources.length);
      const exporter = exporterOf(services.server);
      const addressOf = (uri: Uri): string => uri.toString();
      const tally = await runExport({
        sources,
        formats,
        reader: EVERYWHERE,
        exporter,
        output,
        addressOf,
        onProgress,
        stops,
      });
      void tellOf({ tally, unreadable, unwritten: output.unwritten, target: nameOf(to) }, to);
      return tally;
    });
  } catch (error) {
    if (error instanceof OutputError)
      throw new Failure(`${error.file} could not be written: ${reasonOf(error.cause)}.`);
    if (error instanceof LostExport)
      throw new Failure('The language server ended during the export. Nothing was written.');
    throw error;
  }
};

const exporterOf = (server: Server): Exporter => ({
  begin: (formats) => server.request(EXPORT_REQUESTS.begin, { formats, author: annotator() }),
  add: (id, documents) => server.request(EXPORT_REQUESTS.add, { id, documents }),
  end: (id, cancel) => server.request(EXPORT_REQUESTS.end, { id, cancel }),
});

const REPLACE = 'Replace';

/** Asks once in a run whether files that are there may be replaced. */
const isAsked = (overwrite: boolean | undefined): ((name: string) => Promise<boolean>) => {
  let answer: Promise<boolean> | null = overwrite === undefined ? null : Promise.resolve(overwrite);
  const ask = async (name: string): Promise<boolean> => {
    const question = `${name} exists already. Replace the files that are there?`;
    return (await window.showWarningMessage(question, { modal: true }, REPLACE)) === REPLACE;
  };
  return (name) => {
    answer ??= ask(name);
    return answer;
  };
};

/** Files of the whole export are known before it begins: nothing is read for what may not be written. */
const mayBegin = async (
  folder: Uri,
  formats: readonly CaseFormat[],
  asked: (name: string) => Promise<boolean>,
): Promise<boolean> => {
  for (const format of formats) {
    const { per, files, extension }: CaseFormatInfo = FORMATS[format];
    for (const file of per === 'run' ? files : []) {
      const name = `${file}.${extension}`;
      const there = await isThere(Uri.joinPath(folder, name)).catch((error: unknown) => {
        throw new Failure(`${name} could not be written: ${reasonOf(error)}.`);
      });
      if (there && !(await asked(name))) return false;
    }
  }
  return true;
};

const REPORT = 'Show Report';
const REVEAL = 'Show Files';

const tellOf = async (input: ReportInput<Uri>, folder: Uri): Promise<void> => {
  const worth = isWorthTelling(input);
  const buttons = [...(worth ? [REPORT] : []), ...(input.tally.cancelled ? [] : [REVEAL])];
  const choice = await (worth
    ? window.showWarningMessage(`${summary(input)} Some letters need a look.`, ...buttons)
    : window.showInformationMessage(summary(input), ...buttons));
  if (choice === REPORT) {
    const content = reportText(input);
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
  }
  // A place without a view of its own for it says so itself.
  if (choice === REVEAL) await commands.executeCommand('revealInExplorer', folder);
};
