import { GOLD } from '../annotations/model.ts';
import { blinded, type LayerSummary, layerSummary, statusFor } from '../annotations/status.ts';
import { ANNOTATIONS } from '../annotations/store/folders.ts';
import { partsOfStorePath } from '../annotations/store/paths.ts';
import { looksLikeLetter } from '../letter/detect.ts';
import { isLetterName } from '../letter/names.ts';
import type { FolderParams, LetterInfo, LettersResult } from '../protocol.ts';
import { addressIn } from './annotations-view.ts';
import type { Files } from './files.ts';
import { pathFrom } from './folders.ts';

/** A store file as it was when it was last read. */
interface Known {
  readonly stamp: string;
  readonly summary: LayerSummary;
}

/** A letter that is gone, by its path in the folder, and whose files of annotations there are, gold's among them. */
export interface GoneLetter {
  readonly path: string;
  readonly authors: readonly string[];
}

const UNREADABLE = 'unreadable';

/** Files that are asked for in one request. */
const TOGETHER = 100;

/**
 * How far people are with the letters of folders. What was read of a file is kept until its stamp is another, so that a
 * folder of many letters is read once, and afterwards only what has changed in it.
 */
export class LetterStatuses {
  readonly #files: () => Files;
  /** Of each folder, by the paths of its store files. */
  readonly #known = new Map<string, ReadonlyMap<string, Known>>();
  /** Of files whose names leave it open: whether they hold letters. */
  readonly #isLetter = new Map<string, boolean>();

  constructor(files: () => Files) {
    this.#files = files;
  }

  /**
   * The letters of a folder in the order of their paths; in blind mode without what others do, until whoever asks is done
   * with the letter. Rejects with a FileError where the folder cannot be reached.
   */
  async of({ uri: folder, author }: FolderParams, blind: boolean): Promise<LettersResult> {
    const [addresses, stores] = await Promise.all([this.#files().list(folder), this.#storesOf(folder)]);
    const byLetter = groupedByLetter(stores);
    const gone = await this.#goneOf(folder, addresses, [...byLetter.keys()]);
    await this.#lookInto(addresses.filter((uri) => !isLetterName(uri) && !byLetter.has(pathFrom(folder, uri))));
    const about = (path: string): Pick<LetterInfo, 'status' | 'authors'> => {
      const own = byLetter.get(path);
      const people = new Map([...(own ?? [])].filter(([name]) => name !== GOLD));
      const whole = { people, gold: own?.get(GOLD) ?? null };
      const seen = blind ? blinded(whole, author) : whole;
      return { status: statusFor(seen, author), authors: [...seen.people.keys()].sort() };
    };
    const letters = addresses.flatMap((uri): readonly LetterInfo[] => {
      const path = pathFrom(folder, uri);
      const isLetter = byLetter.has(path) || isLetterName(uri) || this.#isLetter.get(uri) === true;
      return isLetter ? [{ uri, path, ...about(path) }] : [];
    });
    return { letters, gone: gone.map((path) => ({ path, authors: about(path).authors })) };
  }

  /** What was annotated in a folder and is not there any more. Rejects with a FileError where the folder cannot be reached. */
  async goneIn(folder: string): Promise<readonly GoneLetter[]> {
    const stores = await this.#storesOf(folder);
    if (stores.size === 0) return [];
    const byLetter = groupedByLetter(stores);
    const gone = await this.#goneOf(folder, await this.#files().list(folder), [...byLetter.keys()]);
    return gone.map((path) => ({ path, authors: [...(byLetter.get(path)?.keys() ?? [])] }));
  }

  /** The files of a folder that may hold letters and have no annotations. Rejects with a FileError as well. */
  async freeIn(folder: string): Promise<readonly string[]> {
    const byLetter = groupedByLetter(await this.#storesOf(folder));
    return (await this.#files().list(folder)).filter((uri) => !byLetter.has(pathFrom(folder, uri)));
  }

  /** A letter may have any name: what is not in the list is asked for by itself, and what cannot be read is not gone. */
  async #goneOf(
    folder: string,
    addresses: readonly string[],
    annotated: readonly string[],
  ): Promise<readonly string[]> {
    const listed = new Set(addresses.map((uri) => pathFrom(folder, uri)));
    const missing = annotated.filter((path) => !listed.has(path)).sort();
    const texts = await Promise.all(
      missing.map((path) =>
        this.#files()
          .read(addressIn(folder, path))
          .catch(() => UNREADABLE),
      ),
    );
    return missing.filter((_, i) => texts[i] === null);
  }

  /** The summaries of a folder's store files by their paths; reads those that are new or have changed. */
  async #storesOf(folder: string): Promise<ReadonlyMap<string, Known>> {
    const known = this.#known.get(folder);
    const stamps = await this.#files().stamps(`${folder}/${ANNOTATIONS}`);
    const stores = stamps.map(({ path, stamp }) => ({ path: `${ANNOTATIONS}/${path}`, stamp }));
    const changed = stores.filter(({ path, stamp }) => known?.get(path)?.stamp !== stamp);
    const read = new Map<string, Known>();
    await this.#each(
      changed,
      ({ path }) => addressIn(folder, path),
      ({ path, stamp }, text) => {
        read.set(path, { stamp, summary: layerSummary(text ?? '') });
      },
    );
    const now = new Map<string, Known>();
    for (const { path } of stores) {
      const one = read.get(path) ?? known?.get(path);
      if (one) now.set(path, one);
    }
    this.#known.set(folder, now);
    return now;
  }

  async #lookInto(addresses: readonly string[]): Promise<void> {
    const unknown = addresses.filter((uri) => !this.#isLetter.has(uri));
    await this.#each(
      unknown,
      (uri) => uri,
      (uri, text) => this.#isLetter.set(uri, looksLikeLetter(text ?? '')),
    );
  }

  /** Reads files some at a time, so that those of a large folder are never held together. */
  async #each<T>(
    all: readonly T[],
    addressOf: (one: T) => string,
    take: (one: T, text: string | null) => void,
  ): Promise<void> {
    for (let at = 0; at < all.length; at += TOGETHER) {
      const lot = all.slice(at, at + TOGETHER);
      const texts = await this.#files().readAll(lot.map(addressOf));
      lot.forEach((one, i) => take(one, texts[i] ?? null));
    }
  }
}

const groupedByLetter = (
  stores: ReadonlyMap<string, Known>,
): ReadonlyMap<string, ReadonlyMap<string, LayerSummary>> => {
  const letters = new Map<string, Map<string, LayerSummary>>();
  for (const [path, { summary }] of stores) {
    const parts = partsOfStorePath(path);
    if (!parts) continue;
    const known = letters.get(parts.letter);
    if (known) known.set(parts.author, summary);
    else letters.set(parts.letter, new Map([[parts.author, summary]]));
  }
  return letters;
};
