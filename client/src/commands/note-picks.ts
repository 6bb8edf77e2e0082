import type { NoteInfo } from '../../../server/src/protocol.ts';

/** A note in a list to choose from. */
export interface NotePick {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly picked: boolean;
}

const descriptionOf = ({ stale, lost }: NoteInfo): string => {
  if (lost) return 'its letter is gone';
  return stale ? 'about nothing in this letter any more' : '';
};

const isIdle = ({ stale, lost }: NoteInfo): boolean => stale || lost;

/** Those that are about nothing any more first, and taken already: that is what the command is mostly for. */
export const notePicks = (notes: readonly NoteInfo[]): readonly NotePick[] =>
  [...notes.filter(isIdle), ...notes.filter((note) => !isIdle(note))].map((note) => ({
    id: note.id,
    label: note.title,
    description: descriptionOf(note),
    detail: [note.code, note.path].filter(Boolean).join(' · '),
    picked: isIdle(note),
  }));
