/** A letter that is annotated, as a person does it and as the server tells it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ANNOTATION_REQUESTS, type AnnotationInfo, type AnnotationsResult } from '../../../server/src/protocol.ts';
import { eventually, file, sample, show } from './editor.ts';

export const AUTHOR = 'tester';

interface Exports {
  readonly server: { request<R>(method: string, params: unknown): Promise<R> };
}

/** What the server says of a letter now, for the person who annotates. */
export async function list(uri: vscode.Uri): Promise<AnnotationsResult> {
  const extension = vscode.extensions.getExtension<Exports>('imr-letters.imr-letters');
  assert.ok(extension);
  const { server } = await extension.activate();
  const params = { uri: uri.toString(), author: AUTHOR };
  const result = await server.request<AnnotationsResult | null>(ANNOTATION_REQUESTS.list, params);
  assert.ok(result);
  return result;
}

export const mine = async (uri: vscode.Uri): Promise<readonly AnnotationInfo[]> =>
  (await list(uri)).annotations.filter(({ author }) => author === AUTHOR);

/** The words that each annotation stands on now; null of an orphan. */
export async function standing(document: vscode.TextDocument): Promise<readonly (string | null)[]> {
  return (await mine(document.uri)).map(({ ranges: [range] }) =>
    range
      ? document.getText(new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character))
      : null,
  );
}

/** A copy of a sample under a name of its own, opened. */
export async function letter(name: string, above = ''): Promise<vscode.TextDocument> {
  await vscode.workspace.getConfiguration('imr').update('annotator', AUTHOR, vscode.ConfigurationTarget.Global);
  return show(await file(name, above + (await sample('credentials-2015-several-issues.imr.txt'))));
}

export function select(document: vscode.TextDocument, ...words: readonly string[]): void {
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document, document);
  editor.selections = words.map((each) => {
    const start = document.getText().indexOf(each);
    assert.notEqual(start, -1, each);
    return new vscode.Selection(document.positionAt(start), document.positionAt(start + each.length));
  });
}

/** Runs a command and takes the first line of the list that it opens, as Enter does. */
export async function withFirstLine(command: string): Promise<void> {
  let isDone = false;
  const running = vscode.commands.executeCommand(command).then(() => (isDone = true));
  await eventually('the list to be answered', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone || undefined;
  });
  await running;
}

/** Keeps asking until the annotations stand so. */
export async function stands(document: vscode.TextDocument, expected: readonly (string | null)[]): Promise<void> {
  let last: readonly (string | null)[] = [];
  await eventually('the annotations to stand so', async () => {
    last = await standing(document);
    return JSON.stringify(last) === JSON.stringify(expected) || undefined;
  }).catch(() => assert.deepEqual(last, expected));
}
