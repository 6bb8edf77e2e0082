import { FileSystemError, FileType, type Uri, workspace } from 'vscode';

/** The names of the files right in a folder, in order; none where there is no such folder. */
export const namesIn = async (folder: Uri): Promise<readonly string[]> => {
  try {
    // Looked at first: VS Code logs it when a folder that is not there is read.
    await workspace.fs.stat(folder);
    const entries = await workspace.fs.readDirectory(folder);
    return entries.flatMap(([name, type]) => (type === FileType.File ? [name] : [])).sort();
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return [];
    throw error;
  }
};
