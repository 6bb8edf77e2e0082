import { LABEL_FILES } from '../annotations/labels/files.ts';
import { DEFAULT_LABELS, indexLabels, type LabelIndex, type LabelSet } from '../annotations/labels/labels.ts';
import type { Loaded, Problem } from '../annotations/model.ts';
import { type OpenLetter, openLetter, openStore, type StoreText } from '../annotations/store/open.ts';
import { basePath, folderOf, partsOfStorePath } from '../annotations/store/paths.ts';
import type { Home } from '../protocol.ts';
import { FileError, type Files } from './files.ts';
import { pathFrom } from './folders.ts';

/** A folder that may hold annotations of a letter. */
export interface AnnotationPlace {
  /** The folder's address, without a closing slash. */
  readonly folder: string;
  /** The letter's path from there; in the storage, which holds letters of any folder, its address as one name. */
  readonly letter: string;
  /** The extension's own storage. */
  readonly isStorage: boolean;
}

/** A file of one annotator's, as it was read. */
export interface StoreSource {
  readonly place: AnnotationPlace;
  readonly author: string;
  /** The number for the next event. */
  readonly next: number;
  /** The annotations that it holds. */
  readonly ids: ReadonlySet<string>;
}

/** All that is kept of a letter's annotations. */
export interface AnnotationView {
  readonly open: OpenLetter;
  readonly labels: LabelIndex;
  readonly problems: readonly Problem[];
  readonly sources: readonly StoreSource[];
  /** Where new ones go; null where there is no place. */
  readonly target: AnnotationPlace | null;
  readonly places: readonly AnnotationPlace[];
}

export const NO_ANNOTATIONS: AnnotationView = {
  open: { layers: [], bases: new Map() },
  labels: indexLabels(DEFAULT_LABELS),
  problems: [],
  sources: [],
  target: null,
  places: [],
};

/** The address of a path in a folder. */
export const addressIn = (folder: string, path: string): string =>
  `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** The places of a letter: its folders, the innermost first, and the storage. */
export const placesOf = (uri: string, home: Home): readonly AnnotationPlace[] => [
  ...home.folders.map((folder) => ({ folder, letter: pathFrom(folder, uri), isStorage: false })),
  // One name that every system can have.
  ...(home.storage === null ? [] : [{ folder: home.storage, letter: nameOfAddress(uri), isStorage: true }]),
];

const LONGEST = 120;
const nameOfAddress = (uri: string): string => {
  const name = [...uri].map((character) => (/[\w.-]/.test(character) ? character : '_')).join('');
  let sum = 0;
  for (let i = 0; i < uri.length; i++) sum = (Math.imul(sum, 31) + uri.charCodeAt(i)) >>> 0;
  return `${name.slice(-LONGEST)}-${sum.toString(36)}`;
};

interface ReadText {
  readonly place: AnnotationPlace;
  readonly store: StoreText;
}

/** Reads all that is kept of a letter. Rejects with a FileError where a place cannot be reached. */
export const readView = async (
  files: Files,
  uri: string,
  isClosed: (folder: string) => boolean,
  labelsOf: typeof labelsIn,
): Promise<AnnotationView> => {
  const home = await files.home(uri);
  const places = placesOf(uri, home);
  const found = (await Promise.all(places.map((place) => storesIn(files, place)))).flat();
  const { value: set, problems: ofLabels } = await labelsOf(files, places);
  const texts = found.filter((one): one is ReadText => 'store' in one);
  const unread = found.filter((one): one is Problem => 'message' in one);
  const labels = indexLabels(set);
  const read = texts.map(({ place, store }) => ({ place, store: openStore(store) }));
  const hashes = new Set(
    read.flatMap(({ store }) => store.read.value.layer.annotations.map(({ passage }) => passage.base)),
  );
  const bases = await basesOf(files, places, hashes);
  const { value, problems } = openLetter(
    read.map(({ store }) => store),
    (hash) => bases.get(hash) ?? null,
    labels,
  );
  const folders = places.filter(({ folder, isStorage }) => !isStorage && home.writable && !isClosed(folder));
  return {
    open: value,
    labels,
    problems: [...ofLabels, ...unread, ...problems],
    sources: read.map(({ place, store }) => {
      const { layer, next } = store.read.value;
      return { place, author: store.author, next, ids: new Set(layer.annotations.map(({ id }) => id)) };
    }),
    // Where there are some already, else for the whole workspace; else apart.
    target:
      folders.find((place) => read.some((one) => one.place === place)) ??
      folders.at(-1) ??
      places.find(({ isStorage }) => isStorage) ??
      null,
    places,
  };
};

const storesIn = async (files: Files, place: AnnotationPlace): Promise<readonly (ReadText | Problem)[]> => {
  const folder = folderOf(place.letter);
  const names = await files.names(addressIn(place.folder, folder)).catch(() => []);
  const authors = names.flatMap((name) => {
    const author = partsOfStorePath(`${folder}/${name}`)?.author;
    return author === undefined ? [] : [{ file: `${folder}/${name}`, author }];
  });
  return Promise.all(
    authors.map(async ({ file, author }) => {
      try {
        const text = (await files.read(addressIn(place.folder, file))) ?? '';
        return { place, store: { file, author, text } };
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        return { file, line: null, message: `This file could not be read: ${error.message}.` };
      }
    }),
  );
};

/** The labels of the innermost folder that has any, else those that come with the product. */
export const labelsIn = async (files: Files, places: readonly AnnotationPlace[]): Promise<Loaded<LabelSet>> => {
  for (const { folder, isStorage } of places) {
    for (const [path, read] of isStorage ? [] : LABEL_FILES) {
      const text = await files.read(addressIn(folder, path)).catch(() => null);
      const { value, problems } = text === null ? { value: null, problems: [] } : read(path, text);
      if (value) return { value, problems };
    }
  }
  return { value: DEFAULT_LABELS, problems: [] };
};

const basesOf = async (
  files: Files,
  places: readonly AnnotationPlace[],
  hashes: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> => {
  const bases = new Map<string, string>();
  await Promise.all(
    [...hashes].map(async (hash) => {
      for (const { folder } of places) {
        const text = await files.read(addressIn(folder, basePath(hash))).catch(() => null);
        if (text === null) continue;
        bases.set(hash, text);
        return;
      }
    }),
  );
  return bases;
};
