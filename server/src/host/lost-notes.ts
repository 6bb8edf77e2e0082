import { parse } from '../letter/parse.ts';
import { letterKey } from '../notes/index.ts';
import { addressIn } from './annotations-view.ts';
import { FileError } from './files.ts';
import { pathFrom } from './folders.ts';
import type { View } from './notes-store.ts';
import type { Service } from './service.ts';

type Reach = Pick<Service, 'files' | 'documents'>;

/** A note that names a letter. */
interface Named {
  readonly id: string;
  /** The letter's key. */
  readonly letter: string;
  /** Where its file was. */
  readonly address: string;
}

/** Files that are asked for in one request. */
const TOGETHER = 500;

/**
 * The ids of notes whose letter is gone: nothing stands at its path, and no letter below the outermost folder is the one
 * that they name, since a letter may have another name now. Looks into letters only where a path leads to nothing. Where
 * a file cannot be read it may be any letter, and so none is said to be gone.
 */
export const lostNotes = async (reach: Reach, { places }: View): Promise<ReadonlySet<string>> => {
  const root = places.findLast(({ isStorage }) => !isStorage);
  if (!root || places.every(({ file }) => !file?.notes.some((note) => 'path' in note))) return new Set();
  try {
    const addresses = await reach.files.list(root.folder);
    const away = await awayFrom(reach, places, addresses);
    const gone =
      away.length > 0 ? await goneOf(reach, new Set(away.map(({ letter }) => letter)), addresses) : new Set();
    return new Set(away.filter(({ letter }) => gone.has(letter)).map(({ id }) => id));
  } catch (error) {
    if (error instanceof FileError) return new Set();
    throw error;
  }
};

/** The notes at whose path there is nothing. */
const awayFrom = async (
  { files }: Reach,
  places: View['places'],
  addresses: readonly string[],
): Promise<readonly Named[]> => {
  const unlisted = places.flatMap(({ folder, isStorage, file }) => {
    const paths = new Set(isStorage ? addresses : addresses.map((address) => pathFrom(folder, address)));
    return (file?.notes ?? []).flatMap((note): Named[] => {
      if (!('path' in note) || paths.has(note.path)) return [];
      const address = isStorage ? note.path : addressIn(folder, note.path);
      return [{ id: note.id, letter: note.letter, address }];
    });
  });
  // A letter may have any name: what is not in the list is asked for by itself.
  const asked = [...new Set(unlisted.map(({ address }) => address))];
  const texts = await files.readAll(asked);
  const nothing = new Set(asked.filter((_, i) => (texts[i] ?? null) === null));
  return unlisted.filter(({ address }) => nothing.has(address));
};

/** Which of these keys are no letter's, of those that are open and of those in the files. */
const goneOf = async (
  { files, documents }: Reach,
  keys: ReadonlySet<string>,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> => {
  const left = new Set(keys);
  for (const uri of documents.uris)
    for (const { letter } of documents.get(uri)?.letters ?? []) left.delete(letterKey(letter));
  for (let at = 0; at < addresses.length && left.size > 0; at += TOGETHER) {
    for (const text of await files.readAll(addresses.slice(at, at + TOGETHER))) {
      if (text === null) return new Set();
      for (const { letter } of parse(text)) left.delete(letterKey(letter));
    }
  }
  return left;
};
