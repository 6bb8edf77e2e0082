import { printable } from '../text/printable.ts';
import type { Note } from './note.ts';

const quoted = (text: string): string => `“${printable(text)}”`;

/** A note in one line, for a list: `[sic] “medical branch” for “medial branch”`. */
export const titleOf = (note: Note): string => {
  switch (note.kind) {
    case 'sic':
      return `[sic] ${quoted(note.quote)} for ${quoted(note.reading)}`;
    case 'ignore':
      return `Ignored: ${quoted(note.quote)}`;
    case 'ignore-in-letter':
      return note.quote === null ? 'Ignored in one letter' : `Ignored in one letter: ${quoted(note.quote)}`;
    case 'ignore-in-folder':
      return `Ignored everywhere: ${quoted(note.quote)}`;
    case 'word':
      return `Word: ${quoted(note.word)}`;
  }
};
