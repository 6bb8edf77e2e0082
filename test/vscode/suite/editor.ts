import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';

export const LANGUAGE = 'imr-letter';
const PATIENCE = 20_000;
const LOOK_AGAIN = 25;

/** The workspace folder: a copy of samples/ that the tests may write to. */
export function workspace(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a workspace folder is open');
  return folder.uri;
}

export const inWorkspace = (name: string): vscode.Uri => vscode.Uri.joinPath(workspace(), name);

/** The text of a sample letter. */
export async function sample(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(name)));
}

/** Writes a file of the workspace and gives its URI. */
export async function file(name: string, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
  return inWorkspace(name);
}

/** Opens a document in an editor, as a person does. */
export async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Closes every editor; what was not saved is lost. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((each) => each.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Looks until `read` gives something other than undefined; throws, saying `what` was waited for, when it does not. */
export async function eventually<T>(what: string, read: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const start = Date.now(); Date.now() - start < PATIENCE; ) {
    const found = await read();
    if (found !== undefined) return found;
    await delay(LOOK_AGAIN);
  }
  throw new Error(`waited in vain for ${what}`);
}

/** The open document at `uri` once it has the language: a document that is switched is closed and opened anew. */
export function inLanguage(uri: vscode.Uri, language: string): Promise<vscode.TextDocument> {
  return eventually(`${uri.path} to be ${language}`, () =>
    vscode.workspace.textDocuments.find(
      (each) => each.uri.toString() === uri.toString() && each.languageId === language,
    ),
  );
}

/** The problems of a document once `ready` holds for them, looked at whenever they change. */
export async function problems(
  uri: vscode.Uri,
  what: string,
  ready: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = vscode.languages.getDiagnostics(uri);
      if (!ready(found)) return;
      finish();
      resolve(found);
    };
    const late = setTimeout(() => {
      finish();
      const codes = vscode.languages.getDiagnostics(uri).map(codeOf);
      reject(new Error(`waited in vain for ${what}; there are ${codes.length} problems: ${codes.join(', ')}`));
    }, PATIENCE);
    const changes = vscode.languages.onDidChangeDiagnostics(look);
    const finish = (): void => {
      clearTimeout(late);
      changes.dispose();
    };
    look();
  });
}

/** A problem's code as text, with or without a link. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The outline once it has an entry at all. */
export function outline(uri: vscode.Uri): Promise<readonly vscode.DocumentSymbol[]> {
  return eventually(`the outline of ${uri.path}`, async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    return found === undefined || found.length === 0 ? undefined : found;
  });
}

/** Every entry of an outline, parents first. */
export function entries(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...entries(symbol.children)]);
}

/** Hover text at the first place where `text` stands. */
export function hover(document: vscode.TextDocument, text: string): Promise<string> {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `the document holds "${text}"`);
  return eventually(`a hover at "${text}"`, async () => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(offset + 1),
    );
    const contents = found
      .flatMap((each) => each.contents)
      .map((each) => (typeof each === 'string' ? each : each.value));
    return contents.length === 0 ? undefined : contents.join('\n');
  });
}

/** The lenses of a document with their commands, once there are some. */
export function lenses(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
  return eventually(`the lenses of ${uri.path}`, async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>(
      'vscode.executeCodeLensProvider',
      uri,
      1000,
    );
    return found === undefined || found.length === 0 ? undefined : found;
  });
}
