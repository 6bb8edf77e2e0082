import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { FileStamp } from '../../../server/src/protocol.ts';

/** All files in a folder and in its folders, with what changes when they do; none where there is no such folder. */
export const stampsIn = async (folder: Uri, before = ''): Promise<readonly FileStamp[]> => {
  try {
    // Looked at first: VS Code logs it when a folder that is not there is read.
    await workspace.fs.stat(folder);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return [];
    throw error;
  }
  const entries = await workspace.fs.readDirectory(folder);
  const found = await Promise.all(
    entries.map(async ([name, type]): Promise<readonly FileStamp[]> => {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.Directory) return stampsIn(uri, `${before}${name}/`);
      if (type !== FileType.File) return [];
      const { mtime, size } = await workspace.fs.stat(uri);
      return [{ path: before + name, stamp: `${mtime} ${size}` }];
    }),
  );
  return found.flat();
};
