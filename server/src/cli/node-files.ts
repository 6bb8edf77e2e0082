import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { appendFile, mkdir, open, readdir, readFile, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isOfAnnotations } from '../annotations/store/folders.ts';
import { FileError, type LocalFiles } from '../host/files.ts';
import { isPassedOver, mayHoldLetters } from '../letter/names.ts';
import type { FileStamp } from '../protocol.ts';
import { decode } from './decode.ts';
import { isSystemError, reasonOf } from './terminal.ts';

/** Runs `action` on the file of an address; what the system has against it becomes a FileError. */
const attempt = async <T>(uri: string, action: (file: string) => Promise<T>): Promise<T> => {
  try {
    return await action(fileURLToPath(uri));
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(isSystemError(error) ? reasonOf(error) : 'its address is not one of a file');
  }
};

/** The files of this machine, for editors whose client answers no requests about files. */
export const nodeFiles: LocalFiles = {
  read: (uri) =>
    attempt(uri, async (file) => {
      const bytes = await readFile(file).catch((error: unknown) => {
        if (isSystemError(error) && error.code === 'ENOENT') return null;
        throw error;
      });
      if (bytes === null) return null;
      const decoded = decode(bytes);
      if (decoded.kind === 'not-text') throw new FileError(decoded.reason);
      return decoded.text;
    }),

  append: (uri, text) =>
    attempt(uri, async (file) => {
      await mkdir(path.dirname(file), { recursive: true });
      await appendFile(file, (await endsLine(file)) ? text : `\n${text}`);
    }),

  list: (uri) => attempt(uri, (folder) => filesIn(folder)),

  names: (uri) =>
    attempt(uri, async (folder) => {
      const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
        if (isSystemError(error) && error.code === 'ENOENT') return [];
        throw error;
      });
      return entries
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort();
    }),

  stamps: (uri) => attempt(uri, stampsIn),

  remove: (uri) =>
    attempt(uri, async (file) => {
      if (!isOfAnnotations(pathToFileURL(file).href)) throw new FileError('it is no file of annotations');
      await unlink(file);
      await prune(path.dirname(file));
    }),

  readAll: async (uris) => {
    await setImmediate();
    return uris.map(textOf);
  },
};

/** Takes away folders that hold nothing any more, up to the one of all annotations. */
const prune = async (folder: string): Promise<void> => {
  if (!isOfAnnotations(pathToFileURL(folder).href) || (await readdir(folder)).length > 0) return;
  await rmdir(folder);
  await prune(path.dirname(folder));
};

/** Folders after which others have their turn. */
const TURN = 100;

/**
 * The stamps of all files below a folder. Of many small files the promises would cost several times what the files do, so
 * these are looked at without, and others have their turn in between.
 */
const stampsIn = async (folder: string): Promise<readonly FileStamp[]> => {
  const found: FileStamp[] = [];
  const waiting = [''];
  for (let count = 1; waiting.length > 0; count++) {
    const before = waiting.pop() ?? '';
    for (const entry of entriesOf(path.join(folder, before))) {
      const name = before + entry.name;
      if (entry.isDirectory()) waiting.push(`${name}/`);
      const stats = entry.isFile() ? statSync(path.join(folder, name), { throwIfNoEntry: false }) : undefined;
      if (stats) found.push({ path: name, stamp: `${stats.mtimeMs} ${stats.size}` });
    }
    if (count % TURN === 0) await setImmediate();
  }
  return found;
};

/** What a folder holds; nothing where there is none. */
const entriesOf = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return [];
    throw error;
  }
};

const textOf = (uri: string): string | null => {
  try {
    const decoded = decode(readFileSync(fileURLToPath(uri)));
    return decoded.kind === 'text' ? decoded.text : null;
  } catch {
    return null;
  }
};

/** Does the file end at a line's end, or hold nothing? */
const endsLine = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'a+');
  try {
    const { size } = await handle.stat();
    if (size === 0) return true;
    const { buffer } = await handle.read({ buffer: Buffer.alloc(1), position: size - 1 });
    return buffer[0] === 0x0a;
  } finally {
    await handle.close();
  }
};

const filesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory() && !isPassedOver(entry.name)) found.push(...(await filesIn(name)));
    if (entry.isFile() && mayHoldLetters(entry.name)) found.push(pathToFileURL(name).href);
  }
  return found;
};
