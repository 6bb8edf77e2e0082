// Only where there is Node: the browser's bundle does not hold this file.
import { link, open, rename, unlink } from 'node:fs/promises';
import { FileSystemError, Uri, workspace } from 'vscode';
import { temporaryName } from '../commands/place.ts';
import { isThere } from '../commands/write.ts';
import { memorySink, type OpenSink } from './sink.ts';

/** Writes files of this machine piece by piece beside their place, so that none is ever held whole; others as elsewhere. */
export const diskSink: OpenSink = async (target, overwrite) => {
  if (target.scheme !== 'file') return memorySink(target, overwrite);
  // A folder of that name is told before anything is written.
  if ((await isThere(target)) && !overwrite) throw FileSystemError.FileExists(target);
  const temporary = Uri.joinPath(target, '..', temporaryName(target, Math.random()));
  const handle = await open(temporary.fsPath, 'wx');
  const remove = (): Promise<void> => unlink(temporary.fsPath).catch(() => undefined);
  return {
    write: (bytes) => handle.appendFile(bytes),
    publish: async () => {
      await handle.close();
      try {
        // VS Code deletes what is there before it renames; the system's own renaming leaves no moment without the file.
        if (overwrite) await rename(temporary.fsPath, target.fsPath);
        else await renameIfFree(temporary, target);
      } catch (error) {
        await remove();
        throw error;
      }
    },
    discard: async () => {
      await handle.close().catch(() => undefined);
      await remove();
    },
  };
};

/** A second name for the file, which the system gives only where none is; then the first goes. Some disks know no such thing. */
const renameIfFree = async (temporary: Uri, target: Uri): Promise<void> => {
  try {
    await link(temporary.fsPath, target.fsPath);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    await workspace.fs.rename(temporary, target, { overwrite: false });
    return;
  }
  await unlink(temporary.fsPath);
};
