import { Disposable, EventEmitter, type TreeView, window, workspace } from 'vscode';
import { isPassedOver, SETTINGS_SECTION } from '../../../server/src/protocol.ts';
import type { Work } from '../annotations/work.ts';
import { LATER } from '../later.ts';
import type { LetterNode } from './nodes.ts';
import type { LettersTree } from './tree.ts';

export const LETTERS_VIEW = 'imr.letters';

/** How long after a change the letters are asked for again, in milliseconds; one decision of a review follows the other. */
const SETTLED_MS = 500;

/** The view of the workspace's letters by status. What it shows is made when it is opened. */
export const showLetters = (work: Work): Disposable => {
  const changes = new EventEmitter<undefined>();
  let tree: LettersTree | null = null;
  const made = (): LettersTree => {
    tree ??= LATER.lettersTree(work, () => view, changes);
    return tree;
  };
  const view: TreeView<LetterNode> = window.createTreeView<LetterNode>(LETTERS_VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getChildren: (node) => made().getChildren(node),
      getTreeItem: (node) => made().getTreeItem(node),
    },
    showCollapseAll: true,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => tree?.refresh(), SETTLED_MS);
  };
  const watcher = workspace.createFileSystemWatcher('**', false, true, false);
  const onFile = ({ path }: { readonly path: string }): void => {
    if (!path.split('/').some(isPassedOver)) refresh();
  };
  return Disposable.from(
    view,
    changes,
    watcher,
    watcher.onDidCreate(onFile),
    watcher.onDidDelete(onFile),
    work.server.onAnnotations(refresh),
    workspace.onDidChangeWorkspaceFolders(refresh),
    workspace.onDidChangeConfiguration((change) => {
      // Who asks, and what of others they may see.
      const names = ['annotator', 'annotations.blind'];
      if (names.some((name) => change.affectsConfiguration(`${SETTINGS_SECTION}.${name}`))) refresh();
    }),
    new Disposable(() => clearTimeout(timer)),
  );
};
