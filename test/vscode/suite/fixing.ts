import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, eventually, inWorkspace, problems, show } from './editor.ts';
import { test } from './runner.ts';

const DAMAGED = 'damaged-fields.imr.txt';

async function problem(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  const found = await problems(uri, code, (all) => all.some((each) => codeOf(each) === code));
  const first = found.find((each) => codeOf(each) === code);
  assert.ok(first);
  return first;
}

/** Runs the first quick fix of a problem whose title begins so, as the light bulb does. */
async function fix(document: vscode.TextDocument, of: vscode.Diagnostic, title: RegExp): Promise<void> {
  const action = await eventually(`a quick fix ${title}`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      of.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    return actions.find((each) => title.test(each.title));
  });
  assert.ok(action.edit, 'the fix brings its edit');
  assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit is applied');
  if (action.command !== undefined)
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

test('a quick fix puts in the decision, and the problem goes', async () => {
  const document = await show(inWorkspace(DAMAGED));
  const before = await problem(document.uri, 'missing.decision');
  await fix(document, before, /^Insert “Overturned”/);
  assert.equal(document.lineAt(before.range.start.line).text, 'Gabapentin 300mg #90: Overturned');
  const after = await problems(document.uri, 'the problem to go', (all) =>
    all.every((each) => codeOf(each) !== 'missing.decision'),
  );
  assert.ok(after.length > 0, 'the others stay');
});

test('a quick fix puts in a missing label with the cursor behind it', async () => {
  const document = await show(inWorkspace(DAMAGED));
  await fix(document, await problem(document.uri, 'missing.reviewer-specialty'), /specialty/i);
  const line = document
    .getText()
    .split(/\r?\n/)
    .findIndex((text) => /^Certification\(s\)\/Specialty:/.test(text));
  assert.notEqual(line, -1, 'the label stands there');
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document, document);
  assert.equal(editor.selection.active.line, line, 'the cursor is in it');
});

test('typing what is missing makes the problem go, and taking it away brings it back', async () => {
  const document = await show(inWorkspace(DAMAGED));
  const { range } = await problem(document.uri, 'missing.decision');
  const end = document.lineAt(range.start.line).range.end;
  const insert = new vscode.WorkspaceEdit();
  insert.insert(document.uri, end, ' Upheld');
  await vscode.workspace.applyEdit(insert);
  await problems(document.uri, 'the problem to go', (all) => all.every((each) => codeOf(each) !== 'missing.decision'));
  const remove = new vscode.WorkspaceEdit();
  remove.delete(document.uri, new vscode.Range(end, end.translate(0, ' Upheld'.length)));
  await vscode.workspace.applyEdit(remove);
  assert.equal((await problem(document.uri, 'missing.decision')).range.start.line, end.line);
});
