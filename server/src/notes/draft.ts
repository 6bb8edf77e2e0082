import type { Problem } from '../checks/index.ts';
import type { Letter } from '../letter/model.ts';
import type { AtPlace, Draft } from './note.ts';
import { likeness, ofLetter, placeAt } from './place.ts';

/** The place of a problem as a note has it. `problems` are all of the letter, to tell places that look the same apart. */
const atPlace = (letter: Letter, problem: Problem, problems: readonly Problem[], path: string): AtPlace => {
  const place = placeAt(letter, problem.span);
  const alike = problems.filter(({ code, span }) => {
    if (code !== problem.code) return false;
    const other = placeAt(letter, span);
    return other.quote === place.quote && likeness(place, other) > 0;
  });
  return { code: problem.code, ...place, nth: Math.max(alike.indexOf(problem), 0), ...ofLetter(letter, path) };
};

/** The notes that a person may make about a problem, in the order in which they are offered. */
export interface Drafts {
  /** Only where the problem has a reading: without one there is nothing to record. */
  readonly sic: Draft | null;
  readonly ignore: Draft;
  readonly inLetter: Draft;
  /** Null where the problem is not about certain words, or about a word that may be added. */
  readonly inFolder: Draft | null;
  readonly word: Draft | null;
}

/**
 * A problem with a reading, or of a word, is about the words that are printed there; any other is about its place, so that
 * the same words elsewhere tell nothing.
 */
export const draftsFor = (letter: Letter, problem: Problem, problems: readonly Problem[], path: string): Drafts => {
  const place = atPlace(letter, problem, problems, path);
  const { code, reading, word } = problem;
  const isAboutWords = (reading !== undefined || word !== undefined) && place.quote !== '';
  return {
    sic: reading === undefined ? null : { kind: 'sic', ...place, reading },
    ignore: { kind: 'ignore', ...place },
    inLetter: { kind: 'ignore-in-letter', code, quote: isAboutWords ? place.quote : null, ...ofLetter(letter, path) },
    inFolder: isAboutWords && word === undefined ? { kind: 'ignore-in-folder', code, quote: place.quote } : null,
    word: word === undefined ? null : { kind: 'word', word },
  };
};
