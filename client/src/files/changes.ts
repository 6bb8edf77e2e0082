import { Disposable, type Uri, workspace } from 'vscode';
import { isLetterName, isPassedOver, LANGUAGE_ID, mayHoldLetters } from '../../../server/src/protocol.ts';
import { nameOf } from '../commands/place.ts';
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

/** Tells the files of the workspace that have changed, on a disk or in an editor, some at a time. */
export const watchLetters = (onChange: (sources: readonly Source<Uri>[]) => void): Disposable => {
  const changed = new Map<string, Source<Uri>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    const sources = [...changed.values()];
    changed.clear();
    onChange(sources);
  };
  const note = (uri: Uri): void => {
    const source = sourceOf(uri);
    if (source === null) return;
    changed.set(uri.toString(), source);
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLED_MS);
  };
  const watcher = workspace.createFileSystemWatcher('**/*.{txt,imr,TXT,IMR}');
  return Disposable.from(
    watcher,
    watcher.onDidCreate(note),
    watcher.onDidChange(note),
    watcher.onDidDelete(note),
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
