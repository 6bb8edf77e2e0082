import { type CheckSettings, isOn } from '../checks/index.ts';
import type { DocumentNotes } from './beside.ts';
import type { Note } from './note.ts';

/** What the letters of a document make of its notes. */
export interface Use {
  /** Keys of all its letters, set apart by blanks. */
  readonly keys: string;
  /** The notes that silence a problem or whose words were found. */
  readonly used: ReadonlySet<string>;
}

/**
 * The notes that name this document and are about nothing in it any more. Those of checks that are off, or that this
 * version does not have, say nothing of that; nor does what holds for a whole folder.
 */
export const staleNotes = (notes: DocumentNotes, settings: CheckSettings, { keys, used }: Use): readonly Note[] =>
  notes.all.flatMap(({ note, here }) => {
    if (!('path' in note) || used.has(note.id) || !isOn(note.code, settings)) return [];
    return here || keys.includes(note.letter) ? [note] : [];
  });
