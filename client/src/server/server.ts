import {
  type CancellationToken,
  ConfigurationTarget,
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State, WorkDoneProgress } from 'vscode-languageclient';
import {
  ANNOTATIONS_NOTIFICATION,
  NO_GIT_FILES_NOTIFICATION,
  NOTES_NOTIFICATION,
  SETTINGS_SECTION,
  STATUS_NOTIFICATION,
  type StatusParams,
} from '../../../server/src/protocol.ts';
import { answerFiles, type Storage } from '../files/answer.ts';
import type { OpenSink } from '../files/sink.ts';
import { Lifecycle, type Run, type ServerState } from './lifecycle.ts';
import { clientOptions } from './options.ts';

/** Makes a client that starts the server when it is started: a process on the desktop, a worker in a browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** How long a restart waits for a server that is still starting. */
const STARTING_MS = 5000;

const RESTART = 'Restart';
const SHOW_LOG = 'Show Log';

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How a request that takes its time is followed. */
export interface Long {
  readonly token: CancellationToken;
  /** Takes how much of it is done, in percent. */
  readonly onPercent: (percent: number) => void;
}

/** The language server as the rest of the client sees it. */
export class Server implements Disposable {
  readonly #lifecycle: Lifecycle<BaseLanguageClient>;
  readonly #states = new EventEmitter<ServerState>();
  readonly #statuses = new EventEmitter<StatusParams>();
  readonly #annotations = new EventEmitter<void>();
  readonly #notes = new EventEmitter<void>();
  readonly #createClient: CreateClient;
  readonly #options: LanguageClientOptions;
  readonly #storage: Storage;
  readonly #openSink: OpenSink;
  #longRequests = 0;
  readonly #log: LogOutputChannel;

  readonly onDidChangeState: Event<ServerState> = this.#states.event;
  readonly onStatus: Event<StatusParams> = this.#statuses.event;
  /** Annotations of some letter have changed. */
  readonly onAnnotations: Event<void> = this.#annotations.event;
  /** Notes have changed, of any letters, and the server goes by the new ones. */
  readonly onNotes: Event<void> = this.#notes.event;

  constructor(
    createClient: CreateClient,
    log: LogOutputChannel,
    context: Storage & Pick<ExtensionContext, 'extensionUri'>,
    openSink: OpenSink,
  ) {
    this.#createClient = createClient;
    this.#log = log;
    this.#storage = context;
    this.#openSink = openSink;
    this.#options = clientOptions(log, context.extensionUri);
    this.#lifecycle = new Lifecycle({
      launch: () => this.#launch(),
      now: () => Date.now(),
      onState: (state) => {
        log.info(`The language server is ${state}.`);
        this.#states.fire(state);
      },
      onGiveUp: (count) => void this.#offerRestart(count),
    });
  }

  get state(): ServerState {
    return this.#lifecycle.state;
  }

  /** The client of the present run. */
  get client(): BaseLanguageClient | null {
    return this.#lifecycle.client;
  }

  /** Starts the server where it does not run yet. */
  start(): void {
    this.#lifecycle.start();
  }

  /** Stops and starts the server; overlapping calls share one restart. Rejects where it does not start. */
  restart(): Promise<void> {
    return this.#lifecycle.restart();
  }

  /** Sends a request once the server has started. Rejects where it does not start, or cannot answer. */
  async request<R>(method: string, params: unknown): Promise<R> {
    const client = await this.#lifecycle.ready();
    return client.sendRequest<R>(method, params);
  }

  /** Sends a request that takes its time: it may be cancelled, and tells how far the server is. */
  async longRequest<R>(method: string, params: object, { token, onPercent }: Long): Promise<R> {
    const client = await this.#lifecycle.ready();
    const workDoneToken = `${method} ${++this.#longRequests}`;
    const heard = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'report' && value.percentage !== undefined) onPercent(value.percentage);
    });
    try {
      return await client.sendRequest<R>(method, { ...params, workDoneToken }, token);
    } finally {
      heard.dispose();
    }
  }

  /** Stops the server. */
  async stop(): Promise<void> {
    await this.#lifecycle.stop();
  }

  dispose(): void {
    void this.stop();
    this.#states.dispose();
    this.#statuses.dispose();
    this.#annotations.dispose();
    this.#notes.dispose();
  }

  #launch(): Run<BaseLanguageClient> {
    const client = this.#createClient(this.#options);
    client.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => this.#statuses.fire(params));
    client.onNotification(ANNOTATIONS_NOTIFICATION, () => this.#annotations.fire());
    client.onNotification(NOTES_NOTIFICATION, () => this.#notes.fire());
    client.onNotification(NO_GIT_FILES_NOTIFICATION, () => {
      const settings = workspace.getConfiguration(SETTINGS_SECTION);
      void settings.update('gitAttributes', 'never', ConfigurationTarget.Global);
    });
    answerFiles(client, this.#storage, this.#openSink);
    const ended = new Promise<void>((resolve) => {
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Stopped || newState === State.StartFailed) resolve();
      });
    });
    const started = client.start();
    return {
      client,
      started,
      ended,
      stop: async () => {
        // A client that is still starting cannot be stopped.
        await Promise.race([started.catch(() => undefined), wait(STARTING_MS)]);
        await client.dispose();
      },
    };
  }

  async #offerRestart(count: number): Promise<void> {
    const message = `The IMR Letters language server ended ${count} times in three minutes and was not started again.`;
    this.#log.error(message);
    const choice = await window.showErrorMessage(message, RESTART, SHOW_LOG);
    if (choice === RESTART) await this.restart().catch(() => undefined);
    if (choice === SHOW_LOG) this.#log.show();
  }
}
