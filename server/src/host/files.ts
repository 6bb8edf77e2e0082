import type { Connection } from 'vscode-languageserver';
import {
  type AppendParams,
  FILE_REQUESTS,
  type FileParams,
  type FileStamp,
  type FilesParams,
  type Home,
} from '../protocol.ts';
import { foldersUpTo, rootOf } from './folders.ts';

/** Why a file could not be read or written, as the end of a sentence: `you have no permission`. */
export class FileError extends Error {}

/** The files that the host can reach. The methods reject with a FileError. */
export interface Files {
  /** The text of a file; null where there is none. */
  read(uri: string): Promise<string | null>;
  /** Adds whole lines at the end of a file; makes the file and its folder where there is none. */
  append(uri: string, text: string): Promise<void>;
  /** The files in a folder and in its folders that may hold letters, in the order of their names. */
  list(folder: string): Promise<readonly string[]>;
  /** The names of the files right in a folder, in order; none where there is no such folder. */
  names(folder: string): Promise<readonly string[]>;
  /** All files in a folder and in its folders, with what changes when they do; none where there is no such folder. */
  stamps(folder: string): Promise<readonly FileStamp[]>;
  /** The texts of files in their order; null for one that is not there or cannot be read. */
  readAll(uris: readonly string[]): Promise<readonly (string | null)[]>;
  /** Removes a file of annotations, and the folders of annotations that hold nothing any more then. */
  remove(uri: string): Promise<void>;
  /** Where what belongs beside a document is kept. */
  home(uri: string): Promise<Home>;
}

/** The files of the machine that the server itself runs on; a door hands them in where there are any. */
export type LocalFiles = Omit<Files, 'home'>;

/** The files of a client that answers `FILE_REQUESTS`. */
export const filesOfClient = (connection: Pick<Connection, 'sendRequest'>): Files => {
  const ask = async <T>(method: string, params: FileParams | FilesParams | AppendParams): Promise<T> => {
    try {
      return await connection.sendRequest<T>(method, params);
    } catch (error) {
      throw new FileError(error instanceof Error ? error.message : 'of an unknown error');
    }
  };
  return {
    read: (uri) => ask(FILE_REQUESTS.read, { uri }),
    append: (uri, text) => ask(FILE_REQUESTS.append, { uri, text }),
    list: (uri) => ask(FILE_REQUESTS.list, { uri }),
    names: (uri) => ask(FILE_REQUESTS.names, { uri }),
    stamps: (uri) => ask(FILE_REQUESTS.stamps, { uri }),
    readAll: (uris) => ask(FILE_REQUESTS.readAll, { uris }),
    remove: (uri) => ask(FILE_REQUESTS.remove, { uri }),
    home: (uri) => ask(FILE_REQUESTS.home, { uri }),
  };
};

/** The machine's own files; `roots` are the folders of the workspace, which may change. Other places hold none. */
export const filesOfMachine = (local: LocalFiles, roots: () => readonly string[]): Files => ({
  ...local,
  home: async (uri) => ({
    folders: isFile(uri) ? foldersUpTo(uri, rootOf(uri, roots())) : [],
    writable: isFile(uri),
    storage: null,
  }),
});

const isFile = (uri: string): boolean => uri.startsWith('file:');

const noAccess = async (): Promise<never> => {
  throw new FileError('this editor gives no access to files');
};

/** For a server that can reach no file: nothing is there, and nothing can be written. */
export const NO_FILES: Files = {
  read: async () => null,
  append: noAccess,
  remove: noAccess,
  list: async () => [],
  names: async () => [],
  stamps: async () => [],
  readAll: async (uris) => uris.map(() => null),
  home: async () => ({ folders: [], writable: false, storage: null }),
};
