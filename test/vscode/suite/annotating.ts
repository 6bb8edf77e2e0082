import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import * as vscode from 'vscode';
import {
  ANNOTATION_COMMANDS,
  ANNOTATION_REQUESTS,
  type AnnotationInfo,
  type AnnotationsResult,
} from '../../../server/src/protocol.ts';
import { answering } from './answers.ts';
import { closeAll, eventually, file, inWorkspace, sample, show, workspace } from './editor.ts';
import { test } from './runner.ts';

const AUTHOR = 'tester';

interface Exports {
  readonly server: { request<R>(method: string, params: unknown): Promise<R> };
}

/** What the server says of a letter now, for the person who annotates. */
async function list(uri: vscode.Uri): Promise<AnnotationsResult> {
  const extension = vscode.extensions.getExtension<Exports>('imr-letters.imr-letters');
  assert.ok(extension);
  const { server } = await extension.activate();
  const params = { uri: uri.toString(), author: AUTHOR };
  const result = await server.request<AnnotationsResult | null>(ANNOTATION_REQUESTS.list, params);
  assert.ok(result);
  return result;
}

const mine = async (uri: vscode.Uri): Promise<readonly AnnotationInfo[]> =>
  (await list(uri)).annotations.filter(({ author }) => author === AUTHOR);

/** The words that each annotation stands on now; null of an orphan. */
async function standing(document: vscode.TextDocument): Promise<readonly (string | null)[]> {
  return (await mine(document.uri)).map(({ ranges: [range] }) =>
    range
      ? document.getText(new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character))
      : null,
  );
}

/** A copy of a sample under a name of its own, opened. */
async function letter(name: string, above = ''): Promise<vscode.TextDocument> {
  await vscode.workspace.getConfiguration('imr').update('annotator', AUTHOR, vscode.ConfigurationTarget.Global);
  return show(await file(name, above + (await sample('credentials-2015-several-issues.imr.txt'))));
}

function select(document: vscode.TextDocument, ...words: readonly string[]): void {
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document, document);
  editor.selections = words.map((each) => {
    const start = document.getText().indexOf(each);
    assert.notEqual(start, -1, each);
    return new vscode.Selection(document.positionAt(start), document.positionAt(start + each.length));
  });
}

/** Renames a file behind the back of VS Code. */
const fromOutside = (from: vscode.Uri, to: vscode.Uri): Promise<void> => rename(from.fsPath, to.fsPath);

/** Runs a command and takes the first line of the list that it opens, as Enter does. */
async function withFirstLine(command: string): Promise<void> {
  let isDone = false;
  const running = vscode.commands.executeCommand(command).then(() => (isDone = true));
  await eventually('the list to be answered', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone || undefined;
  });
  await running;
}

/** Keeps asking until the annotations stand so. */
async function stands(document: vscode.TextDocument, expected: readonly (string | null)[]): Promise<void> {
  let last: readonly (string | null)[] = [];
  await eventually('the annotations to stand so', async () => {
    last = await standing(document);
    return JSON.stringify(last) === JSON.stringify(expected) || undefined;
  }).catch(() => assert.deepEqual(last, expected));
}

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
