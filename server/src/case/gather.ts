import type { CaseFile, Chunk, WriterOptions } from './writer.ts';

/** One file on its way: takes the pieces of records in their order and gives what can be written by now. */
export interface Gathering {
  /** The joined pieces of so many records. */
  take(pieces: Chunk, records: number): readonly Chunk[];
  /** What is left to write; nothing is taken afterwards. */
  end(): readonly Chunk[];
}

/** The first record is held back as long as it may be the only one, which some formats write otherwise. */
export const gather = (file: CaseFile, options: WriterOptions = {}): Gathering => {
  const assembly = file.assemble(options);
  let held: Chunk | null = null;
  let count = 0;
  const release = (): readonly Chunk[] => {
    const chunks = held === null ? [] : assembly.add(held);
    held = null;
    return chunks;
  };
  return {
    take: (pieces, records) => {
      const mayBeAlone = file.alone !== undefined && count === 0 && records === 1;
      count += records;
      const before = release();
      if (mayBeAlone) held = pieces;
      return [...before, ...(mayBeAlone || pieces.length === 0 ? [] : assembly.add(pieces))];
    },
    end: () => (held !== null && file.alone ? [file.alone(textOf(held))] : assembly.end()),
  };
};

const textOf = (chunk: Chunk): string => (typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk));
