import {
  type Diagnostic,
  type Disposable,
  languages,
  type Tab,
  TabInputText,
  TabInputTextDiff,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/protocol.ts';
import type { Source } from '../files/walk.ts';

/** More than anybody reads; a list without an end would hold the memory of the window. */
const MOST_LISTED = 20_000;

/** The documents that a tab shows. */
export const shownIn = ({ input }: Tab): readonly Uri[] => {
  if (input instanceof TabInputText) return [input.uri];
  return input instanceof TabInputTextDiff ? [input.original, input.modified] : [];
};

/** Does the language server tell the problems of this document itself? It does for a letter that has a tab. */
export const isOpenLetter = (uri: Uri): boolean => {
  const address = uri.toString();
  const isIt = (other: Uri): boolean => other.toString() === address;
  return (
    workspace.textDocuments.some((document) => document.languageId === LANGUAGE_ID && isIt(document.uri)) &&
    window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => shownIn(tab).some(isIt)))
  );
};

/** The problems of closed letters in the Problems view, and which files were checked for them. */
export class Listing implements Disposable {
  readonly #collection = languages.createDiagnosticCollection('imr.closed');
  readonly #checked = new Map<string, Source<Uri>>();
  #count = 0;
  #unlisted = 0;

  /** The files that hold letters and were checked. */
  get checked(): readonly Source<Uri>[] {
    return [...this.#checked.values()];
  }

  /** How many problems did not fit into the list. */
  get unlisted(): number {
    return this.#unlisted;
  }

  /** The file at this address, where it was checked. */
  find(uri: Uri): Source<Uri> | undefined {
    return this.#checked.get(uri.toString());
  }

  clear(): void {
    this.#collection.clear();
    this.#checked.clear();
    this.#count = 0;
    this.#unlisted = 0;
  }

  /** Lists what was found in a file instead of what was listed before; those of an open letter are the server's to tell. */
  show(source: Source<Uri>, found: readonly Diagnostic[]): void {
    this.hide(source.uri);
    this.#checked.set(source.uri.toString(), source);
    if (isOpenLetter(source.uri)) return;
    if (this.#count + found.length > MOST_LISTED) {
      this.#unlisted += found.length;
      return;
    }
    this.#count += found.length;
    this.#collection.set(source.uri, found);
  }

  /** Lists nothing of a file any more, which stays known as checked. */
  hide(uri: Uri): void {
    this.#count -= this.#collection.get(uri)?.length ?? 0;
    this.#collection.delete(uri);
  }

  /** The file holds no letter any more, or is gone. */
  forget(uri: Uri): void {
    this.hide(uri);
    this.#checked.delete(uri.toString());
  }

  dispose(): void {
    this.#collection.dispose();
  }
}
