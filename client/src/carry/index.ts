import { FileSystemError, FileType, Uri, window, workspace } from 'vscode';
import { nameOf } from '../commands/place.ts';
import { reasonOf } from '../commands/reason.ts';
import { homeOf } from '../files/home.ts';
import { readText } from '../files/place.ts';
import { pruneAnnotations } from '../files/remove.ts';
import { type OpenSink, writeWhole } from '../files/sink.ts';
import { basePathsIn, type Carry, carriesOf } from './places.ts';

interface Renamed {
  readonly oldUri: Uri;
  readonly newUri: Uri;
}

const rootOf = (uri: Uri): string | null => workspace.getWorkspaceFolder(uri)?.uri.path ?? null;

/**
 * Letters, or folders of them, have other names now: what is kept of them beside them follows. Nothing that is there is
 * overwritten; where the new name has annotations already, the lines of both stand in one file, as after a merge.
 */
export const carryAnnotations = async (openSink: OpenSink, files: readonly Renamed[]): Promise<void> => {
  for (const { oldUri, newUri } of files) {
    const surroundings = { root: rootOf(oldUri), writable: true, storage: null };
    const { folders } = homeOf(oldUri, surroundings, (path) => path);
    for (const carry of carriesOf(oldUri.path, newUri.path, folders, rootOf(newUri))) {
      const from = oldUri.with({ path: carry.from });
      try {
        if (!(await isFolder(from))) continue;
        await carryFolder(openSink, from, newUri.with({ path: carry.to }), carry.bases);
        await pruneAnnotations(Uri.joinPath(from, '..'));
      } catch (error) {
        const sentence = `The annotations of ${nameOf(newUri)} could not follow it: ${reasonOf(error)}.`;
        void window.showErrorMessage(`${sentence} They are still in ${carry.from}.`);
      }
    }
  }
};

const typeOf = async (uri: Uri): Promise<FileType | null> => {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
};

const isFolder = async (uri: Uri): Promise<boolean> => ((await typeOf(uri)) ?? 0) === FileType.Directory;

const carryFolder = async (openSink: OpenSink, from: Uri, to: Uri, bases: Carry['bases']): Promise<void> => {
  for (const [name, type] of await workspace.fs.readDirectory(from)) {
    const [source, target] = [Uri.joinPath(from, name), Uri.joinPath(to, name)];
    if (type === FileType.Directory) await carryFolder(openSink, source, target, bases);
    else await carryFile(openSink, source, target, bases);
  }
  await workspace.fs.delete(from, { recursive: true });
};

const carryFile = async (openSink: OpenSink, from: Uri, to: Uri, bases: Carry['bases']): Promise<void> => {
  const events = (await readText(from)) ?? '';
  // The base texts first: an annotation whose text is missing would be looked for by its words only.
  for (const path of bases ? basePathsIn(events) : []) {
    const [source, target] = [bases?.from, bases?.to].map((folder) => from.with({ path: `${folder}/${path}` }));
    if (source && target && (await typeOf(source)) !== null && (await typeOf(target)) === null)
      await workspace.fs.copy(source, target);
  }
  if ((await typeOf(to)) === null) await workspace.fs.rename(from, to);
  else await writeWhole(openSink, to, new TextEncoder().encode(joined((await readText(to)) ?? '', events)), true);
};

const joined = (before: string, events: string): string =>
  `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${events}`;
