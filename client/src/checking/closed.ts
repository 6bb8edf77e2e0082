import { type Diagnostic, Disposable, type Uri, window, workspace } from 'vscode';
import {
  CHECK_REQUEST,
  type CheckedDocument,
  type CheckResult,
  SETTINGS_SECTION,
} from '../../../server/src/protocol.ts';
import { Failure } from '../commands/letter.ts';
import type { Services } from '../commands/services.ts';
import { isWithin, watchLetters } from '../files/changes.ts';
import { EVERYWHERE } from '../files/place.ts';
import type { Source } from '../files/walk.ts';
import { coalesce } from '../server/coalesce.ts';
import { traceOf } from '../trace.ts';
import { isOpenLetter, Listing, shownIn } from './listing.ts';
import { type CheckTally, runCheck } from './run.ts';

/**
 * The problems of closed letters: found when a person asks, and right from then on. A letter that is opened has its problems
 * from the language server; one that is closed, changed or deleted, and all when settings or notes change, are looked at again.
 */
export class ClosedLetters implements Disposable {
  readonly #services: Services;
  readonly #listing = new Listing();
  readonly #parts: Disposable;
  readonly #checkChanged = coalesce(() => this.#checkWhatChanged());
  #changed = new Map<string, Source<Uri>>();
  #roots: readonly string[] = [];
  /** Each beginning ends the one before it. */
  #run = 0;
  #isRunning = false;

  constructor(services: Services) {
    this.#services = services;
    const all = (): void => this.#note(this.#listing.checked);
    this.#parts = Disposable.from(
      this.#listing,
      services.server.onNotes(all),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SETTINGS_SECTION}.checks`)) all();
      }),
      watchLetters(({ sources, gone }) => {
        const lost = this.#listing.checked.filter(({ uri }) => isWithin(uri, gone));
        this.#note([...sources.filter((source) => this.#isOurs(source)), ...lost]);
      }),
      workspace.onDidOpenTextDocument(({ uri }) => this.#settle(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#settle(uri)),
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of [...opened, ...closed].flatMap(shownIn)) this.#settle(uri);
      }),
    );
  }

  /** How many problems did not fit into the list. */
  get unlisted(): number {
    return this.#listing.unlisted;
  }

  /**
   * Forgets what was listed before and checks these files. Undefined where another check has begun meanwhile.
   *
   * - `roots`: the folders and files that were chosen; what is added to them later is checked too
   */
  async check(
    roots: readonly Uri[],
    gather: () => Promise<readonly Source<Uri>[]>,
    watched: { readonly begin: (total: number) => (done: number) => void; readonly stops: () => boolean },
  ): Promise<CheckTally | undefined> {
    const run = ++this.#run;
    this.#listing.clear();
    this.#changed.clear();
    this.#roots = roots.map(String);
    this.#isRunning = true;
    try {
      const sources = await gather();
      const stops = (): boolean => watched.stops() || run !== this.#run;
      const tally = await this.#checkAll(sources, watched.begin(sources.length), stops);
      return run === this.#run ? tally : undefined;
    } finally {
      if (run === this.#run) this.#isRunning = false;
      void this.#checkChanged();
    }
  }

  /** Forgets all that was listed, and ends a check that is under way; says whether there was any. */
  clear(): boolean {
    const was = this.#isRunning || this.#listing.checked.length > 0;
    this.#run++;
    this.#isRunning = false;
    this.#changed.clear();
    this.#roots = [];
    this.#listing.clear();
    return was;
  }

  dispose(): void {
    this.#run++;
    this.#parts.dispose();
  }

  #isOurs({ uri }: Source<Uri>): boolean {
    const address = uri.toString();
    return this.#roots.some((root) => address === root || address.startsWith(`${root.replace(/\/$/, '')}/`));
  }

  /** A document was opened or closed, or a tab of it. */
  #settle(uri: Uri): void {
    const source = this.#listing.find(uri);
    if (source === undefined) return;
    if (isOpenLetter(uri)) this.#listing.hide(uri);
    else this.#note([source]);
  }

  #note(sources: readonly Source<Uri>[]): void {
    for (const source of sources) this.#changed.set(source.uri.toString(), source);
    if (sources.length > 0) void this.#checkChanged();
  }

  /** What a check under way will read anyway waits for its end, so that no older text comes after a newer one. */
  async #checkWhatChanged(): Promise<void> {
    const run = this.#run;
    const stops = (): boolean => run !== this.#run;
    try {
      while (!this.#isRunning && !stops() && this.#changed.size > 0) {
        const sources = [...this.#changed.values()];
        this.#changed = new Map();
        await this.#checkAll(sources, () => undefined, stops);
      }
    } catch (error) {
      this.#services.log.error(`Closed letters could not be checked again: ${traceOf(error)}`);
    }
  }

  #checkAll(
    sources: readonly Source<Uri>[],
    onProgress: (done: number) => void,
    stops: () => boolean,
  ): Promise<CheckTally> {
    const { server } = this.#services;
    return runCheck(sources, {
      reader: EVERYWHERE,
      addressOf: (uri) => uri.toString(),
      ask: (params) =>
        server.request<CheckResult | null>(CHECK_REQUEST, params).catch((cause: unknown) => {
          throw new Failure('The language server ended during the check. What was found by then is listed.', { cause });
        }),
      onChecked: async (source, checked) => {
        const found = checked && (await this.#diagnosticsOf(checked));
        if (stops()) return;
        if (found) this.#listing.show(source, found);
        else this.#listing.forget(source.uri);
      },
      onProgress,
      stops,
    });
  }

  async #diagnosticsOf({ diagnostics }: CheckedDocument): Promise<readonly Diagnostic[]> {
    return (await this.#services.server.client?.protocol2CodeConverter.asDiagnostics([...diagnostics])) ?? [];
  }
}
