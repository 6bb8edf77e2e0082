import { Uri, window, workspace } from 'vscode';

/** What a command of the Explorer is about: it gives the item under the pointer and all selected ones. Undefined elsewhere. */
export const selectedIn = (argument: unknown, selection: unknown): readonly Uri[] | undefined => {
  const all = (Array.isArray(selection) ? selection : []).filter((each) => each instanceof Uri);
  if (all.length > 0) return all;
  return argument instanceof Uri ? [argument] : undefined;
};

/**
 * The one folder of the workspace, or some of several, else one that is asked for in a dialog, whose title is `elsewhere`.
 * Undefined where the person changed their mind.
 */
export const askFolders = async (title: string, elsewhere: string): Promise<readonly Uri[] | undefined> => {
  const { workspaceFolders: folders = [] } = workspace;
  const [only] = folders;
  if (only && folders.length === 1) return [only.uri];
  if (folders.length > 1) {
    const picks = folders.map(({ name, uri }) => ({ label: name, uri }));
    const chosen = await window.showQuickPick(picks, { title, placeHolder: 'Which folders?', canPickMany: true });
    return chosen && chosen.length > 0 ? chosen.map(({ uri }) => uri) : undefined;
  }
  return window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, title: elsewhere });
};
