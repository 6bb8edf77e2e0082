import {
  type EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  workspace,
} from 'vscode';
import {
  ANNOTATION_COMMANDS,
  ANNOTATION_REQUESTS,
  type FolderParams,
  type LettersResult,
} from '../../../server/src/protocol.ts';
import { annotator } from '../annotations/identity.ts';
import type { Work } from '../annotations/work.ts';
import {
  begunIn,
  type FolderLetters,
  type GoneLine,
  goneText,
  type LetterNode,
  letterText,
  nodesOf,
  STATUS_LOOKS,
} from './nodes.ts';

/** The letters of the workspace's folders, as the view shows them. Asks the server anew when it is told that they changed. */
export class LettersTree implements Pick<TreeDataProvider<LetterNode>, 'getChildren' | 'getTreeItem'> {
  readonly #work: Work;
  readonly #changes: EventEmitter<undefined>;
  /** What was answered last, or is on its way; null where it is to be asked for. */
  #nodes: Promise<readonly LetterNode[]> | null = null;
  readonly #view: () => TreeView<LetterNode>;

  constructor(work: Work, view: () => TreeView<LetterNode>, changes: EventEmitter<undefined>) {
    this.#work = work;
    this.#view = view;
    this.#changes = changes;
  }

  refresh(): void {
    this.#nodes = null;
    this.#changes.fire(undefined);
  }

  getChildren(node?: LetterNode): Promise<LetterNode[]> | LetterNode[] {
    if (node) return node.kind === 'group' ? [...node.children] : [];
    this.#nodes ??= this.#ask();
    return this.#nodes.then((nodes) => [...nodes]);
  }

  getTreeItem(node: LetterNode): TreeItem {
    if (node.kind === 'letter') return letterItem(node.letter);
    if (node.kind === 'gone') return goneItem(node);
    const { Collapsed, Expanded } = TreeItemCollapsibleState;
    const item = new TreeItem(node.title, node.isExpanded ? Expanded : Collapsed);
    item.id = node.id;
    item.description = String(node.count);
    item.contextValue = 'group';
    if (node.icon !== null) item.iconPath = new ThemeIcon(node.icon);
    const count = node.count === 1 ? '1 letter' : `${node.count} letters`;
    item.accessibilityInformation = { label: `${node.title}, ${count}` };
    return item;
  }

  async #ask(): Promise<readonly LetterNode[]> {
    const { server } = this.#work;
    const folders = workspace.workspaceFolders ?? [];
    const all = await Promise.all(
      folders.map(async ({ uri, name }): Promise<FolderLetters> => {
        const params: FolderParams = { uri: uri.toString(), author: annotator() };
        const { letters, gone } = await server.request<LettersResult>(ANNOTATION_REQUESTS.letters, params);
        return { uri: params.uri, name, letters, gone };
      }),
    ).catch((): readonly FolderLetters[] => []);
    const begun = begunIn(all);
    const view = this.#view();
    const gone = all.flatMap((folder) => folder.gone).length;
    const tooltip = [begun > 0 && `${begun} begun and not done`, gone > 0 && `${gone} gone, with annotations`];
    view.badge = begun + gone === 0 ? undefined : { value: begun + gone, tooltip: tooltip.filter(Boolean).join(', ') };
    return nodesOf(all);
  }
}

const letterItem = (letter: FolderLetters['letters'][number]): TreeItem => {
  const { label, description, spoken } = letterText(letter);
  const { icon } = STATUS_LOOKS[letter.status];
  const uri = Uri.parse(letter.uri);
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.id = letter.uri;
  item.description = description;
  item.tooltip = spoken;
  item.contextValue = 'letter';
  item.iconPath = new ThemeIcon(
    icon,
    letter.status === 'problem' ? new ThemeColor('list.warningForeground') : undefined,
  );
  item.accessibilityInformation = { label: spoken };
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
  return item;
};

const goneItem = (node: GoneLine): TreeItem => {
  const { label, description, spoken } = goneText(node.gone);
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.id = `${node.folder} gone ${node.gone.path}`;
  item.description = description;
  item.tooltip = spoken;
  item.contextValue = 'gone';
  item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.accessibilityInformation = { label: spoken };
  item.command = { command: ANNOTATION_COMMANDS.attach, title: 'Attach to a Letter…', arguments: [node] };
  return item;
};

/** As the view asks for it once. */
export const lettersTree = (...given: ConstructorParameters<typeof LettersTree>): LettersTree =>
  new LettersTree(...given);
