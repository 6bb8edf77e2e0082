import { type Disposable, type Event, EventEmitter, type TextDocument, window, workspace } from 'vscode';
import {
  ANNOTATION_REQUESTS,
  type AnnotationsResult,
  LANGUAGE_ID,
  type ListParams,
  SETTINGS_SECTION,
} from '../../../server/src/protocol.ts';
import type { Server } from '../server/server.ts';
import { annotator } from './identity.ts';

/** How long after a change of the text the annotations are placed anew; until then VS Code moves what is drawn. */
const DELAY_MS = 120;

export const isLetter = (document: TextDocument | undefined): document is TextDocument =>
  document?.languageId === LANGUAGE_ID;

/** The annotations of the letters that are in view, as the server places them. */
export class Lists implements Disposable {
  readonly #server: Server;
  readonly #results = new Map<string, AnnotationsResult>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #changes = new EventEmitter<string>();
  readonly #disposables: readonly Disposable[];

  /** Fires with a document's address when its annotations are others, or stand elsewhere. */
  readonly onDidChange: Event<string> = this.#changes.event;

  constructor(server: Server) {
    this.#server = server;
    this.#disposables = [
      server.onAnnotations(() => this.#refreshAll()),
      server.onDidChangeState((state) => {
        if (state === 'running') this.#refreshAll();
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.#later(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
      window.onDidChangeVisibleTextEditors(() => this.#refreshAll(true)),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${SETTINGS_SECTION}.annotator`)) this.#refreshAll();
      }),
    ];
    this.#refreshAll();
  }

  /** What is known of a document; null before the server has said anything. */
  known(document: TextDocument): AnnotationsResult | null {
    return this.#results.get(document.uri.toString()) ?? null;
  }

  /** Asks again and gives what holds for the document as it is now; null where there is no answer. */
  async now(document: TextDocument): Promise<AnnotationsResult | null> {
    const uri = document.uri.toString();
    const params: ListParams = { uri, author: annotator() };
    const result = await this.#server.request<AnnotationsResult | null>(ANNOTATION_REQUESTS.list, params);
    if (result === null || document.isClosed) return null;
    this.#results.set(uri, result);
    this.#changes.fire(uri);
    return result;
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const disposable of this.#disposables) disposable.dispose();
    this.#changes.dispose();
  }

  #refreshAll(onlyNew = false): void {
    if (this.#server.state !== 'running') return;
    const letters = new Set(window.visibleTextEditors.map(({ document }) => document).filter(isLetter));
    for (const document of letters)
      if (!onlyNew || !this.known(document)) void this.now(document).catch(() => undefined);
  }

  #later(document: TextDocument): void {
    const uri = document.uri.toString();
    if (!isLetter(document) || !this.#results.has(uri)) return;
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri);
        void this.now(document).catch(() => undefined);
      }, DELAY_MS),
    );
  }

  #forget(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    if (this.#results.delete(uri)) this.#changes.fire(uri);
  }
}
