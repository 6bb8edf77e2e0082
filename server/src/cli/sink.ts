import type { CaseFile, Chunk, WriterOptions } from '../case/index.ts';
import type { Output } from './output.ts';

/** Takes the pieces of one file in their order and writes it. */
export interface Sink {
  /** The joined pieces of so many records. */
  take(pieces: Uint8Array, records: number): Promise<void>;
  /** Writes what is left; the file is whole then, but has not got its name. */
  end(): Promise<void>;
  publish(): Promise<void>;
}

/** The first record is held back as long as it may be the only one, which some formats write otherwise. */
export const fileSink = (file: CaseFile, options: WriterOptions, output: Output): Sink => {
  const assembly = file.assemble(options);
  let held: Uint8Array | null = null;
  let count = 0;
  const put = async (chunks: readonly Chunk[]): Promise<void> => {
    for (const chunk of chunks) await output.write(chunk);
  };
  const release = async (): Promise<void> => {
    if (held) await put(assembly.add(held));
    held = null;
  };
  return {
    take: async (pieces, records) => {
      const mayBeAlone = file.alone !== undefined && count === 0 && records === 1;
      count += records;
      await release();
      if (mayBeAlone) held = pieces;
      else if (pieces.length > 0) await put(assembly.add(pieces));
    },
    end: async () => {
      if (held && file.alone) await put([file.alone(Buffer.from(held).toString())]);
      else await put(assembly.end());
      await output.end();
    },
    publish: output.publish,
  };
};
