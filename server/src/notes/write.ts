import type { Draft } from './note.ts';
import { MEMBERS } from './read.ts';

/** A note as one line of the file, with its end. Members stand in a fixed order, so that the same note is the same line. */
export const noteLine = (draft: Draft, id: string, at: string): string => {
  const values = draft as unknown as Readonly<Record<string, unknown>>;
  const members = Object.keys(MEMBERS[draft.kind]).map((name) => [name, values[name]] as const);
  return `${JSON.stringify({ v: 1, id, kind: draft.kind, ...Object.fromEntries(members), at })}\n`;
};

/** The line that removes a note. Nothing is ever taken out of the file, so that merges stay a matter of lines. */
export const removalLine = (note: string, at: string): string =>
  `${JSON.stringify({ v: 1, kind: 'removed', note, at })}\n`;
