/*
 * What a person has decided about problems, kept beside the letters (docs/notes.md). A note names the check and the words,
 * never a line, so that it survives edits, moves and new names of the file.
 */

/** Which letter a note was made in. */
export interface OfLetter {
  /** The file's path from the folder that holds `.imr`: a hint, since files are moved. */
  readonly path: string;
  /** What tells the letter from others whatever its file is called (`letterKey`). */
  readonly letter: string;
}

/** One place of one letter: the words and what stands around them, white space squeezed. */
export interface AtPlace extends OfLetter {
  readonly code: string;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** Which of several places of the same words and surroundings, from 0. */
  readonly nth: number;
}

/** The print is kept as it is; `reading` is what it should say. */
export interface Sic extends AtPlace {
  readonly kind: 'sic';
  readonly reading: string;
}

export interface Ignore extends AtPlace {
  readonly kind: 'ignore';
}

/** `quote` null: whatever the check reports in this letter. */
export interface IgnoreInLetter extends OfLetter {
  readonly kind: 'ignore-in-letter';
  readonly code: string;
  readonly quote: string | null;
}

export interface IgnoreInFolder {
  readonly kind: 'ignore-in-folder';
  readonly code: string;
  readonly quote: string;
}

/** A word that is right, in every letter of the folder. */
export interface Word {
  readonly kind: 'word';
  readonly word: string;
}

/** What is decided, without the name and time that it is kept under. */
export type Draft = Sic | Ignore | IgnoreInLetter | IgnoreInFolder | Word;

/** A note as it is kept. */
export type Note = Draft & {
  readonly id: string;
  /** When it was made, ISO 8601; null where that is not told. */
  readonly at: string | null;
};

/** Notes about a place of a letter. */
export type PlaceNote = Note & (Sic | Ignore);

/** The file of notes in the folder that holds it. */
export const NOTES_FILE = '.imr/notes.jsonl';

/**
 * Tells git to merge what several people wrote by taking the lines of both, and to change no line end of the texts that
 * annotations stand in.
 */
export const ATTRIBUTES_FILE = '.imr/.gitattributes';
export const ATTRIBUTES = '*.jsonl text eol=lf merge=union\nbase/** -text\n';
