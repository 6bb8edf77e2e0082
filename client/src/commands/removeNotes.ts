import { ProgressLocation, Uri, window } from 'vscode';
import {
  LANGUAGE_ID,
  NOTES_REQUEST,
  type NotesResult,
  REMOVE_NOTES_REQUEST,
  type RemoveNotesParams,
} from '../../../server/src/protocol.ts';
import { askFolders, selectedIn } from './folders.ts';
import { Failure, openTarget } from './letter.ts';
import { notePicks } from './note-picks.ts';
import type { Services } from './services.ts';

const TITLE = 'Remove Notes';

/** Notes are looked for from a document's folder upwards; this is none, in a folder. */
const besideOf = (folder: Uri): Uri => Uri.joinPath(folder, 'no letter');

/** What notes are looked for beside: these folders, the letter in front or the one that is named, else folders that are asked for. */
const placesFor = async (argument: unknown, folders: unknown): Promise<readonly Uri[]> => {
  const given = selectedIn(undefined, folders);
  if (given) return given.map(besideOf);
  if (argument !== undefined || window.activeTextEditor?.document.languageId === LANGUAGE_ID) {
    return [(await openTarget(argument)).document.uri];
  }
  return ((await askFolders(TITLE, 'Remove the notes of…')) ?? []).map(besideOf);
};

/** Lists the notes beside a letter or in folders, and removes those that the person takes. */
export const removeNotes = async (services: Services, argument: unknown, folders?: unknown): Promise<void> => {
  for (const uri of await placesFor(argument, folders)) await removeBeside(services, uri.toString());
};

/** How many notes beside the letters of folders are about letters that are gone. */
export const countLostNotes = async ({ server }: Services, folders: readonly Uri[]): Promise<number> => {
  const lost = new Set<string>();
  for (const folder of folders) {
    const { notes } = await server.request<NotesResult>(NOTES_REQUEST, { uri: besideOf(folder).toString() });
    for (const note of notes) if (note.lost) lost.add(note.id);
  }
  return lost.size;
};

const removeBeside = async ({ server }: Services, uri: string): Promise<void> => {
  // Letters that have other names now may have to be looked for.
  const { notes } = await window.withProgress({ location: ProgressLocation.Window, title: 'Looking at notes' }, () =>
    server.request<NotesResult>(NOTES_REQUEST, { uri }),
  );
  if (notes.length === 0) {
    void window.showInformationMessage('There are no notes here.');
    return;
  }
  const taken = await window.showQuickPick([...notePicks(notes)], {
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
