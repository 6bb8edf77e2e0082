import type { Stretch, Value } from '../model.ts';
import { type Base, inOrder } from '../passage.ts';
import { quoteOf } from '../text-units.ts';

/* What reading and writing brat's `.ann` share: how a stretch is broken at line ends, and how labels and values are named. */

/** The attributes and notes by which our members are known in a `.ann`. */
export const NAMES = {
  state: 'State',
  author: 'Author',
  value: 'Value',
  sic: 'Sic',
  note: 'AnnotatorNotes',
  rest: 'Imr',
};

/**
 * A stretch as brat has it: no piece holds a line end, and blanks beside one are left out. Empty where there is nothing but
 * blanks.
 */
export const piecesOf = ({ units }: Base, stretch: Stretch): readonly Stretch[] => {
  const pieces: Stretch[] = [];
  let [at] = stretch;
  for (const line of quoteOf(units, stretch).split('\n')) {
    const length = [...line].length;
    // Blanks are no surrogate pairs, so their units are code points.
    const lead = line.length - line.trimStart().length;
    const tail = line.length - line.trimEnd().length;
    if (lead < line.length) pieces.push([at + lead, at + length - tail]);
    at += length + 1;
  }
  return pieces;
};

/** Pieces between which there is nothing but a line end are one stretch again. */
export const joined = ({ units }: Base, pieces: readonly Stretch[]): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  for (const [start, end] of inOrder(pieces)) {
    const last = stretches.at(-1);
    if (last && isLineEnd(quoteOf(units, [last[1], start]))) stretches[stretches.length - 1] = [last[0], end];
    else stretches.push([start, end]);
  }
  return stretches;
};

const isLineEnd = (between: string): boolean => between.includes('\n') && between.trim() === '';

export const isSame = (some: readonly Stretch[], others: readonly Stretch[]): boolean =>
  some.length === others.length && some.every(([start, end], i) => start === others[i]?.[0] && end === others[i]?.[1]);

/** A label as the name of a type: letters, digits, hyphens and underscores. */
export const typeOf = (label: string): string => label.replace(/[^\w-]+/g, '_') || '_';

/** A value as that of an attribute; null where it is none, or has blanks, for which attributes have no place. */
export const tokenOf = (value: Value): string | null => {
  const token = value === null ? '' : String(value);
  return token === '' || /\s/.test(token) ? null : token;
};

/** A note in one line. */
export const lineOf = (note: string): string => note.replace(/\s/g, ' ');
