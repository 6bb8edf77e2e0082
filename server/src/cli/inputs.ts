import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { looksLikeLetter } from '../letter/detect.ts';
import { isLetterName, isPassedOver, mayHoldLetters } from '../letter/names.ts';
import { decode } from './decode.ts';
import { isSystemError, reasonOf, say } from './terminal.ts';

/** A document to read letters from. */
export interface Input {
  /** As the person named it; what a folder holds begins with the folder's own name. */
  readonly name: string;
  /** Null for the standard input. */
  readonly uri: string | null;
  readonly text: string;
}

const STDIN = '-';

/**
 * The documents of the paths that a person named. A folder gives, in the order of their names and with the folders in it,
 * its `*.imr` and `*.imr.txt` files and those `*.txt` files that look like letters; hidden folders and node_modules are
 * passed over. A file that is named itself is always read, and none is read twice. What cannot be read is said on the
 * standard error, counted and left out.
 */
export class Inputs {
  readonly #paths: readonly string[];
  readonly #seen = new Set<string>();
  #failures = 0;

  constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  /** How many files and folders could not be read so far. */
  get failures(): number {
    return this.#failures;
  }

  async *documents(): AsyncGenerator<Input> {
    for (const name of this.#paths) {
      if (name === STDIN) {
        yield* this.#fromStdin();
      } else {
        yield* this.#named(name);
      }
    }
  }

  async *#fromStdin(): AsyncGenerator<Input> {
    const name = 'the standard input';
    try {
      const text = this.#textOf(await readStdin(), name, true);
      if (text !== null) yield { name: 'stdin', uri: null, text };
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.#fail(name, reasonOf(error));
    }
  }

  *#named(name: string): Generator<Input> {
    const isFolder = this.#attempt(name, () => statSync(name).isDirectory());
    if (isFolder) yield* this.#inFolder(name);
    else if (isFolder === false) yield* this.#read(name, true);
  }

  *#inFolder(folder: string): Generator<Input> {
    const entries = this.#attempt(folder, () => readdirSync(folder, { withFileTypes: true })) ?? [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!isPassedOver(entry.name)) yield* this.#inFolder(name);
      } else if (mayHoldLetters(entry.name) && isFile(entry, name)) {
        yield* this.#read(name, isLetterName(entry.name));
      }
    }
  }

  /** `certain`: the name alone says that it is a letter. */
  *#read(name: string, certain: boolean): Generator<Input> {
    const absolute = path.resolve(name);
    if (this.#seen.has(absolute)) return;
    this.#seen.add(absolute);
    const bytes = this.#attempt(name, () => readFileSync(name));
    const text = bytes && this.#textOf(bytes, name, certain);
    if (text !== null && (certain || looksLikeLetter(text))) yield { name, uri: pathToFileURL(absolute).href, text };
  }

  #textOf(bytes: Uint8Array, name: string, certain: boolean): string | null {
    const decoded = decode(bytes);
    if (decoded.kind === 'not-text') {
      if (certain) this.#fail(name, decoded.reason);
      return null;
    }
    if (decoded.encoding === 'windows-1252' && (certain || looksLikeLetter(decoded.text))) {
      say(`${name} is not UTF-8; it was read as windows-1252.`);
    }
    return decoded.text;
  }

  #attempt<T>(name: string, action: () => T): T | null {
    try {
      return action();
    } catch (error) {
      this.#fail(name, reasonOf(error));
      return null;
    }
  }

  #fail(name: string, reason: string): void {
    this.#failures++;
    say(`cannot read ${name}: ${reason}.`);
  }
}

/** A link counts as what it leads to; a link to a folder is not followed, since it may lead in a circle. */
const isFile = (entry: Dirent, name: string): boolean => {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
};

const readStdin = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};
