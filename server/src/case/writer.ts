import type { Case } from './case.ts';

/*
 * What a format of export is made of. Each of its files is put together from pieces, one a record, which know nothing of
 * the records beside them: so they can be made in any order, in other threads, and kept from one run to the next. Only
 * the assembly is in order, and it holds no more than one row group of them.
 */

/** A part of a file: text is written as UTF-8. */
export type Chunk = string | Uint8Array;

/** What a person may choose; a format takes what concerns it. */
export interface WriterOptions {
  /** Begins CSV with a byte order mark, by which Excel knows UTF-8. */
  readonly bom?: boolean;
}

/** Puts the pieces of one file together; they are given in the order of their records. */
export interface Assembly {
  /** The piece of a record, or those of several joined by the file's `between`. Gives what can be written by now. */
  add(pieces: Chunk): readonly Chunk[];
  /** What is left to write; nothing is added afterwards. */
  end(): readonly Chunk[];
}

/** One of the files that a format gives. */
export interface CaseFile {
  /** What its rows or parts are; also its name in a folder, before the extension. */
  readonly name: 'cases' | 'issues' | 'citations';
  /** A record's part of the file. It is empty only where nothing stands between pieces. */
  readonly piece: (record: Case) => string;
  readonly between: string;
  /** The whole file of a record that is the only one, of its piece; where missing, it is assembled like any other. */
  readonly alone?: (piece: string) => string;
  readonly assemble: (options: WriterOptions) => Assembly;
}

/** The files of a format, of which the first has one part a case and is what goes to a standard output. */
export type CaseWriter = readonly [CaseFile, ...CaseFile[]];
