import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  Position,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PlacedLetter } from '../letter/model.ts';
import { type ParsedDocument, reparse, type Unchanged } from '../letter/parse.ts';
import { offsetAt } from '../text/lines.ts';

/** A document that is open in the editor. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Its letters in document order; parsed when first asked for, once a version. */
  readonly letters: readonly PlacedLetter[];
}

const UNTOUCHED: Unchanged = { before: Infinity, after: Infinity };

class Entry implements OpenDocument {
  #document: TextDocument;
  #parsed: ParsedDocument | null = null;
  #isCurrent = false;
  /** Of the text that was parsed last; null where all of it was replaced. */
  #unchanged: Unchanged | null = UNTOUCHED;

  constructor(document: TextDocument) {
    this.#document = document;
  }

  get uri(): string {
    return this.#document.uri;
  }

  get version(): number {
    return this.#document.version;
  }

  get text(): string {
    return this.#document.getText();
  }

  get letters(): readonly PlacedLetter[] {
    // The letters that the last changes left alone are taken over from the version before.
    const parsed = this.#isCurrent && this.#parsed ? this.#parsed : reparse(this.#parsed, this.text, this.#unchanged);
    this.#parsed = parsed;
    this.#isCurrent = true;
    this.#unchanged = UNTOUCHED;
    return parsed.letters;
  }

  change({ contentChanges, textDocument }: DidChangeTextDocumentParams): void {
    this.#isCurrent = false;
    for (const change of contentChanges) {
      this.#unchanged = this.#beside(change);
      this.#document = TextDocument.update(this.#document, [change], textDocument.version);
    }
  }

  /** What of the text that was parsed last is unchanged on both sides of this change and of those before it. */
  #beside(change: TextDocumentContentChangeEvent): Unchanged | null {
    const range = 'range' in change ? change.range : undefined;
    if (!range || !this.#unchanged) return null;
    const { before, after } = this.#unchanged;
    const [start, end] = [this.#document.offsetAt(range.start), this.#document.offsetAt(range.end)];
    return {
      before: Math.min(before, start, end),
      after: Math.min(after, this.text.length - Math.max(start, end)),
    };
  }
}

/** The open documents. Closing one frees it and all that was parsed of it. */
export class Documents {
  readonly #entries = new Map<string, Entry>();

  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
    this.#entries.set(uri, new Entry(TextDocument.create(uri, languageId, version, text)));
  }

  change(params: DidChangeTextDocumentParams): void {
    this.#entries.get(params.textDocument.uri)?.change(params);
  }

  close(uri: string): void {
    this.#entries.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#entries.get(uri);
  }

  get uris(): readonly string[] {
    return [...this.#entries.keys()];
  }
}

/** The letter that holds a line of the document (from 0), or null before the first letter. */
export const letterAt = (letters: readonly PlacedLetter[], line: number): PlacedLetter | null => {
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((letters[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return letters[low - 1] ?? null;
};

/** The offset within the letter's own text of a position in the document. */
export const offsetIn = ({ letter, line }: PlacedLetter, position: Position): number =>
  offsetAt(letter.lines, position.line - line, position.character);

/** The letters that a range of lines touches, both ends included. */
export const lettersWithin = (letters: readonly PlacedLetter[], first: number, last: number): readonly PlacedLetter[] =>
  letters.filter(({ letter, line }) => line <= last && first < line + letter.lines.count);
