import { hashOf } from '../annotations/hash.ts';
import { basesIn } from '../annotations/store/folders.ts';
import { APART_PATH, basePath, storePath } from '../annotations/store/paths.ts';
import { baseTextOf, certainPairs, type Gone, goneAt, goneInStorage } from './annotations-gone.ts';
import { type AnnotationsStore, nameLetter } from './annotations-store.ts';
import { type AnnotationPlace, addressIn } from './annotations-view.ts';
import { FileError, type Files } from './files.ts';
import { parentOf, pathFrom, rootOf } from './folders.ts';
import { isRecord } from './json.ts';
import type { LetterStatuses } from './letter-statuses.ts';
import type { Log } from './log.ts';

/** What carrying needs of the rest of the server. */
export interface Reach {
  files(): Files;
  roots(): readonly string[];
  readonly statuses: Pick<LetterStatuses, 'goneIn' | 'freeIn'>;
  readonly annotations: Pick<AnnotationsStore, 'of' | 'clear'>;
  readonly log: Log;
  /** Waits for what is under way: a letter that is renamed in the editor takes its annotations along itself. */
  settled(): Promise<void>;
  /** Shows a message with one answer; resolves to whether it was taken. */
  offer(message: string, answer: string): Promise<boolean>;
  tell(sentence: string): void;
  /** Annotations are others now. */
  changed(): void;
}

/** A file of annotations that another letter has now. */
interface Carried {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** Annotations that a letter got. */
interface Move {
  readonly gone: Gone;
  readonly uri: string;
  readonly carried: readonly Carried[];
}

const UNDO = 'Undo';

/**
 * Annotations of letters that other programs moved or renamed. They are carried to where the letter is now when that is
 * certain (`certainPairs`); the person is told once, and may take it back. Letters are read only where annotations are
 * without their letter.
 */
export class Carrying {
  readonly #reach: Reach;
  readonly #soon = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();
  /** Letters that were looked at. */
  readonly #opened = new Set<string>();
  /** What was there when all that is certain had been carried. */
  #done = '';

  constructor(reach: Reach) {
    this.#reach = reach;
  }

  /**
   * A letter that has no annotations, where it may have been moved to: looks further when its text is one that annotations
   * around it or in the workspace were made on. Never rejects.
   */
  async opened(uri: string, text: string): Promise<void> {
    if (this.#opened.has(uri)) return;
    this.#opened.add(uri);
    await this.#quietly(async () => {
      const files = this.#reach.files();
      const { folders, storage } = await files.home(uri);
      const all = new Set([...folders, ...this.#reach.roots(), ...(storage === null ? [] : [storage])]);
      const path = basePath(hashOf(baseTextOf(text)));
      const found = await files.readAll([...all].map((folder) => addressIn(folder, path)));
      if (found.every((base) => base === null)) return;
      await this.#reach.settled();
      await this.#carryOnce(folders);
    });
  }

  /** A letter was closed. */
  drop(uri: string): void {
    this.#opened.delete(uri);
  }

  /** Files are others now. */
  clear(): void {
    this.#opened.clear();
    this.#done = '';
  }

  /** Carries what is certain in a folder, and in the workspace, once all has settled. */
  async soon(folder: string): Promise<void> {
    if (this.#soon.has(folder)) return;
    this.#soon.add(folder);
    await this.#reach.settled();
    this.#soon.delete(folder);
    await this.carry([folder]);
  }

  /** Carries what is certain in these folders and in the workspace, one run after the other. Never rejects. */
  carry(folders: readonly string[]): Promise<void> {
    return this.#quietly(() => this.#carryOnce(folders));
  }

  /** What was annotated in a folder and is not there any more. Rejects with a FileError. */
  async goneIn(folder: string): Promise<readonly Gone[]> {
    const gone = await this.#reach.statuses.goneIn(folder);
    return [...gone.map(({ path, authors }) => goneAt(folder, path, authors)), ...(await this.goneInStorage(folder))];
  }

  /** Of these, those that the extension's storage has. Rejects with a FileError. */
  async goneInStorage(folder: string): Promise<readonly Gone[]> {
    const files = this.#reach.files();
    const { storage } = await files.home(`${folder}/letter`);
    const gone = storage === null ? [] : await goneInStorage(files, storage);
    return gone.filter(({ uri }) => uri.startsWith(`${folder}/`));
  }

  async #quietly(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (!(error instanceof FileError)) this.#reach.log.failure('annotations', error);
    }
  }

  #carryOnce(folders: readonly string[]): Promise<void> {
    const run = this.#last.then(() => this.#carryAll([...new Set([...this.#reach.roots(), ...folders])]));
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** Gives annotations whose letter is gone to a letter that a person named. Rejects with a FileError. */
  async attach(gone: Gone, uri: string): Promise<void> {
    const { sources } = await this.#reach.annotations.of(uri);
    const move = await this.#give(gone, uri);
    this.#reach.annotations.clear();
    // What stands in one file with others cannot be told apart any more.
    if (move && sources.length === 0) void this.#offerUndo([move], 'have been attached to');
  }

  async #carryAll(folders: readonly string[]): Promise<void> {
    const files = this.#reach.files();
    const gone = (await Promise.all(folders.map((folder) => this.goneIn(folder)))).flat();
    if (gone.length === 0) return;
    const free = (await Promise.all(folders.map((folder) => this.#reach.statuses.freeIn(folder)))).flat();
    // Letters are read once for what is gone, and not again with every answer about a folder.
    const situation = JSON.stringify([gone, free]);
    if (situation === this.#done) return;
    this.#done = situation;
    const moves: Move[] = [];
    for (const [one, uri] of await certainPairs(files, gone, free)) {
      const move = (await this.#isFree(one, uri)) ? await this.#give(one, uri) : null;
      if (move) moves.push(move);
    }
    if (moves.length === 0) return;
    this.#reach.annotations.clear();
    this.#reach.changed();
    void this.#offerUndo(moves, 'have followed it to');
  }

  /** Is the letter still gone, does the other have no annotations, and has nobody said that they are two? */
  async #isFree({ place, uri: was }: Gone, uri: string): Promise<boolean> {
    if ((await this.#reach.files().read(was)) !== null) return false;
    if ((await this.#reach.annotations.of(uri)).sources.length > 0) return false;
    return !(await this.#apart(place.folder)).has(apartKey(place.letter, pathFrom(place.folder, uri)));
  }

  async #give(gone: Gone, uri: string): Promise<Move | null> {
    const { places, target } = await this.#reach.annotations.of(uri);
    const place = places.find(({ folder }) => folder === gone.place.folder) ?? target;
    if (!place) throw new FileError('this editor gives no place for it');
    if (place.isStorage) await nameLetter(this.#reach.files(), place, uri);
    const carried: Carried[] = [];
    for (const author of gone.authors) {
      const one = await this.#moveFile(gone.place, place, author);
      if (one) carried.push(one);
    }
    return carried.length === 0 ? null : { gone, uri, carried };
  }

  async #moveFile(from: AnnotationPlace, to: AnnotationPlace, author: string): Promise<Carried | null> {
    const files = this.#reach.files();
    const [source, target] = [from, to].map(({ folder, letter }) => addressIn(folder, storePath(letter, author)));
    const text = source === undefined ? null : await files.read(source);
    if (source === undefined || target === undefined || text === null || source === target) return null;
    // The base texts first: an annotation whose text is missing would be looked for by its words only.
    for (const hash of from.folder === to.folder ? [] : basesIn(text)) {
      const [base, copy] = [from, to].map(({ folder }) => addressIn(folder, basePath(hash)));
      const kept = base === undefined ? null : await files.read(base);
      if (kept !== null && copy !== undefined && (await files.read(copy)) === null) await files.append(copy, kept);
    }
    await files.append(target, text);
    await files.remove(source);
    return { from: source, to: target, text };
  }

  async #offerUndo(moves: readonly Move[], what: string): Promise<void> {
    try {
      if (await this.#reach.offer(messageOf(moves, what, this.#reach.roots()), UNDO)) await this.#takeBack(moves);
    } catch (error) {
      if (!(error instanceof FileError)) this.#reach.log.failure('annotations', error);
      const reason = error instanceof FileError ? error.message : 'of an error';
      this.#reach.tell(`The annotations could not be taken back: ${reason}.`);
    }
  }

  /** Where somebody has annotated meanwhile, the letter keeps them: what was written since belongs to nothing else. */
  async #takeBack(moves: readonly Move[]): Promise<void> {
    const files = this.#reach.files();
    for (const { gone, uri, carried } of moves) {
      for (const { from, to, text } of carried) {
        await files.append(from, text);
        if ((await files.read(to)) === text) await files.remove(to);
      }
      const { folder, letter } = gone.place;
      await files.append(addressIn(folder, APART_PATH), apartLine(letter, pathFrom(folder, uri)));
    }
    this.#reach.annotations.clear();
    this.#reach.changed();
  }

  /** What somebody has taken back in a folder, which is not done again. */
  async #apart(folder: string): Promise<ReadonlySet<string>> {
    const text = (await this.#reach.files().read(addressIn(folder, APART_PATH))) ?? '';
    return new Set(text.split('\n').flatMap(apartOf));
  }
}

const apartKey = (gone: string, letter: string): string => JSON.stringify([gone, letter]);

const apartLine = (gone: string, letter: string): string => `${JSON.stringify({ gone, letter })}\n`;

/** A line that cannot be read says nothing. */
const apartOf = (line: string): readonly string[] => {
  try {
    const parsed: unknown = JSON.parse(line);
    return isRecord(parsed) ? [apartKey(String(parsed['gone']), String(parsed['letter']))] : [];
  } catch {
    return [];
  }
};

const messageOf = (moves: readonly Move[], what: string, roots: readonly string[]): string => {
  const [first] = moves;
  const shown = (uri: string): string => pathFrom(rootOf(uri, roots) ?? parentOf(uri) ?? uri, uri);
  return first && moves.length === 1
    ? `The annotations of ${shown(first.gone.uri)} ${what} ${shown(first.uri)}.`
    : `${moves.length} letters with annotations have other names now. The annotations have followed them.`;
};
