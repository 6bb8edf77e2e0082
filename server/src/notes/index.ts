export { type Beside, type DocumentNotes, NO_NOTES, notesBeside } from './beside.ts';
export { type Correction, correctionsOf } from './corrections.ts';
export { type Drafts, draftsFor } from './draft.ts';
export { judge, keysOf, type Silenced, type Verdict } from './judge.ts';
export { ATTRIBUTES, ATTRIBUTES_FILE, type Draft, NOTES_FILE, type Note } from './note.ts';
export { type DamagedLine, type NoteFile, readDraft, readNotes } from './read.ts';
export { staleNotes } from './stale.ts';
export { titleOf } from './title.ts';
export { noteLine, removalLine } from './write.ts';
