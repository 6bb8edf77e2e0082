import { hashOf } from '../annotations/hash.ts';
import { ANNOTATIONS, basesIn } from '../annotations/store/folders.ts';
import { addressPath, basePath, partsOfStorePath, storePath } from '../annotations/store/paths.ts';
import { unitTextOf } from '../annotations/text-units.ts';
import { type AnnotationPlace, addressIn } from './annotations-view.ts';
import type { Files } from './files.ts';

/** Annotations whose letter is not at its place any more. */
export interface Gone {
  readonly place: AnnotationPlace;
  /** Where the letter was. */
  readonly uri: string;
  /** Whose files there are. */
  readonly authors: readonly string[];
}

/** Files that are asked for in one request. */
const TOGETHER = 500;

/** A text as base texts are kept: with LF line ends. */
export const baseTextOf = (text: string): string => unitTextOf(text).text;

/** The base texts that annotations were made on; none that is missing or was changed. */
export const baseTextsOf = async (files: Files, { place, authors }: Gone): Promise<readonly string[]> => {
  const stores = await files.readAll(authors.map((author) => addressIn(place.folder, storePath(place.letter, author))));
  const hashes = [...new Set(stores.flatMap((text) => basesIn(text ?? '')))];
  const texts = await files.readAll(hashes.map((hash) => addressIn(place.folder, basePath(hash))));
  return texts.flatMap((text, i) => {
    const base = text === null ? null : baseTextOf(text);
    return base !== null && hashOf(base) === hashes[i] ? [base] : [];
  });
};

/** Annotations in a folder whose letter is gone. */
export const goneAt = (folder: string, letter: string, authors: readonly string[]): Gone => ({
  place: { folder, letter, isStorage: false },
  uri: addressIn(folder, letter),
  authors,
});

/** Those in the extension's own storage, as far as it is known whose they are. Rejects with a FileError. */
export const goneInStorage = async (files: Files, storage: string): Promise<readonly Gone[]> => {
  const stamps = await files.stamps(`${storage}/${ANNOTATIONS}`);
  const authors = new Map<string, string[]>();
  for (const { path } of stamps) {
    const parts = partsOfStorePath(`${ANNOTATIONS}/${path}`);
    if (parts) authors.set(parts.letter, [...(authors.get(parts.letter) ?? []), parts.author]);
  }
  const letters = [...authors.keys()].sort();
  const addresses = (await files.readAll(letters.map((letter) => addressIn(storage, addressPath(letter))))).map(
    (text) => text?.trim() ?? '',
  );
  const there = await Promise.all(
    addresses.map(
      (uri) =>
        uri === '' ||
        files.read(uri).then(
          (text) => text !== null,
          () => true,
        ),
    ),
  );
  return letters.flatMap((letter, i): readonly Gone[] => {
    const place = { folder: storage, letter, isStorage: true };
    return there[i] === true ? [] : [{ place, uri: addresses[i] ?? '', authors: authors.get(letter) ?? [] }];
  });
};

/** Texts of files, some at a time; what cannot be read is passed over. */
export async function* textsOf(
  files: Files,
  addresses: readonly string[],
): AsyncGenerator<readonly [uri: string, text: string]> {
  for (let at = 0; at < addresses.length; at += TOGETHER) {
    const lot = addresses.slice(at, at + TOGETHER);
    for (const [i, text] of (await files.readAll(lot)).entries()) if (text !== null) yield [lot[i] ?? '', text];
  }
}

/**
 * Which annotations belong to which letter for certain: the letter's text is, character by character, one that they were
 * made on, no other letter has such a text, and no other annotations were made on it. `free` are the letters without any.
 */
export const certainPairs = async (
  files: Files,
  gone: readonly Gone[],
  free: readonly string[],
): Promise<readonly (readonly [Gone, string])[]> => {
  const byText = new Map<string, Gone[]>();
  for (const one of gone) {
    for (const text of await baseTextsOf(files, one)) byText.set(text, [...(byText.get(text) ?? []), one]);
  }
  if (byText.size === 0) return [];
  const lengths = new Set([...byText.keys()].map(({ length }) => length));
  const letters = new Map<Gone, string[]>();
  const wanted = new Map<string, number>();
  for await (const [uri, text] of textsOf(files, [...new Set(free)])) {
    const base = baseTextOf(text);
    for (const one of lengths.has(base.length) ? (byText.get(base) ?? []) : []) {
      letters.set(one, [...(letters.get(one) ?? []), uri]);
      wanted.set(uri, (wanted.get(uri) ?? 0) + 1);
    }
  }
  return [...letters].flatMap(([one, [uri = '', ...others]]) =>
    others.length === 0 && wanted.get(uri) === 1 ? [[one, uri] as const] : [],
  );
};
