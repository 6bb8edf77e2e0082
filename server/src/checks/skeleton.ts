import type { Edit } from './check.ts';

/** A place in a skeleton for the person to fill in; with `options` the editor offers them. */
export interface Stop {
  readonly options?: readonly string[];
}

/** Text to insert, with places to fill in. */
export type Skeleton = readonly (string | Stop)[];

export const STOP: Stop = {};

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
  const stops = skeleton.filter((piece) => typeof piece !== 'string');
  const last = stops.at(-1);
  let number = 0;
  const pieces = skeleton.map((piece) => {
    if (typeof piece === 'string') return escaped(piece);
    number += 1;
    // A final stop cannot offer a choice, so `$0` follows one.
    if (piece.options)
      return `\${${number}|${piece.options.map(escapedOption).join(',')}|}${piece === last ? '$0' : ''}`;
    return number === stops.length ? '$0' : `$${number}`;
  });
  return pieces.join('');
};

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const escapedOption = (text: string): string => text.replace(/[\\$},|]/g, '\\$&');
