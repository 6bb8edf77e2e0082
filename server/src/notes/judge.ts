import type { Problem } from '../checks/index.ts';
import type { Letter } from '../letter/model.ts';
import { type Belonging, belongs, type DocumentNotes, isAtPlace } from './beside.ts';
import type { Note, PlaceNote } from './note.ts';
import { letterKey, likeness, placeAt, quoteAt } from './place.ts';

export interface Silenced {
  readonly problem: Problem;
  readonly note: Note;
}

/** What becomes of a letter's problems by its notes. Both lists keep the order of the problems. */
export interface Verdict {
  readonly shown: readonly Problem[];
  readonly silenced: readonly Silenced[];
}

/** The keys of a document's letters, as `Belonging` has them; one value for as long as they stay the same. */
export const keysOf = (letters: readonly { readonly letter: Letter }[], notes: DocumentNotes): string =>
  notes.isEmpty ? '' : letters.map(({ letter }) => letterKey(letter)).join(' ');

/** Matches the problems of a letter with the notes beside its document. Deterministic, and linear where notes are few. */
export const judge = (letter: Letter, problems: readonly Problem[], notes: DocumentNotes, keys: string): Verdict => {
  if (notes.isEmpty || problems.length === 0) return { shown: problems, silenced: [] };
  const belonging: Belonging = { key: letterKey(letter), keys };
  const silencing = new Map<Problem, Note>();
  for (const problem of problems) {
    const note = generalNote(letter, problem, notes, belonging);
    if (note) silencing.set(problem, note);
  }
  for (const [code, candidates] of notes.byCode) {
    const places = candidates.flatMap(({ note, here }) =>
      isAtPlace(note) && belongs(note, here, belonging) ? [note] : [],
    );
    const open =
      places.length === 0 ? [] : problems.filter((problem) => problem.code === code && !silencing.has(problem));
    if (open.length > 0) for (const [problem, note] of matched(letter, open, places)) silencing.set(problem, note);
  }
  return {
    shown: problems.filter((problem) => !silencing.has(problem)),
    silenced: problems.flatMap((problem) => {
      const note = silencing.get(problem);
      return note ? [{ problem, note }] : [];
    }),
  };
};

/** The note that silences a problem wherever it stands in the letter or folder; undefined where none does. */
const generalNote = (
  letter: Letter,
  problem: Problem,
  { words, byCode }: DocumentNotes,
  belonging: Belonging,
): Note | undefined => {
  const word = problem.word === undefined ? undefined : words.get(problem.word.toLowerCase());
  if (word) return word;
  return byCode.get(problem.code)?.find(({ note, here }) => {
    if (note.kind === 'ignore-in-folder') return note.quote === quoteAt(letter, problem.span);
    if (note.kind !== 'ignore-in-letter' || !belongs(note, here, belonging)) return false;
    return note.quote === null || note.quote === quoteAt(letter, problem.span);
  })?.note;
};

/** Each note silences one problem, the likest first: those whose surroundings are as they were go before all others. */
const matched = (
  letter: Letter,
  problems: readonly Problem[],
  notes: readonly PlaceNote[],
): ReadonlyMap<Problem, PlaceNote> => {
  const places = problems.map((problem) => ({ problem, place: placeAt(letter, problem.span) }));
  const pairs = notes.flatMap((note) => {
    let nth = 0;
    return places
      .filter(({ place }) => place.quote === note.quote)
      .map(({ problem, place }) => ({ note, problem, like: likeness(note, place) }))
      .filter(({ like }) => like > 0)
      .map((pair) => ({ ...pair, far: Math.abs(nth++ - note.nth) }));
  });
  const result = new Map<Problem, PlaceNote>();
  const taken = new Set<PlaceNote>();
  for (const { note, problem } of pairs.sort((a, b) => b.like - a.like || a.far - b.far)) {
    if (taken.has(note) || result.has(problem)) continue;
    taken.add(note);
    result.set(problem, note);
  }
  return result;
};
