import { createHash } from 'node:crypto';
import path from 'node:path';
import { Bytes } from './bytes.ts';
import { fileUris } from './file-uris.ts';
import { bytesOf, textOf } from './read-source.ts';
import type { BytesSource, FileSource, Source } from './sources.ts';

/** A document to read letters from. */
export interface Doc {
  readonly name: string;
  /** Its absolute path and its URI; null for the standard input. */
  readonly file: string | null;
  readonly uri: string | null;
  readonly text: string;
}

/** What a command makes of a document: a piece for each of its outputs, and what it counts. */
export interface Made {
  readonly pieces: readonly string[];
  readonly letters: number;
  readonly counts?: Readonly<Record<string, number>>;
  /** What is to be said to the person. */
  readonly sentences?: readonly string[];
}

/** What a command does with a document. It needs nothing but the document, so that any thread can do it. */
export interface Work {
  /** What stands between two pieces of an output. */
  readonly between: readonly string[];
  readonly of: (doc: Doc) => Made;
  /** Changes when anything else does that the work reads for a file. */
  readonly stamp?: (file: string) => string;
}

export interface Batch {
  readonly sources: readonly Source[];
  /** The fingerprints of documents that are known already, by their places among the sources; null to ask for none. */
  readonly known: readonly (string | undefined)[] | null;
}

/** What a document gave, where its pieces are wanted one by one. */
export interface DocResult {
  readonly name: string;
  readonly fingerprint: string;
  /** Null where the document is known, and was not read again. */
  readonly made: { readonly letters: number; readonly lengths: readonly number[] } | null;
}

/** What a batch gave. Bytes are handed over, not copied, from one thread to another. */
export interface BatchResult {
  /** The pieces of each output, joined. */
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  readonly letters: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly failures: number;
  /** What is to be said to the person. */
  readonly sentences: readonly string[];
  /** Null unless fingerprints were given. */
  readonly docs: readonly DocResult[] | null;
}

/**
 * What reads the documents of batches and does the work on each, one batch at a time. Never throws for a document. Several
 * are read before the work on them begins: to go to the system and back between any two of them takes a tenth of all time.
 */
export const batchRunner = (work: Work): ((batch: Batch) => BatchResult) => {
  const parts = work.between.map((between) => new Bytes(between));
  return ({ sources, known }) => {
    const gathered = new Gathered(work, parts, known !== null);
    let next = 0;
    for (const some of readAhead(sources)) for (const read of some) gathered.take(read, known?.[next++]);
    return gathered.result();
  };
};

/** As many bytes as are read ahead: a letter or two more than that, where they are of the usual size. */
const AHEAD = 1_000_000;

/** A source with its bytes, or a sentence where they cannot be read. */
type Read = { readonly source: FileSource | BytesSource; readonly bytes: Uint8Array } | string;

const readOf = (source: Source): Read => {
  if (source.kind === 'failed') return source.sentence;
  const bytes = bytesOf(source);
  return typeof bytes === 'string' ? bytes : { source, bytes };
};

/** What the sources hold, in their order; a few sources at a time. */
const readAhead = function* (sources: readonly Source[]): Generator<readonly Read[]> {
  let read: Read[] = [];
  let size = 0;
  for (const source of sources) {
    const each = readOf(source);
    read.push(each);
    size += typeof each === 'string' ? 0 : each.bytes.length;
    if (size < AHEAD) continue;
    yield read;
    read = [];
    size = 0;
  }
  yield read;
};

class Gathered {
  readonly #work: Work;
  readonly #uriOf = fileUris();
  readonly #parts: readonly Bytes[];
  readonly #docs: DocResult[] | null;
  readonly #counts: Record<string, number> = {};
  readonly #sentences: string[] = [];
  #letters = 0;
  #failures = 0;

  constructor(work: Work, parts: readonly Bytes[], byDocument: boolean) {
    this.#work = work;
    this.#parts = parts;
    this.#docs = byDocument ? [] : null;
  }

  take(read: Read, known: string | undefined): void {
    if (typeof read === 'string') {
      this.#fail(read);
      return;
    }
    const { source, bytes } = read;
    const fingerprint = this.#docs ? fingerprintOf(source.name, bytes, this.#work) : '';
    if (this.#docs && fingerprint === known) {
      this.#docs.push({ name: source.name, fingerprint, made: null });
      return;
    }
    const text = this.#textOf(source, bytes);
    if (text !== null) this.#make(source, text, fingerprint);
  }

  result(): BatchResult {
    return {
      parts: this.#parts.map((part) => part.take()),
      letters: this.#letters,
      counts: this.#counts,
      failures: this.#failures,
      sentences: this.#sentences,
      docs: this.#docs,
    };
  }

  #make(source: FileSource | BytesSource, text: string, fingerprint: string): void {
    const file = source.kind === 'file' ? path.resolve(source.name) : null;
    const uri = file === null ? null : this.#uriOf(file);
    const { pieces, letters, counts = {}, sentences = [] } = this.#work.of({ name: source.name, file, uri, text });
    this.#letters += letters;
    this.#sentences.push(...sentences);
    for (const [name, count] of Object.entries(counts)) this.#counts[name] = (this.#counts[name] ?? 0) + count;
    const lengths = pieces.map((piece, i) => this.#parts[i]?.add(piece) ?? 0);
    this.#docs?.push({ name: source.name, fingerprint, made: { letters, lengths } });
  }

  #textOf(source: FileSource | BytesSource, bytes: Uint8Array): string | null {
    const read = textOf(source, bytes);
    if (read.kind === 'failed') this.#fail(read.sentence);
    if (read.kind !== 'text') return null;
    if (read.sentence !== null) this.#sentences.push(read.sentence);
    return read.text;
  }

  #fail(sentence: string): void {
    this.#failures++;
    this.#sentences.push(sentence);
  }
}

/** Changes when the document, its name or the notes beside it do, since its record holds them all. */
const fingerprintOf = (name: string, bytes: Uint8Array, { stamp }: Work): string =>
  createHash('sha256')
    .update(path.resolve(name))
    .update('\0')
    .update(stamp?.(name) ?? '')
    .update(bytes)
    .digest('hex')
    .slice(0, FINGERPRINT);

/** Digits of a fingerprint: 96 bits, so that no two documents share one by chance. */
export const FINGERPRINT = 24;
