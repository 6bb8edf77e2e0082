import type { Letter } from '../letter/model.ts';
import { flowOf, sourceSpan } from '../text/flow.ts';
import type { Span } from '../text/span.ts';
import { type Belonging, belongs, type DocumentNotes } from './beside.ts';
import type { Silenced } from './judge.ts';
import type { Note, Sic } from './note.ts';
import { letterKey, likeness, placeAt, type Surroundings } from './place.ts';

/** What a [sic] note says of a letter: the print that stays, and what it should say. The span is the letter's own. */
export interface Correction {
  readonly id: string;
  readonly span: Span;
  readonly reading: string;
  readonly code: string;
}

/**
 * The [sic] notes of a letter with the places they are about, in the order of the text. A place is found by the problem
 * that the note silences, else by its words: a person's reading outlives a check that is off or has become another.
 */
export const correctionsOf = (
  letter: Letter,
  silenced: readonly Silenced[],
  notes: DocumentNotes,
  keys: string,
): readonly Correction[] => {
  if (notes.isEmpty) return [];
  const belonging: Belonging = { key: letterKey(letter), keys };
  const spans = new Map<Note, Span>(silenced.map(({ problem, note }) => [note, problem.span]));
  const found = notes.all.flatMap(({ note, here }): Correction[] => {
    if (note.kind !== 'sic' || !belongs(note, here, belonging)) return [];
    const span = spans.get(note) ?? placeOf(letter, note);
    return span ? [{ id: note.id, span, reading: note.reading, code: note.code }] : [];
  });
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
};

/** Where the words of a note stand with the likest surroundings; null where they do not. */
const placeOf = (letter: Letter, note: Sic & Surroundings): Span | null => {
  if (note.quote === '') return null;
  const flow = flowOf(letter, 0, letter.text.length);
  let best: { readonly span: Span; readonly like: number } | null = null;
  for (let at = flow.text.indexOf(note.quote); at >= 0; at = flow.text.indexOf(note.quote, at + 1)) {
    const span = sourceSpan(flow, at, at + note.quote.length);
    const like = likeness(note, placeAt(letter, span));
    if (like > (best?.like ?? 0)) best = { span, like };
  }
  return best?.span ?? null;
};
