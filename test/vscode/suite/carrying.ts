import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import * as vscode from 'vscode';
import { ANNOTATION_COMMANDS } from '../../../server/src/protocol.ts';
import { AUTHOR, letter, select, stands, withFirstLine } from './annotated.ts';
import { answering } from './answers.ts';
import { closeAll, eventually, file, inWorkspace, sample, show, workspace } from './editor.ts';
import { test } from './runner.ts';

/** Renames a file behind the back of VS Code. */
const fromOutside = (from: vscode.Uri, to: vscode.Uri): Promise<void> => rename(from.fsPath, to.fsPath);

test('annotations: another program changes the file, and a new server reads them: they stand where they should', async () => {
  const document = await letter('annotated-2.imr.txt');
  const before = document.getText();
  select(document, 'supraspinatus');
  await withFirstLine(ANNOTATION_COMMANDS.annotate);
  await stands(document, ['supraspinatus']);
  await file('annotated-2.imr.txt', `Two lines\nof another program.\n${before.replace(/ \n/g, '\n')}`);
  await eventually('the new text', () => document.getText().startsWith('Two lines') || undefined);
  await stands(document, ['supraspinatus']);
  await vscode.commands.executeCommand('imr.restartServer');
  await stands(document, ['supraspinatus']);
});

test('annotations: a letter that is renamed or moved keeps them, and so does one that gets its old name back', async () => {
  const document = await letter('named-1.imr.txt');
  select(document, 'supraspinatus');
  await withFirstLine(ANNOTATION_COMMANDS.annotate);
  await stands(document, ['supraspinatus']);
  const old = document.uri;
  const moves = [
    [old, inWorkspace('moved/named-2.imr.txt')],
    [inWorkspace('moved'), inWorkspace('moved-again')],
    [inWorkspace('moved-again/named-2.imr.txt'), old],
  ] as const;
  const shown = await answering({}, async () => {
    for (const [from, to] of moves) {
      const rename = new vscode.WorkspaceEdit();
      rename.renameFile(from, to);
      assert.ok(await vscode.workspace.applyEdit(rename));
      const now = to.path.endsWith('.txt') ? to : vscode.Uri.joinPath(to, 'named-2.imr.txt');
      await stands(await show(now), ['supraspinatus']);
    }
  });
  assert.deepEqual(shown, [], 'the extension’s own doing needs no message');
  const kept = await vscode.workspace.fs.readDirectory(inWorkspace('.imr/annotations'));
  assert.ok(!kept.some(([name]) => name.startsWith('moved')));
});

test('annotations: a letter that another program renames keeps them, and what was edited too is attached by hand', async () => {
  // The sample has the same text, which would leave it open whose annotations they are.
  const document = await letter('outside-1.imr.txt', 'A text of its own.\n');
  select(document, 'supraspinatus');
  await withFirstLine(ANNOTATION_COMMANDS.annotate);
  await stands(document, ['supraspinatus']);
  const text = document.getText();
  await closeAll();
  await fromOutside(document.uri, inWorkspace('outside-2.imr.txt'));
  const followed = await answering({}, async () => {
    await stands(await show(inWorkspace('outside-2.imr.txt')), ['supraspinatus']);
  });
  assert.deepEqual(followed, ['The annotations of outside-1.imr.txt have followed it to outside-2.imr.txt.']);

  await closeAll();
  await fromOutside(inWorkspace('outside-2.imr.txt'), inWorkspace('outside-3.imr.txt'));
  await file('outside-3.imr.txt', `A line of another program.\n${text}`);
  await stands(await show(inWorkspace('outside-3.imr.txt')), []);
  const gone = { folder: workspace().toString(), gone: { path: 'outside-2.imr.txt' } };
  const attached = await answering({ picks: ['outside-3.imr.txt'] }, async () => {
    await vscode.commands.executeCommand(ANNOTATION_COMMANDS.attach, gone);
  });
  assert.deepEqual(attached, ['The annotations of outside-2.imr.txt have been attached to outside-3.imr.txt.']);
  await stands(await show(inWorkspace('outside-3.imr.txt')), ['supraspinatus']);
  await vscode.commands.executeCommand('imr.restartServer');
  await stands(await show(inWorkspace('outside-3.imr.txt')), ['supraspinatus']);
});

test('annotations: are UTF-8 beside letters in any other encoding, however often something is added', async () => {
  const files = vscode.workspace.getConfiguration('files');
  await files.update('encoding', 'windows1252', vscode.ConfigurationTarget.Workspace);
  try {
    await vscode.workspace.getConfiguration('imr').update('annotator', AUTHOR, vscode.ConfigurationTarget.Global);
    const text = (await sample('credentials-2015-several-issues.imr.txt')).replace(
      'supraspinatus',
      'sup\u00e9raspinatus',
    );
    const uri = inWorkspace('annotated-1252.imr.txt');
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text, 'latin1'));
    const document = await show(uri);
    for (const words of ['sup\u00e9raspinatus', 'drywall hanger', 'arthroscopic repair']) {
      select(document, words);
      await withFirstLine(ANNOTATION_COMMANDS.annotate);
    }
    await stands(document, ['drywall hanger', 'sup\u00e9raspinatus', 'arthroscopic repair']);
    const kept = new TextDecoder('utf-8', { fatal: true }).decode(
      await vscode.workspace.fs.readFile(inWorkspace(`.imr/annotations/annotated-1252.imr.txt/${AUTHOR}.jsonl`)),
    );
    assert.ok(kept.includes('"quotes":["sup\u00e9raspinatus"]'));
  } finally {
    await files.update('encoding', undefined, vscode.ConfigurationTarget.Workspace);
  }
});
