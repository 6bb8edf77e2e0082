import { ViewColumn, type WebviewPanel, window } from 'vscode';
import type { PreviewParams } from '../../../server/src/protocol.ts';
import { openTarget } from '../commands/letter.ts';
import type { Services } from '../commands/services.ts';
import { pageOptions } from '../webview/page.ts';
import { readPreviewState } from './messages.ts';
import { Preview } from './preview.ts';
import { PREVIEW_VIEW } from './view.ts';

/** There is one preview; it shows the letter in front. */
let current: Preview | null = null;

const begin = (services: Services, panel: WebviewPanel, wanted: PreviewParams): void => {
  const preview = new Preview(services, panel, wanted, () => {
    if (current === preview) current = null;
  });
  current = preview;
};

/** Shows the brief of a letter beside its text: the one of the lens, else the one that holds the cursor. */
export const previewCase = async (services: Services, argument: unknown): Promise<void> => {
  const { target, document } = await openTarget(argument);
  const uri = document.uri.toString();
  const editor = window.visibleTextEditors.find((each) => each.document === document);
  const wanted = { uri, letter: target.letter, line: editor?.selection.active.line ?? 0 };
  if (current !== null) {
    current.show(wanted);
    return;
  }
  const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  begin(
    services,
    window.createWebviewPanel(PREVIEW_VIEW, 'Preview', place, pageOptions(services.extensionUri)),
    wanted,
  );
};

/** Brings a preview back that was open when the window was closed. */
export const revivePreview = async (services: Services, panel: WebviewPanel, state: unknown): Promise<void> => {
  const wanted = readPreviewState(state);
  if (wanted === null || current !== null) panel.dispose();
  else begin(services, panel, { ...wanted, line: 0 });
};
