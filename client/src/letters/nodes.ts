import type { GoneInfo, LetterInfo, LetterStatus } from '../../../server/src/protocol.ts';

/** A folder of the workspace with its letters. */
export interface FolderLetters {
  readonly uri: string;
  readonly name: string;
  /** In the order of their paths. */
  readonly letters: readonly LetterInfo[];
  /** What was annotated and is not there any more. */
  readonly gone: readonly GoneInfo[];
}

/** A line of the view that holds others. */
export interface LetterGroup {
  readonly kind: 'group';
  /** Another for every group. */
  readonly id: string;
  readonly title: string;
  /** Name of a codicon; null of a folder. */
  readonly icon: string | null;
  readonly count: number;
  readonly isExpanded: boolean;
  readonly children: readonly LetterNode[];
}

export interface LetterLine {
  readonly kind: 'letter';
  readonly letter: LetterInfo;
}

/** Annotations whose letter is gone. */
export interface GoneLine {
  readonly kind: 'gone';
  /** The folder's address. */
  readonly folder: string;
  readonly gone: GoneInfo;
}

export type LetterNode = LetterGroup | LetterLine | GoneLine;

interface StatusLook {
  readonly title: string;
  readonly icon: string;
  /** As a screen reader says it of one letter. */
  readonly spoken: string;
}

/** What needs somebody first. */
export const STATUS_LOOKS: Readonly<Record<LetterStatus, StatusLook>> = {
  problem: { title: 'Problem', icon: 'warning', spoken: 'has a problem' },
  'in-progress': { title: 'In progress', icon: 'edit', spoken: 'in progress' },
  new: { title: 'New', icon: 'circle-outline', spoken: 'new' },
  done: { title: 'Done', icon: 'pass', spoken: 'done' },
  reviewed: { title: 'Reviewed by another', icon: 'pass-filled', spoken: 'reviewed by another' },
  gold: { title: 'Gold', icon: 'star-full', spoken: 'gold' },
};

const STATUSES = Object.keys(STATUS_LOOKS) as readonly LetterStatus[];

/** More letters than this stand in blocks, since a view draws no faster than it is told of its lines. */
export const MOST_LINES = 500;

/** The lines of the view: by status, what needs somebody first; of several folders one after the other. */
export const nodesOf = (folders: readonly FolderLetters[]): readonly LetterNode[] => {
  const [only] = folders;
  if (only && folders.length === 1) return statusNodes(only);
  return folders
    .filter(({ letters, gone }) => letters.length + gone.length > 0)
    .map((folder) => ({
      kind: 'group',
      id: folder.uri,
      title: folder.name,
      icon: null,
      count: folder.letters.length,
      isExpanded: true,
      children: statusNodes(folder),
    }));
};

const statusNodes = ({ uri, letters, gone }: FolderLetters): readonly LetterGroup[] => [
  ...goneNodes(uri, gone),
  ...STATUSES.flatMap((status): readonly LetterGroup[] => {
    const own = letters.filter((letter) => letter.status === status);
    if (own.length === 0) return [];
    const { title, icon } = STATUS_LOOKS[status];
    const id = `${uri} ${status}`;
    const lines = own.map((letter): LetterLine => ({ kind: 'letter', letter }));
    return [{ kind: 'group', id, title, icon, count: own.length, isExpanded: true, children: inBlocks(id, lines) }];
  }),
];

/** On top, since nothing shows these annotations anywhere else. */
const goneNodes = (folder: string, gone: readonly GoneInfo[]): readonly LetterGroup[] => {
  const id = `${folder} gone`;
  const children = inBlocks(
    id,
    gone.map((one): GoneLine => ({ kind: 'gone', folder, gone: one })),
  );
  const group = { kind: 'group', id, title: 'Letter gone', icon: 'warning', count: gone.length } as const;
  return gone.length === 0 ? [] : [{ ...group, isExpanded: true, children }];
};

const inBlocks = (id: string, lines: readonly (LetterLine | GoneLine)[]): readonly LetterNode[] => {
  if (lines.length <= MOST_LINES) return lines;
  const blocks = Array.from({ length: Math.ceil(lines.length / MOST_LINES) }, (_, i) =>
    lines.slice(i * MOST_LINES, (i + 1) * MOST_LINES),
  );
  return blocks.map((children, i) => ({
    kind: 'group',
    id: `${id} ${i}`,
    title: `${nameOfLine(children[0])} – ${nameOfLine(children.at(-1))}`,
    icon: null,
    count: children.length,
    isExpanded: false,
    children,
  }));
};

const nameOfLine = (line: LetterLine | GoneLine | undefined): string =>
  line === undefined ? '' : nameOf(line.kind === 'gone' ? line.gone : line.letter);

interface Pathed {
  readonly path: string;
}

const nameOf = ({ path }: Pathed): string => path.split('/').at(-1) ?? '';

const folderOf = ({ path }: Pathed): string => path.split('/').slice(0, -1).join('/');

interface LineText {
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
}

/** How a letter, or what is left of one, stands in the view: `state` and `where` are for those who hear it read. */
const lineText = (line: Pathed & { readonly authors: readonly string[] }, state: string, where: string): LineText => {
  const label = nameOf(line);
  const folder = folderOf(line);
  const people = line.authors.join(', ');
  return {
    label,
    description: [people, folder].filter(Boolean).join(' · '),
    spoken: [label, state, people && `annotated by ${people}`, folder && `${where} ${folder}`]
      .filter(Boolean)
      .join(', '),
  };
};

/** How a letter stands in the view. */
export const letterText = (letter: LetterInfo): LineText => lineText(letter, STATUS_LOOKS[letter.status].spoken, 'in');

/** How annotations stand in the view whose letter is gone. */
export const goneText = (gone: GoneInfo): LineText =>
  lineText(gone, 'the letter is gone, its annotations are kept', 'was in');

const BEGUN: ReadonlySet<LetterStatus> = new Set(['problem', 'in-progress']);

/** The letters that somebody has begun and that are not done: in the badge of the view. */
export const begunIn = (folders: readonly FolderLetters[]): number =>
  folders.reduce((sum, { letters }) => sum + letters.filter(({ status }) => BEGUN.has(status)).length, 0);
