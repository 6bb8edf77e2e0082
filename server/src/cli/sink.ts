import { type CaseFile, type Chunk, gather, type WriterOptions } from '../case/index.ts';
import type { Output } from './output.ts';

/** Takes the pieces of one file in their order and writes it. */
export interface Sink {
  /** The joined pieces of so many records. */
  take(pieces: Uint8Array, records: number): Promise<void>;
  /** Writes what is left; the file is whole then, but has not got its name. */
  end(): Promise<void>;
  publish(): Promise<void>;
}

export const fileSink = (file: CaseFile, options: WriterOptions, output: Output): Sink => {
  const gathering = gather(file, options);
  const put = async (chunks: readonly Chunk[]): Promise<void> => {
    for (const chunk of chunks) await output.write(chunk);
  };
  return {
    take: (pieces, records) => put(gathering.take(pieces, records)),
    end: async () => {
      await put(gathering.end());
      await output.end();
    },
    publish: output.publish,
  };
};
