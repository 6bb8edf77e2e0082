import type { ExecuteCommandParams } from 'vscode-languageserver';
import { type Note, readDraft, titleOf } from '../notes/index.ts';
import {
  type FileParams,
  type NoteInfo,
  type NotesResult,
  type RemoveNotesParams,
  SERVER_COMMANDS,
} from '../protocol.ts';
import { FileError } from './files.ts';
import { isRecord } from './json.ts';
import { usedAndStale } from './judged.ts';
import { lostNotes } from './lost-notes.ts';
import type { Service } from './service.ts';

/** Runs a command of the server. What a person asked for and could not be done is told to them. */
export const executeCommand = async (service: Service, params: ExecuteCommandParams): Promise<null> => {
  const [uri, members] = params.arguments ?? [];
  const draft = isRecord(members) ? readDraft(members) : null;
  if (
    params.command !== SERVER_COMMANDS.addNote ||
    typeof uri !== 'string' ||
    draft === null ||
    typeof draft === 'string'
  )
    throw new TypeError('No such command, or arguments that are not its own.');
  const failed = await attempt(service, () => service.notes.add(uri, draft));
  if (failed) service.tell(`The note could not be kept: ${failed}.`);
  return null;
};

/** Changes notes and says why that failed, null where it did not; what is shown follows either way. */
const attempt = async (service: Service, change: () => Promise<void>): Promise<string | null> => {
  try {
    await change();
    return null;
  } catch (error) {
    if (error instanceof FileError) return error.message;
    throw error;
  } finally {
    await service.notesChanged();
  }
};

const infoOf = (note: Note, stale: boolean, lost: boolean): NoteInfo => ({
  id: note.id,
  title: titleOf(note),
  code: 'code' in note ? note.code : null,
  path: 'path' in note ? note.path : null,
  stale,
  lost,
});

export const notesOf = async (service: Service, { uri }: FileParams): Promise<NotesResult> => {
  const terms = await service.termsOf(uri);
  const document = service.documents.get(uri);
  const stale = new Set(document && usedAndStale(document, terms).stale);
  const lost = await lostNotes(service, await service.notes.of(uri));
  if (!document) service.notes.forget(uri);
  return { notes: terms.notes.all.map(({ note }) => infoOf(note, stale.has(note), lost.has(note.id))) };
};

export const removeNotes = async (service: Service, { uri, ids }: RemoveNotesParams): Promise<string | null> => {
  const failed = await attempt(service, () => service.notes.remove(uri, new Set(ids)));
  return failed && `The notes could not be removed: ${failed}.`;
};
