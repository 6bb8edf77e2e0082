import type { Edit } from './check.ts';

/** A place in a skeleton for the person to fill in. */
export const STOP = Symbol('stop');

/** Text to insert, with places to fill in. */
export type Skeleton = readonly (string | typeof STOP)[];

/**
 * The edit that replaces [start, end) by a skeleton. Its plain text leaves the places empty, since nothing is guessed for
 * the person; its snippet stops at each, at the last one with `$0`.
 */
export const editOf = (skeleton: Skeleton, start: number, end = start): Edit => ({
  span: { start, end },
  text: skeleton.filter((piece) => typeof piece === 'string').join(''),
  snippet: snippetOf(skeleton),
});

const snippetOf = (skeleton: Skeleton): string => {
  const stops = skeleton.filter((piece) => piece === STOP).length;
  let number = 0;
  const pieces = skeleton.map((piece) => {
    if (piece !== STOP) return escaped(piece);
    number += 1;
    return number === stops ? '$0' : `$${number}`;
  });
  return pieces.join('');
};

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
