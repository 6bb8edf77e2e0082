import { isLetterName, isPassedOver, mayHoldLetters } from '../../../server/src/protocol.ts';
import { type Choice, EVERYTHING, isChosen } from './globs.ts';

/** A file that may hold letters. `path` is that from the folder it was found in, for patterns, names and reports. */
export interface Source<U> {
  readonly uri: U;
  readonly path: string;
  /** Named by the person, or by its ending, as a letter: it is read whatever it holds. */
  readonly certain: boolean;
}

export interface Unreadable<U> {
  readonly uri: U;
  readonly path: string;
  /** As the end of a sentence. */
  readonly reason: string;
}

/** What a folder holds. A link is neither: it may lead in a circle. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** A place with folders, such as VS Code's `workspace.fs`. */
export interface Place<U> {
  list(folder: U): Promise<readonly Entry[]>;
  join(folder: U, name: string): U;
  reasonOf(error: unknown): string;
}

export interface Walked<U> {
  readonly sources: readonly Source<U>[];
  readonly unreadable: readonly Unreadable<U>[];
}

/**
 * The files of a folder and of its folders that may hold letters, in the order of their names. A folder that cannot be read
 * is told and passed over; hidden folders and node_modules are passed over in silence. Ends early once `stops` says so.
 */
export const walk = async <U>(
  root: U,
  place: Place<U>,
  choice: Choice = EVERYTHING,
  stops: () => boolean = () => false,
): Promise<Walked<U>> => {
  const sources: Source<U>[] = [];
  const unreadable: Unreadable<U>[] = [];
  const into = async (folder: U, path: string): Promise<void> => {
    if (stops()) return;
    let entries: readonly Entry[];
    try {
      entries = await place.list(folder);
    } catch (error) {
      unreadable.push({ uri: folder, path, reason: place.reasonOf(error) });
      return;
    }
    for (const { name, kind } of [...entries].sort(byName)) {
      const uri = place.join(folder, name);
      const inner = path === '' ? name : `${path}/${name}`;
      if (kind === 'folder' && !isPassedOver(name)) await into(uri, inner);
      if (kind === 'file' && isChosen(inner, mayHoldLetters(name), choice)) {
        sources.push({ uri, path: inner, certain: isLetterName(name) });
      }
    }
  };
  await into(root, '');
  return { sources, unreadable };
};

const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : 1);
