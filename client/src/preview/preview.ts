import {
  Disposable,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE_ID, PREVIEW_REQUEST, type PreviewParams, type PreviewResult } from '../../../server/src/protocol.ts';
import type { Services } from '../commands/services.ts';
import { coalesce } from '../server/coalesce.ts';
import { traceOf } from '../trace.ts';
import { showPage } from '../webview/page.ts';
import { letterAtLine, readFromPreview, type ToPreview } from './messages.ts';

/** How long after an edit the preview is made anew, in milliseconds. */
const SETTLED_MS = 150;

const NAME = 'preview';

/** A panel with the brief of one letter. It follows the editor in front from letter to letter, and every edit. */
export class Preview implements Disposable {
  readonly #services: Services;
  readonly #panel: WebviewPanel;
  readonly #parts: Disposable;
  readonly #update = coalesce(() => this.#show());
  #wanted: PreviewParams;
  #shown: { readonly uri: string; readonly result: PreviewResult } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(services: Services, panel: WebviewPanel, wanted: PreviewParams, onClose: () => void) {
    this.#services = services;
    this.#panel = panel;
    this.#wanted = wanted;
    this.#parts = Disposable.from(
      panel.onDidDispose(() => {
        this.dispose();
        onClose();
      }),
      panel.webview.onDidReceiveMessage((message: unknown) => this.#heard(message)),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#isOf(document)) this.#later();
      }),
    );
    showPage(panel, services.extensionUri, NAME, 'Preview');
  }

  /** Shows a letter, and brings the panel to the front without taking the focus. */
  show(wanted: PreviewParams): void {
    this.#wanted = wanted;
    this.#panel.reveal(undefined, true);
    void this.#update();
  }

  dispose(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#parts.dispose();
  }

  #isOf(document: TextDocument): boolean {
    return document.uri.toString() === this.#wanted.uri;
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), SETTLED_MS);
  }

  #follow(editor: TextEditor | undefined): void {
    if (editor === undefined || editor.document.languageId !== LANGUAGE_ID) return;
    const uri = editor.document.uri.toString();
    const { line } = editor.selection.active;
    const shown = this.#shown?.uri === uri ? this.#shown.result : null;
    if (shown !== null && letterAtLine(shown.letters, line) === shown.letter) return;
    this.#wanted = { uri, letter: null, line };
    this.#later();
  }

  #heard(message: unknown): void {
    const said = readFromPreview(message);
    const work =
      said?.kind === 'go' ? this.#go(said.at) : said?.kind === 'letter' ? this.#choose(said.letter) : this.#update();
    work.catch((error: unknown) => this.#services.log.error(`The preview failed: ${traceOf(error)}`));
  }

  #choose(letter: number): Promise<void> {
    this.#wanted = { ...this.#wanted, letter };
    return this.#update();
  }

  async #show(): Promise<void> {
    const { uri } = this.#wanted;
    try {
      const document = await workspace.openTextDocument(Uri.parse(uri));
      const result =
        document.languageId === LANGUAGE_ID
          ? await this.#services.server.request<PreviewResult | null>(PREVIEW_REQUEST, this.#wanted)
          : null;
      if (this.#isClosed) return;
      this.#shown = result && { uri, result };
      if (result === null) return this.#post({ kind: 'nothing', text: 'This document holds no letter.' });
      const { html, letters } = result;
      const names = letters.map(({ name }) => name);
      this.#panel.title = `Preview ${names[result.letter - 1] ?? ''}`;
      this.#post({ kind: 'case', letter: result.letter, names, html, state: { uri, letter: result.letter } });
    } catch {
      this.#post({ kind: 'nothing', text: 'The letter could not be read.' });
    }
  }

  #post(message: ToPreview): void {
    if (!this.#isClosed) void this.#panel.webview.postMessage(message);
  }

  /** Selects the text of a value. Where the document has changed since it was shown, it is read again first. */
  async #go(at: string): Promise<void> {
    const uri = Uri.parse(this.#shown?.uri ?? this.#wanted.uri);
    const document = await workspace.openTextDocument(uri);
    if (document.version !== this.#shown?.result.version) await this.#update();
    const span = this.#shown?.result.spans[at];
    if (!span) return;
    const there = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    const beside = this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
    await window.showTextDocument(document, {
      viewColumn: there ?? beside,
      selection: new Range(document.positionAt(span[0]), document.positionAt(span[1])),
    });
  }
}
