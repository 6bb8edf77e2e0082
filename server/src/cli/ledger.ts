import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { makeFolder, WriteError } from './output.ts';
import { isSystemError } from './terminal.ts';

/** What is to be noted of a document. */
export interface Note {
  readonly name: string;
  readonly fingerprint: string;
  readonly letters: number;
  readonly pieces: readonly Uint8Array[];
}

/** Digits of 48 bits, which a number of JavaScript holds. */
const HALF = 12;

/**
 * The pieces of documents that were exported before, kept beside the output, so that a run that was stopped goes on and a
 * later run does again only what has changed. Pieces are appended to a store for each output and then noted in a manifest;
 * what a killed run left unnoted is cut off. What other options or another version of the program made counts for nothing.
 * Holds some hundred bytes a document.
 */
export class Ledger {
  readonly #folder: string;
  readonly #manifest: number;
  readonly #stores: readonly number[];
  /** How long each store is. */
  #ends: number[];
  /** Bytes of pieces that this run has asked for or noted. */
  #live = 0;
  /** By a number for the name, where its row begins in `#rows`. */
  readonly #index = new Map<number, number>();
  /** Row by row: both halves of the fingerprint, the letters, and for each store where the piece begins and its length. */
  readonly #rows: number[] = [];

  /** `made`: what the pieces depend on beside the documents. Throws a `WriteError`. */
  constructor(folder: string, stores: readonly string[], made: string) {
    makeFolder(folder);
    this.#folder = folder;
    try {
      lock(folder);
      this.#manifest = openSync(path.join(folder, 'manifest'), 'a+');
      this.#stores = stores.map((name) => openSync(path.join(folder, `${name}.pieces`), 'a+'));
      this.#ends = stores.map(() => 0);
      this.#load(`imr-letters 1 ${digest(made, 64)}`);
    } catch (error) {
      throw error instanceof WriteError ? error : new WriteError(folder, error);
    }
  }

  /** The fingerprint under which a document is noted. */
  fingerprint(name: string): string | undefined {
    const row = this.#index.get(numberOf(name));
    return row === undefined ? undefined : inHex(this.#rows[row] ?? 0) + inHex(this.#rows[row + 1] ?? 0);
  }

  /** What is noted of a document whose fingerprint was given. */
  recall(name: string): { readonly letters: number; readonly pieces: readonly Uint8Array[] } {
    const row = this.#index.get(numberOf(name)) ?? 0;
    const at = (column: number): number => this.#rows[row + column] ?? 0;
    const pieces = this.#stores.map((store, i) => {
      const bytes = new Uint8Array(at(4 + 2 * i));
      readSync(store, bytes, 0, bytes.length, at(3 + 2 * i));
      this.#live += bytes.length;
      return bytes;
    });
    return { letters: at(2), pieces };
  }

  /** Appends what documents gave. Throws a `WriteError`. */
  append(notes: readonly Note[]): void {
    try {
      this.#stores.forEach((store, i) => {
        writeAll(store, Buffer.concat(notes.map(({ pieces }) => pieces[i] ?? new Uint8Array())));
      });
      writeAll(this.#manifest, Buffer.from(notes.map(lineOf).join('')));
    } catch (error) {
      throw new WriteError(this.#folder, error);
    }
    for (const { name, fingerprint, letters, pieces } of notes) {
      const lengths = pieces.map(({ length }) => length);
      this.#live += lengths.reduce((sum, length) => sum + length, 0);
      this.#note(numberOf(name), fingerprint, letters, lengths);
    }
  }

  /** Ends a run that went through. Where most of what is kept is of use to nobody any more, all of it goes. */
  close(): void {
    for (const handle of [this.#manifest, ...this.#stores]) closeSync(handle);
    const kept = this.#ends.reduce((sum, end) => sum + end, 0);
    if (kept > 2 * this.#live) rmSync(this.#folder, { recursive: true, force: true });
    else rmSync(lockOf(this.#folder), { force: true });
  }

  #load(head: string): void {
    const text = readFileSync(this.#manifest, 'latin1');
    let end = text.indexOf('\n') + 1;
    if (text.slice(0, end) !== `${head}\n`) {
      this.#startOver(head);
      return;
    }
    for (let next = text.indexOf('\n', end) + 1; next > 0; next = text.indexOf('\n', end) + 1) {
      const [name = '', fingerprint = '', letters, ...lengths] = text.slice(end, next - 1).split(' ');
      this.#note(Number.parseInt(name, 16), fingerprint, Number(letters), lengths.map(Number));
      end = next;
    }
    if (this.#stores.some((store, i) => fstatSync(store).size < (this.#ends[i] ?? 0))) {
      this.#startOver(head);
      return;
    }
    ftruncateSync(this.#manifest, end);
    this.#stores.forEach((store, i) => ftruncateSync(store, this.#ends[i]));
  }

  #startOver(head: string): void {
    this.#index.clear();
    this.#rows.length = 0;
    this.#ends = this.#stores.map(() => 0);
    for (const handle of [this.#manifest, ...this.#stores]) ftruncateSync(handle, 0);
    writeAll(this.#manifest, Buffer.from(`${head}\n`));
  }

  #note(name: number, fingerprint: string, letters: number, lengths: readonly number[]): void {
    this.#index.set(name, this.#rows.length);
    const halves = [fingerprint.slice(0, HALF), fingerprint.slice(HALF)].map((half) => Number.parseInt(half, 16));
    this.#rows.push(...halves, letters, ...lengths.flatMap((length, i) => [this.#ends[i] ?? 0, length]));
    lengths.forEach((length, i) => {
      this.#ends[i] = (this.#ends[i] ?? 0) + length;
    });
  }
}

const lineOf = ({ name, fingerprint, letters, pieces }: Note): string =>
  `${[digest(name, HALF), fingerprint, letters, ...pieces.map(({ length }) => length)].join(' ')}\n`;

const digest = (text: string, digits: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, digits);

const numberOf = (name: string): number => Number.parseInt(digest(name, HALF), 16);

const inHex = (half: number): string => half.toString(16).padStart(HALF, '0');

const writeAll = (handle: number, bytes: Buffer): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
};

const lockOf = (folder: string): string => path.join(folder, 'lock');

/** Two runs at once would write between each other's pieces. A run that was killed has no claim. */
const lock = (folder: string): void => {
  const file = lockOf(folder);
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
    if (isRunning(Number(readFileSync(file, 'latin1')))) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
    writeFileSync(file, String(process.pid));
  }
};

const isRunning = (pid: number): boolean => {
  try {
    return pid > 0 && pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM';
  }
};
