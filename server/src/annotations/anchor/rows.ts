import type { Words } from './words.ts';

/** As many equal words in a row are no chance. */
export const ROW = 3;

/** A number for `ROW` words; different rows may have the same, so what it finds is compared. */
export const rowAt = ({ ids }: Words, word: number): number =>
  ((ids[word] ?? 0) * 8191 + (ids[word + 1] ?? 0)) * 8191 + (ids[word + 2] ?? 0);
