import type { Note, OfLetter, PlaceNote } from './note.ts';
import type { NoteFile } from './read.ts';

/** A file of notes and the path from its folder to the document that is asked about. */
export interface Beside {
  readonly file: NoteFile;
  readonly path: string;
}

/** A note that may be about the document, and whether it names the document's present path. */
export interface Candidate<N extends Note = Note> {
  readonly note: N;
  readonly here: boolean;
}

/** All notes that may be about one document, found by what they are about. Made once, and again when a file changes. */
export interface DocumentNotes {
  readonly isEmpty: boolean;
  /** In lower case. */
  readonly words: ReadonlyMap<string, Note>;
  readonly byCode: ReadonlyMap<string, readonly Candidate[]>;
  readonly all: readonly Candidate[];
}

/** Gathers the notes of the files of a document's home, the innermost folder's first. */
export const notesBeside = (files: readonly Beside[]): DocumentNotes => {
  const all = files.flatMap(({ file, path }) =>
    file.notes.map((note): Candidate => ({ note, here: 'path' in note && note.path === path })),
  );
  const words = new Map<string, Note>();
  const byCode = new Map<string, Candidate[]>();
  for (const candidate of all) {
    const { note } = candidate;
    if (note.kind === 'word') {
      words.set(note.word.toLowerCase(), note);
      continue;
    }
    const list = byCode.get(note.code);
    if (list) list.push(candidate);
    else byCode.set(note.code, [candidate]);
  }
  return { isEmpty: all.length === 0, words, byCode, all };
};

export const NO_NOTES: DocumentNotes = notesBeside([]);

/** The letters of one document, as far as notes tell them apart. */
export interface Belonging {
  /** `letterKey` of the letter that is asked about. */
  readonly key: string;
  /** The keys of all letters of the document, set apart by blanks. */
  readonly keys: string;
}

/**
 * Is a note about this letter? It is where it names the letter's key, and where it names the document's path and the key
 * of no letter there, since an edit may have changed the key.
 */
export const belongs = (note: OfLetter, here: boolean, { key, keys }: Belonging): boolean =>
  note.letter === key || (here && !keys.includes(note.letter));

export const isAtPlace = (note: Note): note is PlaceNote => note.kind === 'sic' || note.kind === 'ignore';
