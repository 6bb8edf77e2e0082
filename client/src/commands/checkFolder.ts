import { commands, ProgressLocation, type Uri, window } from 'vscode';
import { mayHoldLetters } from '../../../server/src/protocol.ts';
import { ClosedLetters } from '../checking/closed.ts';
import type { CheckTally } from '../checking/run.ts';
import { type Rest, summaryOf } from '../checking/summary.ts';
import { progressOf } from '../files/progress.ts';
import { lettersOf } from '../files/selection.ts';
import type { Unreadable } from '../files/walk.ts';
import { askFolders, selectedIn } from './folders.ts';
import { COMMAND_IDS } from './ids.ts';
import { nameOf } from './place.ts';
import { countLostNotes } from './removeNotes.ts';
import type { Services } from './services.ts';

const TITLE = 'Check All Letters in Folder';
const SHOW_PROBLEMS = 'Show Problems';
const REMOVE_NOTES = 'Remove Notes…';

let closed: ClosedLetters | null = null;

/** Made with the first check: what it watches costs nobody anything before. */
const closedLetters = (services: Services): ClosedLetters => {
  if (closed === null) {
    closed = new ClosedLetters(services);
    services.subscriptions.push(closed);
  }
  return closed;
};

/**
 * Lists the problems of all letters of folders and files, open or not: of those selected in the Explorer, else of a folder
 * that is asked for. Gives what is told of the run, or undefined where the person changed their mind or began another.
 */
export const checkFolder = async (
  services: Services,
  argument: unknown,
  selection: unknown,
): Promise<CheckTally | undefined> => {
  const roots = selectedIn(argument, selection) ?? (await askFolders(TITLE, 'Check the letters of…'));
  if (roots === undefined) return undefined;
  const letters = closedLetters(services);
  const shown = { location: ProgressLocation.Notification, title: 'Checking letters', cancellable: true };
  const unreadable: Unreadable<Uri>[] = [];
  const tally = await window.withProgress(shown, (progress, token) => {
    const stops = (): boolean => token.isCancellationRequested;
    const gather = async () => {
      const found = await lettersOf(roots, undefined, stops);
      unreadable.push(...found.unreadable);
      return found.sources;
    };
    return letters.check(roots, gather, { begin: (total) => progressOf(progress, total), stops });
  });
  if (tally === undefined) return undefined;
  const folders = unreadable.map(({ path, reason }) => [path, reason] as const);
  const whole = { ...tally, unreadable: new Map([...folders, ...tally.unreadable]) };
  const checked = roots.filter((root) => !mayHoldLetters(nameOf(root)));
  const lost = tally.cancelled ? 0 : await countLostNotes(services, checked);
  void tellOf(whole, { unlisted: letters.unlisted, lost }, checked);
  return whole;
};

/** Takes the problems of closed letters out of the list; a check that is under way ends. */
export const clearProblems = async (): Promise<void> => {
  if (closed?.clear() === true) return;
  void window.showInformationMessage('No problems of closed letters are listed.');
};

const tellOf = async (tally: CheckTally, rest: Rest, folders: readonly Uri[]): Promise<void> => {
  const sentence = summaryOf(tally, rest);
  const buttons = [SHOW_PROBLEMS, ...(rest.lost > 0 ? [REMOVE_NOTES] : [])];
  const choice = await (tally.unreadable.size > 0
    ? window.showWarningMessage(sentence, ...buttons)
    : window.showInformationMessage(sentence, ...buttons));
  if (choice === REMOVE_NOTES) await commands.executeCommand(COMMAND_IDS.removeNotes, undefined, folders);
  if (choice === SHOW_PROBLEMS) await commands.executeCommand('workbench.panel.markers.view.focus');
};
