import { Disposable, Position, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { ROWS_REQUEST, type RowsParams, type RowsResult, SETTINGS_SECTION } from '../../../server/src/protocol.ts';
import { askTarget } from '../commands/exportFolder.ts';
import { COMMAND_IDS } from '../commands/ids.ts';
import { Failure } from '../commands/letter.ts';
import { nameOf } from '../commands/place.ts';
import { reasonOf } from '../commands/reason.ts';
import { runnerOf } from '../commands/run.ts';
import type { Services } from '../commands/services.ts';
import { exportLetters } from '../exporting/letters.ts';
import { sourceOf, watchLetters } from '../files/changes.ts';
import { EVERYTHING } from '../files/globs.ts';
import { EVERYWHERE } from '../files/place.ts';
import { counted, progressText, unreadText } from '../files/progress.ts';
import { lettersOf } from '../files/selection.ts';
import type { Source } from '../files/walk.ts';
import { coalesce } from '../server/coalesce.ts';
import { traceOf } from '../trace.ts';
import { showPage } from '../webview/page.ts';
import {
  type Chosen,
  type DocumentCases,
  type FromCases,
  type Place,
  readFromCases,
  type ToCases,
} from './messages.ts';
import { heedsNotes, readCases } from './reading.ts';

const NAME = 'cases';
/** Fewer files are read without a word, as after an edit. */
const WORTH_TELLING = 16;

/** A panel with a table of all letters of the workspace. The page holds the rows; here is known what is still to be read. */
export class CasesPanel implements Disposable {
  readonly #services: Services;
  readonly #panel: WebviewPanel;
  readonly #parts: Disposable;
  readonly #read = coalesce(() => this.#readLeft());
  #left: readonly Source<Uri>[] = [];
  /** What is to be read after that, by its address. */
  readonly #added = new Map<string, Source<Uri>>();
  readonly #unreadable = new Map<string, string>();
  /** The files that are to be read again when notes change. */
  readonly #noted = new Map<string, Source<Uri>>();
  /** Each beginning ends the one before it. */
  #run = 0;
  #isStopped = false;
  /** Have all files been found? Where that was stopped, it is begun anew. */
  #isFound = false;

  constructor(services: Services, panel: WebviewPanel, onClose: () => void) {
    this.#services = services;
    this.#panel = panel;
    this.#parts = Disposable.from(
      panel.onDidDispose(() => {
        this.dispose();
        onClose();
      }),
      panel.webview.onDidReceiveMessage((message: unknown) => this.#heard(message)),
      watchLetters(({ sources, gone }) => {
        for (const uri of gone) this.#post({ kind: 'gone', uri: uri.toString() });
        void this.#add(sources);
      }),
      services.server.onNotes(() => void this.#add([...this.#noted.values()])),
      workspace.onDidChangeWorkspaceFolders(() => void this.#begin()),
      // Which checks run, and so how many problems there are.
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTINGS_SECTION)) void this.#begin();
      }),
    );
    showPage(panel, services.extensionUri, NAME, 'Cases');
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    // Whatever is still on its way is of a run that has ended.
    this.#run++;
    this.#parts.dispose();
  }

  #heard(message: unknown): void {
    const said = readFromCases(message);
    if (said !== null) void runnerOf(this.#services)(COMMAND_IDS.showCases, () => this.#do(said));
  }

  async #do(said: FromCases): Promise<unknown> {
    switch (said.kind) {
      case 'ready':
        return this.#begin();
      case 'stop':
        this.#isStopped = true;
        return undefined;
      case 'goOn':
        this.#isStopped = false;
        return this.#isFound ? this.#read() : this.#begin();
      case 'open':
        return openAt(said.place);
      case 'export':
        return exportShown(this.#services, said.documents);
    }
  }

  /** Looks for the letters of the workspace and reads all of them. */
  async #begin(): Promise<void> {
    const run = ++this.#run;
    this.#isStopped = false;
    this.#isFound = false;
    this.#unreadable.clear();
    this.#noted.clear();
    this.#added.clear();
    this.#left = [];
    this.#post({ kind: 'clear' });
    this.#post({ kind: 'progress', state: 'reading', text: 'Looking for letters…' });
    const roots = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    const found = await lettersOf(roots, EVERYTHING, () => this.#isStopped || run !== this.#run);
    if (run !== this.#run) return;
    this.#isFound = !this.#isStopped;
    for (const { path, reason } of found.unreadable) this.#unreadable.set(path, reason);
    await this.#add(found.sources);
  }

  /** Reads files, some of them perhaps again. */
  #add(sources: readonly Source<Uri>[]): Promise<void> {
    for (const source of sources) this.#added.set(source.uri.toString(), source);
    return this.#read();
  }

  /** Reads what is left, and what is added meanwhile. */
  async #readLeft(): Promise<void> {
    const run = this.#run;
    const stops = (): boolean => this.#isStopped || run !== this.#run;
    try {
      while (!stops() && this.#left.length + this.#added.size > 0) {
        this.#left = [...this.#left, ...this.#added.values()];
        this.#added.clear();
        await this.#readAll(this.#left, run, stops);
      }
    } catch (error) {
      if (run !== this.#run) return;
      this.#services.log.error(`The letters of the workspace could not be read: ${traceOf(error)}`);
      this.#post({ kind: 'progress', state: 'stopped', text: 'The language server gave no answer.' });
      return;
    }
    if (run !== this.#run) return;
    const files = counted(this.#left.length + this.#added.size, 'file');
    if (this.#isStopped) this.#post({ kind: 'progress', state: 'stopped', text: `Stopped. ${files} not read.` });
    else this.#post({ kind: 'progress', state: 'done', text: unreadText(this.#unreadable) });
  }

  #readAll(sources: readonly Source<Uri>[], run: number, stops: () => boolean): Promise<void> {
    const { server } = this.#services;
    const start = Date.now();
    let done = 0;
    return readCases(sources, {
      reader: EVERYWHERE,
      addressOf: (uri) => uri.toString(),
      ask: (params: RowsParams) => server.request<RowsResult | null>(ROWS_REQUEST, params),
      stops,
      onLot: (documents, outcomes, files) => {
        if (run !== this.#run) return;
        const lot = this.#left.slice(0, files);
        this.#left = this.#left.slice(files);
        this.#settle(documents, lot);
        done += files;
        this.#post({ kind: 'rows', documents, outcomes });
        if (sources.length <= WORTH_TELLING) return;
        const text = `Reading letters: ${progressText(done, sources.length, Date.now() - start)}`;
        this.#post({ kind: 'progress', state: 'reading', text });
      },
      onFailure: (path, reason) => this.#unreadable.set(path, reason),
    });
  }

  /** What is known of files that were read, which are those of the documents, in their order. */
  #settle(documents: readonly DocumentCases[], sources: readonly Source<Uri>[]): void {
    for (const [i, document] of documents.entries()) {
      this.#unreadable.delete(document.path);
      const source = sources[i];
      if (source && heedsNotes(document)) this.#noted.set(document.uri, source);
      else this.#noted.delete(document.uri);
    }
  }

  #post(message: ToCases): void {
    void this.#panel.webview.postMessage(message);
  }
}

/** Opens a letter beside the table, at its first line. */
const openAt = async ({ uri, line }: Place): Promise<void> => {
  const start = new Position(line - 1, 0);
  const options = { viewColumn: ViewColumn.Beside, selection: new Range(start, start), preview: true };
  try {
    await window.showTextDocument(Uri.parse(uri), options);
  } catch (error) {
    throw new Failure(`${nameOf(Uri.parse(uri))} could not be opened: ${reasonOf(error)}.`);
  }
};

/** Exports the letters that the table shows, in its order. */
const exportShown = async (services: Services, documents: readonly Chosen[]): Promise<void> => {
  const target = await askTarget('Export What Is Shown');
  if (target === undefined) return;
  const sources = documents.map(({ uri, letters }) => {
    const address = Uri.parse(uri);
    const source = sourceOf(address) ?? { uri: address, path: nameOf(address), certain: true };
    return { ...source, letters };
  });
  await exportLetters(services, target, async () => ({ sources, unreadable: [] }));
};
