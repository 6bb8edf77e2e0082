import { commands, window } from 'vscode';
import { openTarget } from './letter.ts';

/** Brings the letter to the front and shows the Problems view. */
export const showProblems = async (_services: unknown, argument: unknown): Promise<void> => {
  const { document } = await openTarget(argument);
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.panel.markers.view.focus');
};
