import { env, type TextDocument, window } from 'vscode';
import { openTarget, requestCaseText } from './letter.ts';
import { issuePicks } from './picks.ts';
import type { Services } from './services.ts';
import type { Target } from './target.ts';

const MESSAGE_MS = 4000;

/** Puts one issue of a letter's case record on the clipboard as JSON. Asks which where it was not said. */
export const copyIssue = async (services: Services, argument: unknown): Promise<void> => {
  const { target, document } = await openTarget(argument);
  const chosen = await chooseIssue(services, document, target);
  if (chosen === undefined) return;
  const text = await requestCaseText(services.server, document, chosen);
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`$(clippy) Issue ${chosen.issue} copied as JSON`, MESSAGE_MS);
};

interface Chosen {
  readonly letter: number;
  readonly issue: number;
}

const chooseIssue = async (
  { server }: Services,
  document: TextDocument,
  { letter, issue }: Target,
): Promise<Chosen | undefined> => {
  if (letter !== null && issue !== null) return { letter, issue };
  const text = await requestCaseText(server, document, {});
  const picks = issuePicks(text, letter);
  if (picks.length === 0) {
    void window.showInformationMessage('The letter has no issues to copy.');
    return undefined;
  }
  const [only] = picks;
  const pick =
    picks.length === 1
      ? only
      : await window.showQuickPick(picks, { title: 'Copy Issue as JSON', placeHolder: 'Which issue?' });
  return pick?.letter && pick.issue ? { letter: pick.letter, issue: pick.issue } : undefined;
};
