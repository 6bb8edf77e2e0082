import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ANNOTATION_COMMANDS } from '../../../server/src/protocol.ts';
import { AUTHOR, letter, list, mine, select, standing, stands, withFirstLine } from './annotated.ts';
import { answering } from './answers.ts';
import { eventually, inWorkspace } from './editor.ts';
import { test } from './runner.ts';

test('annotations: every selection is annotated at once, kept beside the letter, and stands with its words', async () => {
  const document = await letter('annotated-1.imr.txt');
  const before = document.getText();
  const words = ['supraspinatus', 'MAXIMUS'];
  const order = [...words].sort((a, b) => before.indexOf(a) - before.indexOf(b));
  select(document, ...words);
  await withFirstLine(ANNOTATION_COMMANDS.annotate);
  await stands(document, order);
  assert.equal(document.getText(), before, 'the letter is not touched');
  assert.equal(document.isDirty, false);
  const kept = inWorkspace(`.imr/annotations/annotated-1.imr.txt/${AUTHOR}.jsonl`);
  const lines = new TextDecoder()
    .decode(await vscode.workspace.fs.readFile(kept))
    .trim()
    .split('\n');
  assert.equal(lines.length, 2);

  // Above, inside, and undone again.
  const insert = new vscode.WorkspaceEdit();
  insert.insert(document.uri, new vscode.Position(0, 0), 'A new line above.\n');
  await vscode.workspace.applyEdit(insert);
  await stands(document, order);
  const inside = new vscode.WorkspaceEdit();
  inside.insert(document.uri, document.positionAt(document.getText().indexOf('supraspinatus') + 4), 'XY');
  await vscode.workspace.applyEdit(inside);
  await stands(
    document,
    order.map((word) => word.replace('supraspinatus', 'suprXYaspinatus')),
  );
  assert.ok((await mine(document.uri)).some(({ edited }) => edited));
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), before);
  await stands(document, order);

  // Words that are gone leave an orphan, which undo brings back.
  const at = before.indexOf('supraspinatus');
  const gone = new vscode.WorkspaceEdit();
  gone.delete(
    document.uri,
    new vscode.Range(document.positionAt(at), document.positionAt(at + 'supraspinatus'.length)),
  );
  await vscode.workspace.applyEdit(gone);
  await eventually('an orphan', async () => (await standing(document)).includes(null) || undefined);
  await vscode.commands.executeCommand('undo');
  await stands(document, order);
});

test('annotations: the same words and label again open the one that is there; undo takes it back; blanks are refused', async () => {
  const document = await letter('annotated-3.imr.txt');
  for (let times = 1; times <= 2; times++) {
    select(document, 'supraspinatus');
    await withFirstLine(ANNOTATION_COMMANDS.annotate);
    await stands(document, ['supraspinatus']);
  }
  await vscode.commands.executeCommand(ANNOTATION_COMMANDS.undo);
  await stands(document, []);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const blank = document.positionAt(document.getText().indexOf(' '));
  editor.selection = new vscode.Selection(blank, blank.translate(0, 1));
  const shown = await answering({}, async () => {
    await vscode.commands.executeCommand(ANNOTATION_COMMANDS.annotate);
  });
  assert.deepEqual(shown, ['Select the words to annotate first.']);
});

test('annotations: accept, reject, relabel, extend, shrink, split, merge and remove at the cursor', async () => {
  const document = await letter('annotated-4.imr.txt');
  select(document, 'supraspinatus');
  await withFirstLine(ANNOTATION_COMMANDS.annotate);
  await stands(document, ['supraspinatus']);
  const states = async () => (await mine(document.uri)).map(({ state }) => state);
  const run = (command: keyof typeof ANNOTATION_COMMANDS) =>
    vscode.commands.executeCommand(ANNOTATION_COMMANDS[command]);
  select(document, 'supraspinatus');
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const start = editor.selection.start;
  editor.selection = new vscode.Selection(start, start);
  await run('flag');
  assert.deepEqual(await states(), ['flagged']);
  await run('accept');
  assert.deepEqual(await states(), ['confirmed']);
  await run('extend');
  const [longer = null] = await standing(document);
  assert.match(longer ?? '', /^supraspinatus \S+$/);
  await run('shrink');
  await stands(document, ['supraspinatus']);
  await run('extend');
  const space = start.translate(0, 'supraspinatus'.length);
  editor.selection = new vscode.Selection(space, space);
  await run('split');
  await stands(document, ['supraspinatus', longer?.slice('supraspinatus '.length) ?? '']);
  editor.selection = new vscode.Selection(start, start);
  await run('merge');
  await stands(document, [longer]);
  editor.selection = new vscode.Selection(start, start);
  await run('next');
  assert.deepEqual(editor.selection.active, start, 'there is no other to go to');
  await run('remove');
  await stands(document, []);
});

test('annotations: two annotators are compared, see nothing of each other when blind, and are settled into gold', async () => {
  const settings = vscode.workspace.getConfiguration('imr');
  const name = 'compared.imr.txt';
  const document = await letter(name);
  for (const [author, words] of [
    ['jo', 'supraspinatus'],
    [AUTHOR, 'MAXIMUS'],
  ] as const) {
    await settings.update('annotator', author, vscode.ConfigurationTarget.Global);
    select(document, words);
    await withFirstLine(ANNOTATION_COMMANDS.annotate);
  }
  const authors = async () => new Set((await list(document.uri)).annotations.map(({ author }) => author));
  assert.deepEqual(await authors(), new Set(['jo', AUTHOR, 'machine']));
  await settings.update('annotations.blind', true, vscode.ConfigurationTarget.Workspace);
  await eventually('the others to be hidden', async () => !(await authors()).has('jo') || undefined);
  for (const command of [ANNOTATION_COMMANDS.compare, ANNOTATION_COMMANDS.settle]) {
    const told = await answering({}, async () => {
      await vscode.commands.executeCommand(command);
    });
    assert.match(told.join(), /^Blind mode is on, .* turn off imr\.annotations\.blind in the settings\.$/);
  }
  await settings.update('annotations.blind', undefined, vscode.ConfigurationTarget.Workspace);
  await eventually('the others to be shown', async () => (await authors()).has('jo') || undefined);

  const shown = await answering({}, async () => {
    await vscode.commands.executeCommand(ANNOTATION_COMMANDS.compare);
  });
  assert.match(shown.join(), /not settled yet\.$/);
  await eventually(
    'the report',
    () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('Agreement'))) ||
      undefined,
  );
  const settled = await answering({}, () => withFirstLine(ANNOTATION_COMMANDS.settle));
  assert.match(settled.join(), /^Settled: \d+\. Letters that are gold now: [1-9]/);
  const gold = await vscode.workspace.fs.readFile(inWorkspace(`.imr/annotations/${name}/gold.jsonl`));
  assert.match(new TextDecoder().decode(gold), /"op":"progress","progress":"done"/);
});

test('annotations: the hover has one block with the actions, and no default key is taken twice', async () => {
  const document = await letter('annotated-5.imr.txt');
  select(document, 'supraspinatus');
  await withFirstLine(ANNOTATION_COMMANDS.annotate);
  const position = document.positionAt(document.getText().indexOf('supraspinatus') + 1);
  const hovers = await eventually('the hover', async () => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const texts = found.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === 'string' ? each : each.value)),
    );
    return texts.some((text) => text.includes('confirmed by tester')) ? texts : undefined;
  });
  assert.equal(hovers.length, 1);
  assert.match(hovers[0] ?? '', /command:imr\.annotations\.reject\?/);

  await vscode.commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
  const bindings = await eventually(
    'the default keys',
    () => vscode.window.activeTextEditor?.document.getText() || undefined,
  );
  for (const key of ['a', 'j', 'b', 'g']) {
    const taken = [
      ...bindings.matchAll(new RegExp(`"key": "(?:ctrl|cmd)\\+k ${key}",\\s*"command": "([^"]*)"`, 'g')),
    ].map(([, command]) => command);
    assert.deepEqual(
      taken.filter((command) => !command?.startsWith('imr.')),
      [],
      key,
    );
  }
});
