import { Disposable, FileType, type Uri, workspace } from 'vscode';
import { isLetterName, isPassedOver, LANGUAGE_ID, mayHoldLetters } from '../../../server/src/protocol.ts';
import { nameOf } from '../commands/place.ts';
import { lettersOf } from './selection.ts';
import type { Source } from './walk.ts';

/** How long after a change its file is read again, in milliseconds. */
const SETTLED_MS = 400;

/** A file of the workspace as a walk through its folders would find it; null for one that it would pass over. */
export const sourceOf = (uri: Uri): Source<Uri> | null => {
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder === undefined || !mayHoldLetters(nameOf(uri))) return null;
  const path = uri.path.slice(folder.uri.path.length).replace(/^\//, '');
  if (path.split('/').slice(0, -1).some(isPassedOver)) return null;
  const severalFolders = (workspace.workspaceFolders?.length ?? 0) > 1;
  return { uri, path: severalFolders ? `${nameOf(folder.uri)}/${path}` : path, certain: isLetterName(nameOf(uri)) };
};

/** What has changed in the workspace. */
export interface Changes {
  /** Files to read again; one that is gone has no letter then. */
  readonly sources: readonly Source<Uri>[];
  /** Folders that are gone, of whose files nothing more is told. */
  readonly gone: readonly Uri[];
}

/** Does a file lie in one of some folders, or in a folder of them? */
export const isWithin = (uri: Uri, folders: readonly Uri[]): boolean =>
  folders.some((folder) => uri.toString().startsWith(`${folder.toString()}/`));

/** The files in folders that have come as a whole, as by a new name; what is no folder is none. */
const sourcesIn = async (uris: readonly Uri[]): Promise<readonly Source<Uri>[]> => {
  const folders: Uri[] = [];
  for (const uri of uris) {
    const type = await workspace.fs.stat(uri).then(
      (stat) => stat.type,
      () => FileType.Unknown,
    );
    if (type === FileType.Directory) folders.push(uri);
  }
  const { sources } = await lettersOf(folders);
  return sources.map(({ uri }) => sourceOf(uri)).filter((source) => source !== null);
};

/** Tells what has changed in the workspace, on a disk or in an editor, some at a time. */
export const watchLetters = (onChange: (changes: Changes) => void): Disposable => {
  const changed = new Map<string, Source<Uri>>();
  const [come, gone] = [new Map<string, Uri>(), new Map<string, Uri>()];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = async (): Promise<void> => {
    const sources = [...changed.values()];
    const [folders, goneFolders] = [[...come.values()], [...gone.values()]];
    for (const each of [changed, come, gone]) each.clear();
    onChange({ sources: [...sources, ...(await sourcesIn(folders))], gone: goneFolders });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), SETTLED_MS);
  };
  /** Of a folder that comes or goes as a whole nothing is told but itself. */
  const note = (uri: Uri, folders?: Map<string, Uri>): void => {
    const source = sourceOf(uri);
    if (source !== null) changed.set(uri.toString(), source);
    else if (folders && !uri.path.split('/').some(isPassedOver)) folders.set(uri.toString(), uri);
    else return;
    soon();
  };
  const watcher = workspace.createFileSystemWatcher('**');
  return Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => note(uri, come)),
    watcher.onDidChange((uri) => note(uri)),
    watcher.onDidDelete((uri) => note(uri, gone)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document.languageId === LANGUAGE_ID) note(document.uri);
    }),
    // What was changed and not saved is not so any more.
    workspace.onDidCloseTextDocument(({ uri, languageId }) => {
      if (languageId === LANGUAGE_ID) note(uri);
    }),
    new Disposable(() => clearTimeout(timer)),
  );
};
