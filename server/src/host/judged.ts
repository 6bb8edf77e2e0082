import { checkLetter, type Problem } from '../checks/index.ts';
import type { Letter, PlacedLetter } from '../letter/model.ts';
import {
  correctionsOf,
  type DocumentNotes,
  judge,
  keysOf,
  type Note,
  staleNotes,
  type Verdict,
} from '../notes/index.ts';
import { perLetter } from './per-letter.ts';
import type { Settings } from './settings.ts';

/** What holds for a document: the person's settings, and the notes beside it. */
export interface Terms {
  readonly settings: Settings;
  readonly notes: DocumentNotes;
}

interface Lettered {
  readonly letters: readonly PlacedLetter[];
}

/** The problems of a letter under these settings; found once for as long as both stay the same. */
export const problemsOf: (letter: Letter, settings: Settings) => readonly Problem[] = perLetter(
  (letter: Letter, settings: Settings) => checkLetter(letter, settings.checks),
);

const verdictOf: (letter: Letter, settings: Settings, notes: DocumentNotes, keys: string) => Verdict = perLetter(
  (letter: Letter, settings: Settings, notes: DocumentNotes, keys: string) =>
    judge(letter, problemsOf(letter, settings), notes, keys),
);

/** A letter of a document with what became of its problems. */
export interface Judged {
  readonly placed: PlacedLetter;
  readonly verdict: Verdict;
}

/** The letters of a document, each judged once for as long as letter, settings and notes stay the same. */
export const judged = ({ letters }: Lettered, { settings, notes }: Terms): readonly Judged[] => {
  const keys = keysOf(letters, notes);
  return letters.map((placed) => ({ placed, verdict: verdictOf(placed.letter, settings, notes, keys) }));
};

/** The [sic] notes of a letter, by the letters of its document. */
export const correctionsIn = ({ placed, verdict }: Judged, document: Lettered, { notes }: Terms) =>
  correctionsOf(placed.letter, verdict.silenced, notes, keysOf(document.letters, notes));

/** The notes that the letters of a document make use of, and those that name it and are about nothing in it any more. */
export const usedAndStale = (
  document: Lettered,
  terms: Terms,
): { readonly used: ReadonlySet<string>; readonly stale: readonly Note[] } => {
  if (terms.notes.isEmpty) return { used: new Set(), stale: [] };
  const used = new Set(
    judged(document, terms).flatMap((one) => [
      ...one.verdict.silenced.map(({ note }) => note.id),
      ...correctionsIn(one, document, terms).map(({ id }) => id),
    ]),
  );
  const keys = keysOf(document.letters, terms.notes);
  return { used, stale: staleNotes(terms.notes, terms.settings.checks, { keys, used }) };
};
