import { Uri, workspace } from 'vscode';
import { reasonOf } from '../commands/reason.ts';
import { isThere } from '../commands/write.ts';
import { bytesOf } from '../files/content.ts';
import { type OpenSink, type Sink, writeWhole } from '../files/sink.ts';
import type { Output } from './run.ts';

/** A file of the whole export that could not be written, by its name; `cause` is what the system said. */
export class OutputError extends Error {
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super('a file could not be written', { cause });
    this.file = file;
  }
}

export interface Options {
  readonly folder: Uri;
  readonly openSink: OpenSink;
  /** May files that are there be replaced? Asked when the first one is met. */
  readonly mayReplace: (name: string) => Promise<boolean>;
}

export interface FolderOutput extends Output {
  /** Files of single letters that are not as this run would have them. */
  readonly unwritten: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * The files of an export in a folder. Those of the whole export are written beside their place and get their names at the
 * end; those of single letters at once, and where one cannot be written the others are.
 */
export const folderOutput = ({ folder, openSink, mayReplace }: Options): FolderOutput => {
  const sinks = new Map<string, Sink>();
  const folders = new Set<string>();
  const unwritten: { file: string; reason: string }[] = [];
  const placeOf = (file: string): Uri => Uri.joinPath(folder, file);

  const makeFolder = async (of: Uri): Promise<void> => {
    const parent = Uri.joinPath(of, '..');
    if (folders.has(parent.toString())) return;
    await workspace.fs.createDirectory(parent);
    folders.add(parent.toString());
  };
  const named = async <T>(file: string, action: () => Promise<T>): Promise<T> => {
    try {
      return await action();
    } catch (error) {
      throw new OutputError(file, error);
    }
  };
  const opened = async (file: string): Promise<Sink> => {
    const known = sinks.get(file);
    if (known) return known;
    await makeFolder(placeOf(file));
    // Who was to be asked has been asked before the export began.
    const sink = await openSink(placeOf(file), true);
    sinks.set(file, sink);
    return sink;
  };
  const writeOne = async (file: string, bytes: Uint8Array): Promise<void> => {
    const place = placeOf(file);
    const replaces = (await isThere(place)) && (await mayReplace(file));
    await makeFolder(place);
    await writeWhole(openSink, place, bytes, replaces);
  };
  return {
    unwritten,
    take: async ({ file, content, whole }) => {
      if (!whole) return named(file, async () => (await opened(file)).write(bytesOf(content)));
      try {
        await writeOne(file, bytesOf(content));
      } catch (error) {
        unwritten.push({ file, reason: reasonOf(error) });
      }
    },
    publish: async () => {
      for (const [file, sink] of sinks) {
        await named(file, () => sink.publish());
        sinks.delete(file);
      }
    },
    discard: async () => {
      for (const sink of sinks.values()) await sink.discard();
      sinks.clear();
    },
  };
};
