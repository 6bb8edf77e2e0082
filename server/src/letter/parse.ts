import type { PlacedLetter } from './model.ts';

/** PLACEHOLDER signature while the parser is being written. */
export const parse = (_text: string): readonly PlacedLetter[] => [];
