import {
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  InlayHintRefreshRequest,
  MessageType,
  PublishDiagnosticsNotification,
  ShowMessageNotification,
  type WorkDoneProgressReport,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { NoteFile } from '../notes/index.ts';
import { ANNOTATIONS_NOTIFICATION, NOTES_NOTIFICATION, SETTINGS_SECTION, STATUS_NOTIFICATION } from '../protocol.ts';
import { Carrying } from './annotations-carry.ts';
import { AnnotationsStore } from './annotations-store.ts';
import { AnnotationsUndo } from './annotations-undo.ts';
import { ask } from './asking.ts';
import { type Client, clientOf, UNKNOWN_CLIENT } from './client.ts';
import { damageDiagnostics, Reports } from './diagnostics.ts';
import { Documents } from './documents.ts';
import { Exports } from './exports.ts';
import { type Files, filesOfClient, filesOfMachine, type LocalFiles, NO_FILES } from './files.ts';
import { askingBy, GitFiles } from './git-files.ts';
import { isRecord } from './json.ts';
import type { Terms } from './judged.ts';
import { LetterStatuses } from './letter-statuses.ts';
import type { Log } from './log.ts';
import { NotesStore } from './notes-store.ts';
import { Pending } from './pending.ts';
import { safe } from './safe.ts';
import { SettingsStore } from './settings-store.ts';
import { statusOf } from './status.ts';
import { concerns, WATCHED } from './watched.ts';

/** The status item may lag behind the text a little; diagnostics may not. In milliseconds. */
const STATUS_DELAY = 50;

/** How long annotations without their letter are left alone, in milliseconds. */
const SETTLED_MS = 1000;

/** What the handlers work with: the state of one connection, and what the server says unasked. */
export interface Service {
  readonly client: Client;
  readonly documents: Documents;
  readonly settings: SettingsStore;
  readonly reports: Reports;
  readonly files: Files;
  readonly exports: Exports;
  /** The folders of the workspace. */
  readonly roots: readonly string[];
  readonly notes: NotesStore;
  readonly annotations: AnnotationsStore;
  readonly statuses: LetterStatuses;
  readonly carrying: Carrying;
  readonly undo: AnnotationsUndo;
  /** Who annotates, as the client said last; null where nobody has said. */
  annotator: string | null;
  /** Annotations are others now: the client is told to ask again. */
  annotationsChanged(): void;
  /** What holds for a document: settings and notes. */
  termsOf(uri: string): Promise<Terms>;
  /** Is what other annotators say hidden, at this document or folder? */
  isBlind(uri: string): Promise<boolean>;
  /** Files beside letters were changed by others. */
  filesChanged(uris: readonly string[]): Promise<void>;
  /** Notes are others now: what they silence follows. */
  notesChanged(): Promise<void>;
  /** Tells the person in a message that something they asked for could not be done. */
  tell(sentence: string): void;
  /** Tells a client that asked for it how far a request is. */
  progress(token: string | undefined, done: number, all: number): void;
  /** The client has introduced itself. */
  begin(params: InitializeParams): Client;
  /** Asks to be told when settings and notes change, of a client that can be asked. */
  watch(): Promise<void>;
  /** Settings are others now; `sent` is what a client that cannot be asked gave with the news. */
  settingsChanged(sent: unknown): Promise<void>;
  /** The workspace has other folders now. */
  foldersChanged(change: WorkspaceFoldersChangeEvent): Promise<void>;
  /** A document was opened or has changed: its status follows, and its diagnostics where the client does not pull. */
  changed(uri: string): void;
  /** A document was closed: all that was kept of it goes, and what was published of it is withdrawn. */
  closed(uri: string): void;
}

type Wire = Pick<Connection, 'sendNotification' | 'sendRequest' | 'client' | 'workspace'>;

export const createService = (connection: Wire, log: Log, local: LocalFiles | null): Service =>
  new LiveService(connection, log, local);

class LiveService implements Service {
  client: Client = UNKNOWN_CLIENT;
  files: Files = NO_FILES;
  roots: readonly string[] = [];
  annotator: string | null = null;
  readonly documents = new Documents();
  readonly reports = new Reports();
  readonly exports = new Exports();
  readonly settings: SettingsStore;
  readonly notes: NotesStore;
  readonly annotations: AnnotationsStore;
  readonly statuses: LetterStatuses;
  readonly carrying: Carrying;
  readonly undo = new AnnotationsUndo();
  readonly #connection: Wire;
  readonly #local: LocalFiles | null;
  readonly #status: Pending;
  readonly #push: Pending;
  readonly #gitFiles: GitFiles;
  /** Files of notes whose damage has been told. */
  readonly #damaged = new Set<string>();
  #sentSettings: unknown = null;

  constructor(connection: Wire, log: Log, local: LocalFiles | null) {
    this.#connection = connection;
    this.#local = local;
    this.settings = new SettingsStore(log, (uri) => this.#askForSettings(uri));
    const offered = safe(log, 'git files', undefined, (folder: string) => this.#gitFiles.offer(folder));
    const kept = (folder: string) => void offered(folder);
    this.notes = new NotesStore(
      () => this.files,
      log,
      (uri, file) => this.#publishDamage(uri, file),
      kept,
    );
    this.annotations = new AnnotationsStore(() => this.files, log, kept);
    this.#gitFiles = new GitFiles(askingBy(connection, this));
    this.statuses = new LetterStatuses(() => this.files);
    this.carrying = new Carrying({
      files: () => this.files,
      roots: () => this.roots,
      statuses: this.statuses,
      annotations: this.annotations,
      log,
      settled: () => new Promise((resolve) => setTimeout(resolve, SETTLED_MS)),
      offer: async (message, answer) => (await ask(connection, message, [answer])) === answer,
      tell: (sentence) => this.tell(sentence),
      changed: () => this.annotationsChanged(),
    });
    const job = (name: string, run: (uri: string) => Promise<void>) => {
      const wrapped = safe(log, name, undefined, run);
      return (uri: string) => void wrapped(uri);
    };
    this.#status = new Pending(
      STATUS_DELAY,
      job(STATUS_NOTIFICATION, (uri) => this.#sendStatus(uri)),
    );
    this.#push = new Pending(
      0,
      job('textDocument/publishDiagnostics', (uri) => this.#publish(uri)),
    );
  }

  begin(params: InitializeParams): Client {
    this.client = clientOf(params);
    this.roots = this.client.roots;
    this.files = this.#filesFor(this.client);
    return this.client;
  }

  #filesFor(client: Client): Files {
    if (client.files) return filesOfClient(this.#connection);
    return this.#local ? filesOfMachine(this.#local, () => this.roots) : NO_FILES;
  }

  foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.roots = [...this.roots.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    this.annotations.clear();
    this.carrying.clear();
    this.annotationsChanged();
    return this.notesChanged();
  }

  async watch(): Promise<void> {
    const { client } = this.#connection;
    await Promise.all([
      this.client.watchesSettings &&
        client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION }),
      this.client.watchesFiles &&
        client.register(DidChangeWatchedFilesNotification.type, {
          watchers: WATCHED.map((globPattern) => ({ globPattern })),
        }),
    ]);
  }

  async termsOf(uri: string): Promise<Terms> {
    const [settings, { notes }] = await Promise.all([this.settings.of(uri), this.notes.of(uri)]);
    return { settings, notes };
  }

  async isBlind(uri: string): Promise<boolean> {
    return (await this.settings.of(uri)).annotations.blind;
  }

  filesChanged(uris: readonly string[]): Promise<void> {
    const all = uris.map(concerns);
    if (all.some(({ annotations }) => annotations)) {
      this.annotations.clear();
      this.carrying.clear();
      this.annotationsChanged();
    }
    return all.some(({ notes }) => notes) ? this.notesChanged() : Promise.resolve();
  }

  annotationsChanged(): void {
    void this.#connection.sendNotification(ANNOTATIONS_NOTIFICATION);
  }

  notesChanged(): Promise<void> {
    this.notes.clear();
    void this.#connection.sendNotification(NOTES_NOTIFICATION);
    return this.#everythingChanged();
  }

  tell(message: string): void {
    void this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  }

  progress(token: string | undefined, done: number, all: number): void {
    if (token === undefined) return;
    const value: WorkDoneProgressReport = { kind: 'report', percentage: Math.floor((100 * done) / all) };
    void this.#connection.sendNotification('$/progress', { token, value });
  }

  async settingsChanged(sent: unknown): Promise<void> {
    if (isRecord(sent)) this.#sentSettings = sent[SETTINGS_SECTION];
    this.settings.clear();
    await this.#everythingChanged();
  }

  async #everythingChanged(): Promise<void> {
    for (const uri of this.documents.uris) this.changed(uri);
    const { refreshesLenses, refreshesDiagnostics, refreshesHints } = this.client;
    await Promise.all([
      refreshesLenses && this.#connection.sendRequest(CodeLensRefreshRequest.type),
      refreshesHints && this.#connection.sendRequest(InlayHintRefreshRequest.type),
      refreshesDiagnostics && this.#connection.sendRequest(DiagnosticRefreshRequest.type),
    ]);
  }

  changed(uri: string): void {
    this.#status.add(uri);
    if (!this.client.pulls) this.#push.add(uri);
  }

  closed(uri: string): void {
    this.#status.drop(uri);
    this.#push.drop(uri);
    this.settings.drop(uri);
    this.notes.drop(uri);
    this.annotations.drop(uri);
    this.carrying.drop(uri);
    this.undo.drop(uri);
    this.reports.drop(uri);
    if (!this.client.pulls) {
      void this.#connection.sendNotification(PublishDiagnosticsNotification.type, { uri, diagnostics: [] });
    }
  }

  /** A file of notes is no letter, but what is wrong with it belongs among the problems too, at its line. */
  #publishDamage(uri: string, { damaged }: NoteFile): void {
    if (damaged.length === 0 && !this.#damaged.delete(uri)) return;
    if (damaged.length > 0) this.#damaged.add(uri);
    const params = { uri, diagnostics: damageDiagnostics(damaged) };
    void this.#connection.sendNotification(PublishDiagnosticsNotification.type, params);
  }

  #askForSettings(uri: string): Promise<unknown> {
    if (!this.client.configuration) return Promise.resolve(this.#sentSettings);
    return this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION });
  }

  async #sendStatus(uri: string): Promise<void> {
    const terms = await this.termsOf(uri);
    const { target } = await this.notes.of(uri);
    const document = this.documents.get(uri);
    if (document) await this.#connection.sendNotification(STATUS_NOTIFICATION, statusOf(document, terms, target));
  }

  /** The document is looked up after the wait, so what is sent is never of an older version than the one it names. */
  async #publish(uri: string): Promise<void> {
    const terms = await this.termsOf(uri);
    const document = this.documents.get(uri);
    if (!document) return;
    const { items } = this.reports.of(document, terms, this.client.docsBase);
    const { version } = document;
    await this.#connection.sendNotification(PublishDiagnosticsNotification.type, {
      uri,
      version,
      diagnostics: [...items],
    });
  }
}
