import { Uri, type Webview, type WebviewOptions, type WebviewPanel, type WebviewPanelOptions } from 'vscode';
import { pageHtml } from './html.ts';

/** Where the programs of the pages stand. */
const folderOf = (extensionUri: Uri): Uri => Uri.joinPath(extensionUri, 'dist', 'webview');

/** A page may load its own program and style, and nothing else. */
export const pageOptions = (extensionUri: Uri): WebviewOptions & WebviewPanelOptions => ({
  enableScripts: true,
  localResourceRoots: [folderOf(extensionUri)],
  enableFindWidget: true,
});

/** The page that runs `dist/webview/NAME.js` with the style beside it. */
const pageOf = (webview: Webview, extensionUri: Uri, name: string, title: string): string => {
  const addressOf = (file: string): string =>
    webview.asWebviewUri(Uri.joinPath(folderOf(extensionUri), file)).toString();
  return pageHtml({
    title,
    script: addressOf(`${name}.js`),
    style: addressOf(`${name}.css`),
    styleSource: webview.cspSource,
    nonce: crypto.randomUUID().replaceAll('-', ''),
  });
};

/** Gives a panel its page, new or brought back by VS Code: who listens to the page does so before. */
export const showPage = (panel: WebviewPanel, extensionUri: Uri, name: string, title: string): void => {
  panel.webview.options = pageOptions(extensionUri);
  panel.iconPath = Uri.joinPath(extensionUri, 'images', 'views.svg');
  panel.webview.html = pageOf(panel.webview, extensionUri, name, title);
};
