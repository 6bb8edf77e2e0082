import type { Home } from '../../../server/src/protocol.ts';
import type { Place } from '../commands/place.ts';

/** Schemes of places that are a disk, near or far. Elsewhere a new file may be a change to somebody's repository. */
const DISKS: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** Deeper than any folder of letters. */
const DEEPEST = 64;

/** What VS Code says of the place of a document. */
export interface Surroundings {
  /** The path of the folder of the workspace that holds the document; null where none does. */
  readonly root: string | null;
  /** `workspace.fs.isWritableFileSystem` of the document's scheme. */
  readonly writable: boolean;
  readonly storage: string | null;
}

/** The home of a document; `address` gives the address of a path of the document's own place. */
export const homeOf = (
  document: Place,
  { root, writable, storage }: Surroundings,
  address: (path: string) => string,
): Home => ({
  folders: document.scheme === 'untitled' ? [] : pathsUpTo(document.path, root).map(address),
  writable: writable && DISKS.has(document.scheme),
  storage,
});

const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '/';

/** The path of a document's folder and of those above it, up to the root; only its own where there is no root. */
const pathsUpTo = (path: string, root: string | null): readonly string[] => {
  const paths: string[] = [];
  for (let at = parentOf(path); paths.length < DEEPEST; at = parentOf(at)) {
    paths.push(at);
    if (root === null || at === root || at === '/') break;
  }
  return paths;
};
