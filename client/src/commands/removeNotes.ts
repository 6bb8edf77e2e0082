import { window } from 'vscode';
import {
  NOTES_REQUEST,
  type NoteInfo,
  type NotesResult,
  REMOVE_NOTES_REQUEST,
  type RemoveNotesParams,
} from '../../../server/src/protocol.ts';
import { Failure, openTarget } from './letter.ts';
import type { Services } from './services.ts';

const TITLE = 'Remove Notes';

/** Stale ones first, and taken already: that is what the command is mostly for. */
const picksOf = (notes: readonly NoteInfo[]) =>
  [...notes.filter(({ stale }) => stale), ...notes.filter(({ stale }) => !stale)].map(
    ({ id, title, code, path, stale }) => ({
      id,
      label: title,
      description: stale ? 'about nothing in this letter any more' : '',
      detail: [code, path].filter(Boolean).join(' · '),
      picked: stale,
    }),
  );

/** Lists the notes beside a letter and removes those that the person takes. */
export const removeNotes = async ({ server }: Services, argument: unknown): Promise<void> => {
  const { document } = await openTarget(argument);
  const uri = document.uri.toString();
  const { notes } = await server.request<NotesResult>(NOTES_REQUEST, { uri });
  if (notes.length === 0) {
    void window.showInformationMessage('There are no notes beside this letter.');
    return;
  }
  const taken = await window.showQuickPick(picksOf(notes), {
    title: TITLE,
    placeHolder: 'What they silence is shown again',
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (taken === undefined || taken.length === 0) return;
  const params: RemoveNotesParams = { uri, ids: taken.map(({ id }) => id) };
  const failed = await server.request<string | null>(REMOVE_NOTES_REQUEST, params);
  if (failed !== null) throw new Failure(failed);
};
