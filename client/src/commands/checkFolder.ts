import { commands, ProgressLocation, type Uri, window } from 'vscode';
import { ClosedLetters } from '../checking/closed.ts';
import type { CheckTally } from '../checking/run.ts';
import { summaryOf } from '../checking/summary.ts';
import { progressOf } from '../files/progress.ts';
import { lettersOf } from '../files/selection.ts';
import type { Unreadable } from '../files/walk.ts';
import { askFolders, selectedIn } from './folders.ts';
import type { Services } from './services.ts';

const TITLE = 'Check All Letters in Folder';
const SHOW_PROBLEMS = 'Show Problems';

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
  void tellOf(whole, letters.unlisted);
  return whole;
};

/** Takes the problems of closed letters out of the list; a check that is under way ends. */
export const clearProblems = async (): Promise<void> => {
  if (closed?.clear() === true) return;
  void window.showInformationMessage('No problems of closed letters are listed.');
};

const tellOf = async (tally: CheckTally, unlisted: number): Promise<void> => {
  const sentence = summaryOf(tally, unlisted);
  const choice = await (tally.unreadable.size > 0
    ? window.showWarningMessage(sentence, SHOW_PROBLEMS)
    : window.showInformationMessage(sentence, SHOW_PROBLEMS));
  if (choice === SHOW_PROBLEMS) await commands.executeCommand('workbench.panel.markers.view.focus');
};
