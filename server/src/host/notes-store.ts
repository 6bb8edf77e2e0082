import {
  type DocumentNotes,
  type Draft,
  NO_NOTES,
  NOTES_FILE,
  type NoteFile,
  noteLine,
  notesBeside,
  readNotes,
  removalLine,
} from '../notes/index.ts';
import type { Home } from '../protocol.ts';
import { FileError, type Files } from './files.ts';
import { pathFrom } from './folders.ts';
import type { Log } from './log.ts';

/** Where a new note about a document goes. */
export interface Target {
  /** The folder that gets it, without a closing slash. */
  readonly folder: string;
  /** The path of the document from there. */
  readonly path: string;
  /** In the extension's own storage, since the document's folder cannot be written to or there is none. */
  readonly isStorage: boolean;
}

/** The notes beside a document. */
export interface View {
  readonly notes: DocumentNotes;
  /** Null where no note can be kept. */
  readonly target: Target | null;
  /** Every place that is looked at, the innermost first. */
  readonly places: readonly (Target & { readonly file: NoteFile | null })[];
}

const NO_VIEW: View = { notes: NO_NOTES, target: null, places: [] };
const NO_HOME: Home = { folders: [], writable: false, storage: null };

/** Takes what a file of notes holds, whenever one was read. */
export type Heard = (uri: string, file: NoteFile) => void;

/** Takes the folder in which something was kept beside letters. */
export type Kept = (folder: string) => void;

const uriOf = (folder: string): string => `${folder}/${NOTES_FILE}`;

/**
 * The notes beside every document that is asked about: those of its folder and of the folders above it up to the
 * workspace's, and those in the extension's own storage. Read once, and again when a file changes.
 */
export class NotesStore {
  readonly #files: () => Files;
  readonly #log: Log;
  readonly #heard: Heard;
  readonly #kept: Kept;
  readonly #views = new Map<string, Promise<View>>();
  readonly #read = new Map<string, Promise<NoteFile | null>>();
  /** Folders that turned out to be read-only. */
  readonly #closed = new Set<string>();

  constructor(files: () => Files, log: Log, heard: Heard, kept: Kept) {
    this.#files = files;
    this.#log = log;
    this.#heard = heard;
    this.#kept = kept;
  }

  /** Never rejects: where files cannot be reached there are no notes. */
  of(uri: string): Promise<View> {
    const known = this.#views.get(uri);
    if (known) return known;
    const view = this.#load(uri).catch((error: unknown) => {
      this.#log.failure('notes', error);
      return NO_VIEW;
    });
    this.#views.set(uri, view);
    return view;
  }

  /** A document that was only looked at: what it needed stays for the next. */
  forget(uri: string): void {
    this.#views.delete(uri);
  }

  drop(uri: string): void {
    this.#views.delete(uri);
    // What nobody watches may change while no document needs it.
    if (this.#views.size === 0) this.#read.clear();
  }

  /** Files or folders are others now. */
  clear(): void {
    this.#views.clear();
    this.#read.clear();
  }

  /** Keeps a note; where the folder turns out to be read-only, in the storage. Rejects with a FileError. */
  async add(uri: string, draft: Draft): Promise<void> {
    const view = await this.of(uri);
    const line = noteLine(draft, crypto.randomUUID(), new Date().toISOString());
    if (!view.target) throw new FileError('this editor gives no place for it');
    try {
      await this.#append(view.target, line);
    } catch (error) {
      const storage = view.places.find(({ isStorage }) => isStorage);
      if (view.target.isStorage || !storage || !(error instanceof FileError)) throw error;
      this.#closed.add(view.target.folder);
      await this.#append(storage, line);
    }
    this.clear();
  }

  /** Removes notes by a line for each in the file that holds it. Rejects with a FileError. */
  async remove(uri: string, ids: ReadonlySet<string>): Promise<void> {
    const { places } = await this.of(uri);
    for (const { folder, file } of places) {
      const gone = file?.notes.filter(({ id }) => ids.has(id)) ?? [];
      const at = new Date().toISOString();
      if (gone.length > 0)
        await this.#files().append(uriOf(folder), gone.map(({ id }) => removalLine(id, at)).join(''));
    }
    this.clear();
  }

  async #append({ folder, isStorage }: Target, line: string): Promise<void> {
    await this.#files().append(uriOf(folder), line);
    if (!isStorage) this.#kept(folder);
  }

  async #load(uri: string): Promise<View> {
    const home = await this.#files()
      .home(uri)
      .catch((error: unknown) => {
        if (error instanceof FileError) return NO_HOME;
        throw error;
      });
    const targets: readonly Target[] = [
      ...home.folders.map((folder) => ({ folder, path: pathFrom(folder, uri), isStorage: false })),
      ...(home.storage === null ? [] : [{ folder: home.storage, path: uri, isStorage: true }]),
    ];
    const places = await Promise.all(
      targets.map(async (target) => ({ ...target, file: await this.#file(uriOf(target.folder)) })),
    );
    const folders = places.filter(({ folder, isStorage }) => !isStorage && home.writable && !this.#closed.has(folder));
    // Where notes are kept already, else for the whole workspace; else apart.
    const target =
      folders.find(({ file }) => file) ?? folders.at(-1) ?? places.find(({ isStorage }) => isStorage) ?? null;
    const notes = notesBeside(places.flatMap(({ file, path }) => (file ? [{ file, path }] : [])));
    return { notes: notes.isEmpty ? NO_NOTES : notes, target, places };
  }

  #file(uri: string): Promise<NoteFile | null> {
    const known = this.#read.get(uri);
    if (known) return known;
    const file = this.#readFile(uri);
    this.#read.set(uri, file);
    return file;
  }

  async #readFile(uri: string): Promise<NoteFile | null> {
    try {
      const text = await this.#files().read(uri);
      if (text === null) return null;
      const file = readNotes(text);
      this.#heard(uri, file);
      return file;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#log.warn('A file of notes could not be read, so its notes do not hold.');
      return null;
    }
  }
}
