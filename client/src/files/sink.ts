import type { Uri } from 'vscode';
import { writeBytes } from '../commands/write.ts';

/** A file on its way, written piece by piece; it has its name only once it is published. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
  publish(): Promise<void>;
  /** Leaves nothing behind. Never rejects. */
  discard(): Promise<void>;
}

/** Makes the sink of a file; with `overwrite` false, one that is there when it is published stays and an error is thrown. */
export type OpenSink = (target: Uri, overwrite: boolean) => Promise<Sink>;

/** For places that only take whole files, as `workspace.fs` does: the file is held until it is whole. */
export const memorySink: OpenSink = async (target, overwrite) => {
  let pieces: Uint8Array[] = [];
  const joined = (): Uint8Array => {
    const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  };
  return {
    write: async (bytes) => void pieces.push(bytes),
    publish: () => writeBytes(target, joined(), overwrite),
    discard: async () => {
      pieces = [];
    },
  };
};

/** Writes a whole file, as its sink does: it has its name in one step where the place permits. */
export const writeWhole = async (
  openSink: OpenSink,
  target: Uri,
  bytes: Uint8Array,
  overwrite: boolean,
): Promise<void> => {
  const sink = await openSink(target, overwrite);
  try {
    await sink.write(bytes);
    await sink.publish();
  } catch (error) {
    await sink.discard();
    throw error;
  }
};
