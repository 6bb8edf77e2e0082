import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { reasonOf } from '../commands/reason.ts';
import type { Reader } from './lots.ts';
import type { Entry, Place } from './walk.ts';

const kindOf = (type: FileType): Entry['kind'] =>
  type === FileType.File ? 'file' : type === FileType.Directory ? 'folder' : 'other';

/** The text of a file in the encoding that the person's settings give it; null where there is no such file. */
export const readText = async (uri: Uri): Promise<string | null> => {
  try {
    return await workspace.decode(await workspace.fs.readFile(uri), { uri });
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
};

/** What stands in an editor and is not saved yet, else what the file holds. */
const readLive = async (uri: Uri): Promise<string | null> => {
  const address = uri.toString();
  const open = workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === address);
  return open === undefined ? readText(uri) : open.getText();
};

/** All that VS Code can read: a disk, a remote, a virtual folder. */
export const EVERYWHERE: Place<Uri> & Reader<Uri> = {
  list: async (folder) =>
    (await workspace.fs.readDirectory(folder)).map(([name, type]) => ({ name, kind: kindOf(type) })),
  join: (folder, name) => Uri.joinPath(folder, name),
  read: readLive,
  reasonOf,
};
