import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { temporaryName } from './place.ts';

/** Schemes whose files can be renamed onto others. */
const RENAMES: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** Is there a file? A folder of that name is an error, since a rename onto it would take its place. */
export const isThere = async (target: Uri): Promise<boolean> => {
  try {
    const { type } = await workspace.fs.stat(target);
    if ((type & FileType.Directory) !== 0) throw FileSystemError.FileIsADirectory(target);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
};

/**
 * Writes a file, whole or not at all where the place allows it: under a temporary name first, which then becomes the
 * target's. With `overwrite` false a file that is there already is left and a FileExists error is thrown.
 */
export const writeBytes = async (target: Uri, bytes: Uint8Array, overwrite: boolean): Promise<void> => {
  if ((await isThere(target)) && !overwrite) throw FileSystemError.FileExists(target);
  if (!RENAMES.has(target.scheme)) {
    await workspace.fs.writeFile(target, bytes);
    return;
  }
  const temporary = Uri.joinPath(target, '..', temporaryName(target, Math.random()));
  try {
    await workspace.fs.writeFile(temporary, bytes);
    await workspace.fs.rename(temporary, target, { overwrite });
  } catch (error) {
    await workspace.fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
};
