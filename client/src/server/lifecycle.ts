import { coalesce } from './coalesce.ts';
import { afterCrash } from './crashes.ts';

/** `idle` until a letter is there; `failed` once it has ended too often and waits for a restart by hand. */
export type ServerState = 'idle' | 'starting' | 'running' | 'failed';

/** One life of a server. */
export interface Run<C> {
  readonly client: C;
  /** Settles when the server has answered `initialize`, or has failed to. */
  readonly started: Promise<void>;
  /** Settles when the server has ended, asked to or not. Never rejects. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface LifecycleOptions<C> {
  launch(): Run<C>;
  now(): number;
  onState(state: ServerState): void;
  /** The server ended `count` times in a short while and is not started again. */
  onGiveUp(count: number): void;
}

/**
 * Keeps one server alive: starts it when first asked for, starts it again when it ends on its own, gives up when it ends
 * too often, restarts it on demand. Knows neither VS Code nor the protocol.
 */
export class Lifecycle<C> {
  readonly #options: LifecycleOptions<C>;
  #run: Run<C> | null = null;
  #ends: readonly number[] = [];
  #state: ServerState = 'idle';

  constructor(options: LifecycleOptions<C>) {
    this.#options = options;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** The client of the present run, started or not. */
  get client(): C | null {
    return this.#run?.client ?? null;
  }

  /** Starts a server where none is and none has just failed too often; says nothing of how that goes. */
  start(): void {
    if (this.#run === null && this.#state !== 'failed') this.#open();
  }

  /** A client whose server has started; starts one where there is none. Rejects where the server does not start. */
  async ready(): Promise<C> {
    const run = this.#run ?? this.#open();
    await run.started;
    return run.client;
  }

  /** Stops the present run, if any, and starts another with a clean record. Calls that overlap share one restart. */
  readonly restart = coalesce(async () => {
    await this.stop();
    this.#ends = [];
    await this.ready();
  });

  /** Stops the present run. Never rejects: a server that does not answer is left to its end. */
  async stop(): Promise<void> {
    const run = this.#run;
    this.#run = null;
    this.#become('idle');
    await run?.stop().catch(() => undefined);
  }

  #open(): Run<C> {
    const run = this.#options.launch();
    this.#run = run;
    this.#become('starting');
    run.started.then(
      () => {
        if (this.#run === run) this.#become('running');
      },
      () => this.#crashed(run),
    );
    void run.ended.then(() => this.#crashed(run));
    return run;
  }

  #crashed(run: Run<C>): void {
    // A run that was stopped, or whose end is known already, is no longer the present one.
    if (this.#run !== run) return;
    this.#run = null;
    const next = afterCrash(this.#ends, this.#options.now());
    this.#ends = next.ends;
    switch (next.action) {
      case 'start-again':
        this.#open();
        return;
      case 'give-up':
        this.#become('failed');
        this.#options.onGiveUp(next.count);
        return;
    }
  }

  #become(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}
