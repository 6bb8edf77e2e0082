import { ViewColumn, type WebviewPanel, window } from 'vscode';
import { PREVIEW_REQUEST, type PreviewResult } from '../../../server/src/protocol.ts';
import { openTarget } from '../commands/letter.ts';
import type { Services } from '../commands/services.ts';
import { pageOptions } from '../webview/page.ts';
import { letterAtLine, type PreviewState, readPreviewState } from './messages.ts';
import { Preview } from './preview.ts';
import { PREVIEW_VIEW } from './view.ts';

/** There is one preview; it shows the letter in front. */
let current: Preview | null = null;

const begin = (services: Services, panel: WebviewPanel, wanted: PreviewState): void => {
  const preview = new Preview(services, panel, wanted, () => {
    if (current === preview) current = null;
  });
  current = preview;
};

/** Shows the brief of a letter beside its text: the one of the lens, else the one that holds the cursor. */
export const previewCase = async (services: Services, argument: unknown): Promise<void> => {
  const { target, document } = await openTarget(argument);
  const uri = document.uri.toString();
  const wanted = { uri, letter: target.letter ?? (await letterInFront(services, uri)) };
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

const letterInFront = async ({ server }: Services, uri: string): Promise<number> => {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  if (editor === undefined) return 1;
  const result = await server.request<PreviewResult | null>(PREVIEW_REQUEST, { uri, letter: 1 }).catch(() => null);
  return letterAtLine(result?.letters ?? [], editor.selection.active.line);
};

/** Brings a preview back that was open when the window was closed. */
export const revivePreview = async (services: Services, panel: WebviewPanel, state: unknown): Promise<void> => {
  const wanted = readPreviewState(state);
  if (wanted === null || current !== null) panel.dispose();
  else begin(services, panel, wanted);
};
