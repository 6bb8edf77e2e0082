import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { IMR_FOLDER } from '../../../server/src/protocol.ts';
import { reasonOf } from '../commands/reason.ts';
import type { Reader } from './lots.ts';
import type { Entry, Place } from './walk.ts';

const kindOf = (type: FileType): Entry['kind'] =>
  type === FileType.File ? 'file' : type === FileType.Directory ? 'folder' : 'other';

/** What is kept beside letters is UTF-8, however the person's own files are encoded. It is read much more often than letters. */
const isKept = ({ path }: Uri): boolean => path.includes(`/${IMR_FOLDER}/`);

/** The text of a file in the encoding that the person's settings give it; null where there is no such file. */
export const readText = async (uri: Uri): Promise<string | null> => {
  try {
    const bytes = await workspace.fs.readFile(uri);
    return isKept(uri) ? new TextDecoder().decode(bytes) : await workspace.decode(bytes, { uri });
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
