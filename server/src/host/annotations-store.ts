import type { Base } from '../annotations/passage.ts';
import { eventLine, type NewEvent } from '../annotations/store/event.ts';
import { addressPath, basePath, storePath } from '../annotations/store/paths.ts';
import {
  type AnnotationPlace,
  type AnnotationView,
  addressIn,
  labelsIn,
  NO_ANNOTATIONS,
  readView,
} from './annotations-view.ts';
import { FileError, type Files } from './files.ts';
import type { Log } from './log.ts';
import type { Kept } from './notes-store.ts';

/**
 * The annotations of every letter that is asked about, read once and again when a file changes. Writes by adding lines to
 * the annotator's own file, and to no other.
 */
export class AnnotationsStore {
  readonly #files: () => Files;
  readonly #log: Log;
  readonly #kept: Kept;
  readonly #views = new Map<string, Promise<AnnotationView>>();
  readonly #labels = new Map<string, ReturnType<typeof labelsIn>>();
  /** Folders that turned out to be read-only. */
  readonly #closed = new Set<string>();
  /** Changes wait in line: each counts on from the one before. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(files: () => Files, log: Log, kept: Kept) {
    this.#files = files;
    this.#log = log;
    this.#kept = kept;
  }

  /** Never rejects: where files cannot be reached there are none. */
  of(uri: string): Promise<AnnotationView> {
    const known = this.#views.get(uri);
    if (known) return known;
    const isClosed = (folder: string): boolean => this.#closed.has(folder);
    const view = readView(this.#files(), uri, isClosed, (...of) => this.#labelsIn(...of)).catch((error: unknown) => {
      if (!(error instanceof FileError)) this.#log.failure('annotations', error);
      return NO_ANNOTATIONS;
    });
    this.#views.set(uri, view);
    return view;
  }

  drop(uri: string): void {
    this.#views.delete(uri);
  }

  /** Files are others now. */
  clear(): void {
    this.#views.clear();
    this.#labels.clear();
  }

  /** Letters beside each other have the same labels, which are read for the first of them. */
  #labelsIn(files: Files, places: readonly AnnotationPlace[]): ReturnType<typeof labelsIn> {
    const key = JSON.stringify(places.map(({ folder }) => folder));
    const known = this.#labels.get(key) ?? labelsIn(files, places);
    this.#labels.set(key, known);
    return known;
  }

  /**
   * Makes a change to what is known then, one change after the other. `plan` gives the events and the base texts that their
   * passages stand in. `layer` is whose file they go to: the author's own, or `GOLD`. Rejects with a FileError where they cannot be written, and with whatever `plan` throws.
   */
  change<T extends Planned>(
    uri: string,
    author: string,
    plan: (view: AnnotationView) => T,
    layer: string = author,
  ): Promise<T> {
    const change = this.#last.then(async () => {
      const view = await this.of(uri);
      const planned = plan(view);
      if (planned.events.length > 0) await this.#write(view, { uri, author, layer }, planned);
      return planned;
    });
    this.#last = change.catch(() => undefined);
    return change;
  }

  async #write(view: AnnotationView, writer: Writer, planned: Planned): Promise<void> {
    const { target, places } = view;
    if (!target) throw new FileError('this editor gives no place for it');
    try {
      await this.#append(view, target, writer, planned);
    } catch (error) {
      const storage = places.find(({ isStorage }) => isStorage);
      if (target.isStorage || !storage || !(error instanceof FileError)) throw error;
      // A folder within one that cannot be written to is no place for what belongs to the whole workspace.
      for (const { folder } of places) this.#closed.add(folder);
      await this.#append(view, storage, writer, planned);
    } finally {
      this.clear();
    }
  }

  async #append(
    view: AnnotationView,
    target: AnnotationPlace,
    { uri, author, layer }: Writer,
    { events, bases }: Planned,
  ) {
    const files = this.#files();
    // The base texts first: an annotation whose text is missing would be looked for by its words only.
    for (const { hash, units } of bases) {
      const address = addressIn(target.folder, basePath(hash));
      if ((await files.read(address)) === null) await files.append(address, units.text);
    }
    if (target.isStorage && !view.sources.some(({ place }) => place === target)) await nameLetter(files, target, uri);
    const at = new Date().toISOString();
    const lines = new Map<AnnotationPlace, string>();
    for (const event of events) {
      const own = view.sources.filter((source) => source.author === layer);
      const holder = 'id' in event && event.op !== 'add' ? own.find(({ ids }) => ids.has(event.id)) : undefined;
      const place = holder?.place ?? target;
      const next = own.find((source) => source.place === place)?.next ?? 1;
      const before = lines.get(place) ?? '';
      const n = next + before.split('\n').length - 1;
      lines.set(place, before + eventLine({ ...event, n, at, by: author }));
    }
    for (const [{ folder, letter }, text] of lines)
      await files.append(addressIn(folder, storePath(letter, layer)), text);
    if (!target.isStorage) this.#kept(target.folder);
  }
}

/** Whose annotations stand in a folder of the storage. */
export const nameLetter = async (files: Files, { folder, letter }: AnnotationPlace, uri: string): Promise<void> => {
  const address = addressIn(folder, addressPath(letter));
  if ((await files.read(address)) === null) await files.append(address, `${uri}\n`);
};

/** Events to write, with the base texts that may have to be written before them. */
export interface Planned {
  readonly events: readonly NewEvent[];
  readonly bases: readonly Base[];
}

/** Who writes of which letter, and into whose file. */
interface Writer {
  readonly uri: string;
  readonly author: string;
  readonly layer: string;
}
