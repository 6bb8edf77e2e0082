import { statSync } from 'node:fs';
import path from 'node:path';
import { type CaseFile, type CaseFormat, FORMATS, type WriterOptions } from '../case/index.ts';
import { CASE_WRITERS } from '../case/writers.ts';
import { lettersFolder } from './letters-folder.ts';
import { makeFolder, openOutput } from './output.ts';
import { fileSink } from './sink.ts';

/** What a person asked for of an export's files. */
export interface Wanted {
  readonly format: CaseFormat;
  /** The one table that is wanted, where it was named. */
  readonly table: string | undefined;
  readonly out: string | undefined;
  readonly options: WriterOptions;
}

/** Where an export goes. */
export interface Target {
  /** The places of the wanted files among those of the format. */
  readonly files: readonly number[];
  /** A file for each letter; else one set of files for all. */
  readonly byLetter: boolean;
  readonly isFolder: boolean;
  /** Makes what is written to; with `force`, files that exist are replaced. Throws a `WriteError`. */
  open(force: boolean): Receiver;
}

/** Takes what the documents gave, in their order. */
export interface Receiver {
  /** The pieces of one or more documents with so many letters, one part for each wanted file. */
  take(parts: readonly Uint8Array[], letters: number, name: string): Promise<void>;
  /** Resolves to the number of files that could not be written. */
  end(): Promise<number>;
}

/** One output a file; none gets its name before all of them are whole. */
const toSinks = (
  { format, options }: Wanted,
  places: readonly number[],
  force: boolean,
  nameOf: (file: CaseFile) => string | undefined,
): Receiver => {
  const wanted = CASE_WRITERS[format].filter((_, i) => places.includes(i));
  const sinks = wanted.map((file) => fileSink(file, options, openOutput(nameOf(file), force)));
  return {
    take: async (parts, letters) => {
      for (const [i, sink] of sinks.entries()) await sink.take(parts[i] ?? new Uint8Array(), letters);
    },
    end: async () => {
      for (const sink of sinks) await sink.end();
      for (const sink of sinks) await sink.publish();
      return 0;
    },
  };
};

/**
 * The standard output and a named file hold one table, the first unless another is asked for; a folder holds all files of
 * the format, or a file for each letter where the format is one for people to hand on.
 */
export const targetOf = (wanted: Wanted): Target => {
  const { format, table, out } = wanted;
  const files = CASE_WRITERS[format];
  const named = files.findIndex(({ name }) => name === (table ?? files[0].name));
  const inFolder = out !== undefined && isFolder(out, format, table);
  const places = inFolder && table === undefined ? [...files.keys()] : [named];
  if (!inFolder)
    return {
      files: places,
      byLetter: false,
      isFolder: false,
      open: (force) => toSinks(wanted, places, force, () => out),
    };
  if (FORMATS[format].per === 'letter') {
    return {
      files: places,
      byLetter: true,
      isFolder: true,
      open: (force) => lettersFolder(out, files[0], { ...wanted, force }),
    };
  }
  const fileIn = (file: CaseFile): string => path.join(out, `${file.name}.${FORMATS[format].extension}`);
  return {
    files: places,
    byLetter: false,
    isFolder: true,
    open: (force) => {
      makeFolder(out);
      return toSinks(wanted, places, force, fileIn);
    },
  };
};

/** Where the name leaves it open, several files go into a folder, and a single one does not. */
const isFolder = (out: string, format: CaseFormat, table: string | undefined): boolean => {
  if (/[\\/]$/.test(out) || statSync(out, { throwIfNoEntry: false })?.isDirectory()) return true;
  const { extension, files, per } = FORMATS[format];
  const several = per === 'letter' || (files.length > 1 && table === undefined);
  return several && !out.toLowerCase().endsWith(`.${extension}`);
};
