import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CheckSettings, checkLetter } from '../checks/index.ts';
import type { PlacedLetter } from '../letter/model.ts';
import {
  type Correction,
  correctionsOf,
  type DocumentNotes,
  judge,
  keysOf,
  NO_NOTES,
  NOTES_FILE,
  type NoteFile,
  notesBeside,
  readNotes,
  type Verdict,
} from '../notes/index.ts';
import { decode } from './decode.ts';
import { besideFiles } from './folders-above.ts';

interface Kept {
  readonly folder: string;
  readonly file: NoteFile;
  readonly stamp: string;
}

/**
 * The notes beside the documents of a run: those in the folder of a document and in the folders above it, up to the
 * outermost of `roots` that holds it. Each file is read once.
 */
export class Beside {
  readonly #kept = new Map<string, Kept | null>();
  readonly #keptFor: (file: string) => readonly Kept[];
  #sentences: string[] = [];

  /** `roots`: the paths that a person named and the folder that the command runs in; null to look at no notes. */
  constructor(roots: readonly string[] | null) {
    this.#keptFor = besideFiles(roots ?? [], (folders) => folders.flatMap((folder) => this.#keptIn(folder) ?? []));
  }

  /** `file`: a document's absolute path; null for the standard input, which has none. */
  of(file: string | null): DocumentNotes {
    const kept = file === null ? [] : this.#keptFor(file);
    if (file === null || kept.length === 0) return NO_NOTES;
    const pathIn = (folder: string): string => path.relative(folder, file).split(path.sep).join('/');
    return notesBeside(kept.map(({ folder, file: notes }) => ({ file: notes, path: pathIn(folder) })));
  }

  /** Changes when notes beside the file do; empty where there are none. */
  stamp(file: string): string {
    return this.#keptFor(path.resolve(file))
      .map(({ stamp }) => stamp)
      .join('');
  }

  /** What is to be said of files of notes that were read since the last time. */
  takeSentences(): readonly string[] {
    const sentences = this.#sentences;
    this.#sentences = [];
    return sentences;
  }

  #keptIn(folder: string): Kept | null {
    const known = this.#kept.get(folder);
    if (known !== undefined) return known;
    const kept = this.#read(folder);
    this.#kept.set(folder, kept);
    return kept;
  }

  #read(folder: string): Kept | null {
    const name = path.join(folder, ...NOTES_FILE.split('/'));
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(name);
    } catch {
      // Most folders have none.
      return null;
    }
    const decoded = decode(bytes);
    const file = readNotes(decoded.kind === 'text' ? decoded.text : '');
    for (const { line, reason } of file.damaged) {
      this.#sentences.push(`line ${line} of ${name} is no note and was passed over: ${reason}.`);
    }
    return { folder, file, stamp: createHash('sha256').update(bytes).digest('hex').slice(0, STAMP) };
  }
}

const STAMP = 16;

/** What notes make of the problems of a document's letters. */
export const verdicts = (
  letters: readonly PlacedLetter[],
  notes: DocumentNotes,
  settings: CheckSettings,
): readonly { readonly placed: PlacedLetter; readonly verdict: Verdict }[] => {
  const keys = keysOf(letters, notes);
  return letters.map((placed) => ({
    placed,
    verdict: judge(placed.letter, checkLetter(placed.letter, settings), notes, keys),
  }));
};

/** What [sic] notes say of a document's letters; letters without any are not even checked. */
export const readings = (
  letters: readonly PlacedLetter[],
  notes: DocumentNotes,
): ReadonlyMap<PlacedLetter, readonly Correction[]> => {
  if (!notes.all.some(({ note }) => note.kind === 'sic')) return new Map();
  const keys = keysOf(letters, notes);
  return new Map(
    verdicts(letters, notes, {}).map(({ placed, verdict }) => [
      placed,
      correctionsOf(placed.letter, verdict.silenced, notes, keys),
    ]),
  );
};
