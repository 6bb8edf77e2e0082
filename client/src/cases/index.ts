import { type WebviewPanel, window, workspace } from 'vscode';
import { Failure } from '../commands/letter.ts';
import type { Services } from '../commands/services.ts';
import { pageOptions } from '../webview/page.ts';
import { CasesPanel } from './panel.ts';
import { CASES_VIEW } from './view.ts';

let current: CasesPanel | null = null;

const begin = (services: Services, panel: WebviewPanel): void => {
  const cases = new CasesPanel(services, panel, () => {
    if (current === cases) current = null;
  });
  current = cases;
};

/** Shows a table of all letters of the workspace, with figures. */
export const showCases = async (services: Services): Promise<void> => {
  if (current !== null) {
    current.reveal();
    return;
  }
  if ((workspace.workspaceFolders ?? []).length === 0) throw new Failure('Open a folder with letters first.');
  // The rows are the page's: a page that is hidden is not to read them all again.
  const options = { ...pageOptions(services.extensionUri), retainContextWhenHidden: true };
  const panel = window.createWebviewPanel(CASES_VIEW, 'IMR Cases', window.activeTextEditor?.viewColumn ?? 1, options);
  begin(services, panel);
};

/** Brings back a panel that was open when the window was closed; its letters are read anew. */
export const reviveCases = async (services: Services, panel: WebviewPanel): Promise<void> => {
  if (current === null) begin(services, panel);
  else panel.dispose();
};
