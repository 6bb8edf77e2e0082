import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering } from './answers.ts';
import { eventually, file, sample, show } from './editor.ts';
import { test } from './runner.ts';

/** The record of the letter in front, without where it and its values stand. */
const record = async (): Promise<unknown> => {
  await answering({}, async () => {
    await vscode.commands.executeCommand('imr.copyCaseJson');
  });
  const copied = JSON.parse(await vscode.env.clipboard.readText()) as object;
  return { ...copied, source: null, spans: null };
};

test('Format Document collapses double spacing, the record stays the same, and one undo takes it back', async () => {
  const text = await sample('prose-2014-double-spaced.imr.txt');
  const document = await show(await file('formatting.imr.txt', text));
  const before = await record();
  // The server may still be starting: a command without a formatter does nothing.
  await eventually('the formatted letter', async () => {
    await vscode.commands.executeCommand('editor.action.formatDocument');
    return document.getText() === text ? undefined : true;
  });
  assert.doesNotMatch(document.getText(), /\n\s*\n\s*\n/);
  assert.equal(document.getText().replace(/\s/g, ''), text.replace(/\s/g, ''));
  assert.deepEqual(await record(), before);
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), text);
});

test('saving formats nothing, and pasting neither', async () => {
  const settings = vscode.workspace.getConfiguration('editor', { languageId: 'imr-letter' });
  for (const name of ['formatOnSave', 'formatOnPaste', 'formatOnType']) assert.equal(settings.get(name), false, name);
});
