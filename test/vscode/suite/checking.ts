import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering } from './answers.ts';
import { codeOf, eventually, file, inWorkspace, problems, sample, show } from './editor.ts';
import { test } from './runner.ts';

const FOLDER = 'closed letters';
const CODE = 'characters.mojibake';
const DAMAGED = `CLINICAL CASE SUMMARY
The worker\u00e2\u20ac\u2122s knee hurts since the fall, and it swells in the evening.
`;

type Task = (progress: vscode.Progress<object>, token: vscode.CancellationToken) => Promise<unknown>;

const damage = (uri: vscode.Uri): number =>
  vscode.languages.getDiagnostics(uri).filter((each) => codeOf(each) === CODE).length;

/** Waits until a file has so many damaged words among its problems. */
const damaged = (uri: vscode.Uri, count: number): Promise<true> =>
  eventually(`${count} of ${CODE} in ${uri.path}`, () => (damage(uri) === count ? true : undefined));

const check = (folder: vscode.Uri): Promise<readonly string[]> =>
  answering({}, async () => {
    await vscode.commands.executeCommand('imr.checkFolder', folder);
  });

test('all letters of a folder are checked without being opened, and listed once', async () => {
  const bad = await file(`${FOLDER}/bad.imr`, DAMAGED);
  const deep = await file(`${FOLDER}/deep/two.imr`, DAMAGED + DAMAGED);
  const sound = await file(`${FOLDER}/sound.imr.txt`, await sample('credentials-2015.imr.txt'));
  await file(`${FOLDER}/readme.txt`, 'No letter.');
  const open = vscode.workspace.textDocuments.length;
  const shown = await check(inWorkspace(FOLDER));
  assert.match(shown.join(' '), /^Checked \d letters in 3 files: .*\.$/);
  assert.deepEqual([damage(bad), damage(deep), damage(sound)], [1, 2, 0]);
  assert.equal(vscode.workspace.textDocuments.length, open, 'no letter was opened');

  // An open letter's problems are the server's: not twice, and in step with what is typed.
  const document = await show(bad);
  await problems(bad, 'the problems of the open letter', (found) => found.length > 0);
  await damaged(bad, 1);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(bad, new vscode.Position(document.lineCount - 1, 0), DAMAGED.split('\n')[1] ?? '');
  await vscode.workspace.applyEdit(edit);
  await damaged(bad, 2);
  assert.ok(await document.save());
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await damaged(bad, 2);

  // What changes, comes or goes on the disk is looked at again.
  await file(`${FOLDER}/bad.imr`, DAMAGED.replace('\u00e2\u20ac\u2122', '\u2019'));
  await damaged(bad, 0);
  await vscode.workspace.fs.delete(deep);
  await damaged(deep, 0);
  await damaged(await file(`${FOLDER}/new.imr`, DAMAGED), 1);
});

test('a second check forgets what the first listed, and a letter that is open is not listed twice', async () => {
  const listed = inWorkspace(`${FOLDER}/new.imr`);
  const other = await file('other letters/open.imr', DAMAGED);
  await show(other);
  await problems(other, 'the problems of the open letter', (found) => found.length > 0);
  await damaged(other, 1);
  await check(inWorkspace('other letters'));
  assert.deepEqual([damage(listed), damage(other)], [0, 1]);
});

test('notes beside the letters silence problems of closed ones, until they are removed', async () => {
  const letter = await file('noted/a.imr', DAMAGED);
  await check(inWorkspace('noted'));
  assert.equal(damage(letter), 1);
  const document = await show(letter);
  const [found] = await problems(letter, 'the damage', (all) => all.some((each) => codeOf(each) === CODE));
  assert.ok(found);
  const at = document.getText().indexOf('\u00e2');
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    letter,
    range,
  );
  const ignore = actions.find(({ title }) => /everywhere in this folder/.test(title))?.command;
  assert.ok(ignore, actions.map(({ title }) => title).join());
  await vscode.commands.executeCommand(ignore.command, ...(ignore.arguments ?? []));
  await damaged(letter, 0);
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  const shown = await check(inWorkspace('noted'));
  assert.match(shown.join(' '), /Notes silence 1 more\./);
  assert.equal(damage(letter), 0);

  // Among the notes beside the letter it is listed, and can be removed again.
  await show(letter);
  const title = 'Ignored everywhere: “\u00e2\u20ac\u2122”';
  await answering({ picks: [title] }, async () => {
    await vscode.commands.executeCommand('imr.removeNotes');
  });
  await damaged(letter, 1);
});

test('notes of a letter that was deleted are told of by a check, and removed', async () => {
  const letter = await file('deleted/a.imr', DAMAGED);
  await file('deleted/b.imr', DAMAGED.replace('swells', 'aches'));
  const notes = inWorkspace('deleted/.imr/notes.jsonl');
  const about = { path: 'a.imr', letter: 'a letter that is nowhere', code: CODE, quote: null };
  await file(
    'deleted/.imr/notes.jsonl',
    `${JSON.stringify({ v: 1, id: 'one', kind: 'ignore-in-letter', ...about })}\n`,
  );
  const sentences = await check(inWorkspace('deleted'));
  assert.doesNotMatch(sentences.join(), /gone/);
  await vscode.workspace.fs.delete(letter);
  const picks = ['Ignored in one letter'];
  const shown = await answering({ button: 'Remove Notes…', picks }, async () => {
    await vscode.commands.executeCommand('imr.checkFolder', inWorkspace('deleted'));
    await eventually('the note to be removed', async () => {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(notes));
      return text.includes('"kind":"removed"') || undefined;
    });
  });
  assert.match(shown.join(), /1 note is about a letter that is gone\./);
});

test('the file for Git is offered with a note in a repository, and never again where the person says so', async () => {
  await file('never/.git/HEAD', 'ref: refs/heads/main\n');
  await file('never/.imr/notes.jsonl', '');
  const letter = await file('never/a.imr', DAMAGED);
  const document = await show(letter);
  await problems(letter, 'the damage', (all) => all.some((each) => codeOf(each) === CODE));
  const at = document.positionAt(document.getText().indexOf('\u00e2'));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    letter,
    new vscode.Range(at, at),
  );
  const ignore = actions.find(({ title }) => /everywhere in this folder/.test(title))?.command;
  assert.ok(ignore);
  const setting = () => vscode.workspace.getConfiguration('imr').get('gitAttributes');
  const asked = await answering({ button: 'Never' }, async () => {
    await vscode.commands.executeCommand(ignore.command, ...(ignore.arguments ?? []));
    await eventually('the answer to be kept', () => setting() === 'never' || undefined);
  });
  assert.match(asked.join(), /^Write \.imr\/\.gitattributes, so that Git joins /);
  await assert.rejects(async () => vscode.workspace.fs.stat(inWorkspace('never/.imr/.gitattributes')));
  await vscode.workspace.getConfiguration('imr').update('gitAttributes', undefined, vscode.ConfigurationTarget.Global);
});

test('the list of closed letters is emptied, and what changes is not listed again', async () => {
  const clear = () =>
    answering({}, async () => {
      await vscode.commands.executeCommand('imr.clearProblems');
    });
  const letter = await file('cleared/a.imr', DAMAGED);
  await check(inWorkspace('cleared'));
  assert.equal(damage(letter), 1);
  assert.deepEqual(await clear(), []);
  assert.equal(damage(letter), 0);
  assert.deepEqual(await clear(), ['No problems of closed letters are listed.']);
  await file('cleared/a.imr', DAMAGED + DAMAGED);
  const other = await file('cleared too/b.imr', DAMAGED);
  await check(inWorkspace('cleared too'));
  assert.deepEqual([damage(letter), damage(other)], [0, 1]);
});

test('a check that is cancelled says so and keeps what it found', async () => {
  const names = Array.from({ length: 40 }, (_, i) => `many/${String(i).padStart(2, '0')}.imr`);
  const uris = await Promise.all(names.map((name) => file(name, DAMAGED)));
  const window: Record<string, unknown> = vscode.window as never;
  const original = window['withProgress'];
  const cancel = new vscode.CancellationTokenSource();
  // The person presses Cancel when the first number is shown.
  window['withProgress'] = (_options: unknown, task: Task) => task({ report: () => cancel.cancel() }, cancel.token);
  try {
    const shown = await check(inWorkspace('many'));
    assert.match(shown.join(' '), /^The check was cancelled after \d+ letters in \d+ files: /);
  } finally {
    window['withProgress'] = original;
  }
  const listed = uris.filter((uri) => damage(uri) > 0).length;
  assert.ok(listed > 0 && listed < uris.length, String(listed));
});
