import { type Dir, type Dirent, opendirSync, statSync } from 'node:fs';
import path from 'node:path';
import { isLetterName, isPassedOver, mayHoldLetters } from '../letter/names.ts';
import { matches } from '../text/glob.ts';
import { isPattern, partsOf, splitPattern } from './glob.ts';
import { isSystemError, reasonOf } from './terminal.ts';

/** Where a document is to be read, or why there is none. */
export type Source = FileSource | BytesSource | FailedSource;

export interface FileSource {
  readonly kind: 'file';
  /** As the person named it; what a folder holds begins with the folder's own name. */
  readonly name: string;
  /** The name alone says that it is a letter: it is read whatever it holds. */
  readonly certain: boolean;
}

/** The standard input. */
export interface BytesSource {
  readonly kind: 'bytes';
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FailedSource {
  readonly kind: 'failed';
  readonly sentence: string;
}

const STDIN = '-';

/**
 * The documents of the paths that a person named. A folder gives, in the order of their names and with the folders in it,
 * its `*.imr` and `*.imr.txt` files and those `*.txt` files that look like letters; hidden folders and node_modules are
 * passed over. A pattern gives the files that match it. A file that is named itself is always read, and none twice. Only
 * the names of the folders on the way are held at a time.
 */
export class Sources {
  readonly #paths: readonly string[];
  readonly #stdin: Source | null;
  readonly #holds: (name: string) => boolean;
  readonly #named = new Set<string>();
  readonly #walked = new Set<string>();

  /** `stdin`: what stands on the standard input, where a path is `-`. `holds` chooses files of a folder by their names. */
  constructor(paths: readonly string[], stdin: Source | null, holds: (name: string) => boolean = mayHoldLetters) {
    this.#paths = paths;
    this.#stdin = stdin;
    this.#holds = holds;
  }

  *[Symbol.iterator](): Generator<Source> {
    for (const name of this.#paths) yield* this.#of(name);
  }

  *#of(name: string): Generator<Source> {
    if (name === STDIN) {
      if (this.#stdin) yield this.#stdin;
      return;
    }
    const isFolder = attempt(name, () => statSync(name).isDirectory());
    if (isFolder === true) yield* this.#inFolder(name, null);
    else if (isFolder === false) yield* this.#file(name, path.resolve(name), true);
    else if (isPattern(name)) yield* this.#matching(name);
    else yield isFolder;
  }

  *#matching(pattern: string): Generator<Source> {
    const { base, parts } = splitPattern(pattern);
    const start = partsOf(base).length;
    let found = false;
    for (const source of this.#inFolder(base, (name) => matches(partsOf(name).slice(start), parts))) {
      found = true;
      yield source;
    }
    if (!found) yield { kind: 'failed', sentence: `cannot read ${pattern}: no file matches it.` };
  }

  /** `wanted` chooses by the whole name; without it, by the ending, and no folder is walked twice. */
  *#inFolder(folder: string, wanted: ((name: string) => boolean) | null): Generator<Source> {
    const absolute = path.resolve(folder);
    if (!wanted && this.#walked.has(absolute)) return;
    const entries = attempt(folder, () => entriesOf(folder));
    if (!Array.isArray(entries)) {
      yield entries;
      return;
    }
    // Names in a folder are put behind these as they are.
    const [before, absoluteBefore] = [folder, absolute].map((each) => path.join(each, 'x').slice(0, -1));
    for (const entry of entries) {
      const own = nameOf(entry);
      const name = `${before}${own}`;
      if (entry.endsWith(FOLDER)) yield* this.#inFolder(name, wanted);
      else if (wanted ? wanted(name) : this.#holds(name))
        yield* this.#file(name, `${absoluteBefore}${own}`, wanted !== null || isLetterName(name));
    }
    if (!wanted) this.#walked.add(absolute);
  }

  *#file(name: string, absolute: string, certain: boolean): Generator<Source> {
    if (this.#named.has(absolute)) return;
    if (this.#walked.has(path.dirname(absolute)) && this.#holds(name)) return;
    // Of a single path no file comes twice, and millions of names need not be kept.
    if (this.#paths.length > 1) this.#named.add(absolute);
    yield { kind: 'file', name, certain };
  }
}

/** What went wrong with a path, as a source of its own, so that it is said in its turn. */
const attempt = <T>(name: string, action: () => T): T | FailedSource => {
  try {
    return action();
  } catch (error) {
    return { kind: 'failed', sentence: `cannot read ${name}: ${reasonOf(error)}.` };
  }
};

/** Behind the name of a folder or file: NUL is in no name, and sorts a name before all that begin with it. */
const FOLDER = '\0/';
const FILE = '\0';

const nameOf = (entry: string): string => entry.slice(0, entry.indexOf('\0'));

/** The names in a folder in order, each with the sign of its kind. */
const entriesOf = (folder: string): string[] => {
  const entries: string[] = [];
  const open: Dir = opendirSync(folder, { bufferSize: 256 });
  try {
    for (let entry = open.readSync(); entry; entry = open.readSync()) {
      if (entry.isDirectory()) {
        if (!isPassedOver(entry.name)) entries.push(entry.name + FOLDER);
      } else if (isFile(entry, folder)) {
        entries.push(entry.name + FILE);
      }
    }
  } finally {
    open.closeSync();
  }
  return entries.sort();
};

/** A link counts as what it leads to; a link to a folder is not followed, since it may lead in a circle. */
const isFile = (entry: Dirent, folder: string): boolean => {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statSync(path.join(folder, entry.name), { throwIfNoEntry: false })?.isFile() ?? false;
};

/** The standard input, all of it, where a path asks for it. */
export const readStdin = async (paths: readonly string[]): Promise<Source | null> => {
  if (!paths.includes(STDIN)) return null;
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return { kind: 'bytes', name: 'stdin', bytes: Buffer.concat(chunks) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: 'failed', sentence: `cannot read the standard input: ${reasonOf(error)}.` };
  }
};
