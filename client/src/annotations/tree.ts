import {
  Disposable,
  EventEmitter,
  type TextDocument,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import { ANNOTATION_COMMANDS, type AnnotationInfo } from '../../../server/src/protocol.ts';
import { GROUPINGS, type Group, type Grouping, groupsOf, isGrouping, lineOf } from './groups.ts';
import { isLetter } from './lists.ts';
import type { Work } from './work.ts';

export const ANNOTATIONS_VIEW = 'imr.annotations';
const GROUPING = 'imr.annotations.groupBy';

/** A line of the view: a group, or an annotation of the letter at an address. */
export interface Node {
  readonly uri: string;
  readonly group: Group;
  /** Null of the group itself. */
  readonly info: AnnotationInfo | null;
}

const groupingOf = ({ memory }: Pick<Work, 'memory'>): Grouping => {
  const kept = memory.get<unknown>(GROUPING);
  return isGrouping(kept) ? kept : 'label';
};

/** The view of the annotations of the letter in front. */
export const showTree = (work: Work): Disposable => {
  const changes = new EventEmitter<undefined>();
  let document: TextDocument | null = null;
  const follow = (): void => {
    const front = window.activeTextEditor?.document;
    // A view, an output or a dialog that takes the focus leaves the list as it is.
    if (front === undefined && window.visibleTextEditors.length > 0) return;
    document = isLetter(front) ? front : null;
    update();
  };
  const view = window.createTreeView<Node>(ANNOTATIONS_VIEW, {
    treeDataProvider: providerOf(work, () => document, changes.event),
    showCollapseAll: true,
    canSelectMany: false,
  });
  const update = (): void => {
    const result = document && work.lists.known(document);
    const needs =
      result?.annotations.filter(({ ranges, state }) => ranges.length === 0 || state === 'flagged').length ?? 0;
    view.badge = needs === 0 ? undefined : { value: needs, tooltip: `${needs} flagged or no longer in the text` };
    view.description = `by ${groupingOf(work)}`;
    view.message = [
      ...(result?.kept === 'storage' ? ['Kept in the extension’s own storage, not in the folder.'] : []),
      ...(result?.problems ?? []),
    ].join('\n');
    changes.fire(undefined);
  };
  follow();
  return Disposable.from(
    view,
    changes,
    window.onDidChangeActiveTextEditor(follow),
    work.lists.onDidChange(follow),
    work.onGrouping(update),
  );
};

const providerOf = (
  work: Work,
  current: () => TextDocument | null,
  onDidChangeTreeData: EventEmitter<undefined>['event'],
): TreeDataProvider<Node> => ({
  onDidChangeTreeData,
  getChildren: (node) => {
    const document = current();
    if (!document) return [];
    const uri = document.uri.toString();
    if (node) return node.group.members.map((info) => ({ uri, group: node.group, info }));
    const groups = groupsOf(work.lists.known(document)?.annotations ?? [], groupingOf(work));
    return groups.map((group) => ({ uri, group, info: null }));
  },
  getTreeItem: ({ uri, group, info }) => (info ? itemOf(info, groupingOf(work), uri) : groupItem(group)),
});

const groupItem = ({ title, orphans, members }: Group): TreeItem => {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  item.id = `group ${title}`;
  item.description = String(members.length);
  item.contextValue = 'group';
  if (orphans) item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  const count = members.length === 1 ? '1 annotation' : `${members.length} annotations`;
  item.accessibilityInformation = { label: `${title}, ${count}` };
  return item;
};

const itemOf = (info: AnnotationInfo, by: Grouping, uri: string): TreeItem => {
  const { label, description, spoken, icon, context } = lineOf(info, by);
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.id = `${info.author} ${info.id}`;
  item.description = description;
  item.tooltip = spoken;
  item.contextValue = context;
  item.iconPath = new ThemeIcon(icon, new ThemeColor(`imr.annotations.group${info.group + 1}`));
  item.accessibilityInformation = { label: spoken };
  item.command = { command: ANNOTATION_COMMANDS.reveal, title: 'Show in the Letter', arguments: [uri, info.id] };
  return item;
};

const TITLES: Readonly<Record<Grouping, string>> = {
  label: 'By Label',
  section: 'By Part of the Letter',
  state: 'By State',
};

/** Lets the person choose what the view is grouped by. */
export const groupBy = async ({ memory, grouped }: Work): Promise<void> => {
  const now = groupingOf({ memory });
  const lines = GROUPINGS.map((grouping) => ({
    label: TITLES[grouping],
    description: grouping === now ? 'as it is' : '',
    grouping,
  }));
  const line = await window.showQuickPick(lines, { title: 'Group Annotations' });
  if (!line) return;
  await memory.update(GROUPING, line.grouping);
  grouped();
};
