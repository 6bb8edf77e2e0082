import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering } from './answers.ts';
import { entries, file, inLanguage, inWorkspace, LANGUAGE, outline, problems, sample, show } from './editor.ts';
import { test } from './runner.ts';

const NOVEL = `CHAPTER ONE

The letter came on a Tuesday, and nobody in the house wanted to open it. It lay on the table between the bread and the
lamp until Marta's aunt, who feared nothing printed, slit it with the butter knife. "It is a decision," she said.

They waited for her to say which one.
`;

/** Opens a plaintext letter and waits until it is recognised: by then every document opened before it has been judged. */
async function another(): Promise<void> {
  const uri = await file('another.txt', await sample('prose-2014-double-spaced.imr.txt'));
  await show(uri);
  await inLanguage(uri, LANGUAGE);
}

/** Waits until every change of language asked for so far is made: the editor makes them in turn. */
async function settled(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content: 'a note', language: 'plaintext' });
  await vscode.languages.setTextDocumentLanguage(document, 'markdown');
}

const languageOf = (uri: vscode.Uri): string | undefined =>
  vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())?.languageId;

test('a text file that holds a letter is recognised by its content', async () => {
  const uri = await file('letter.txt', await sample('decision-2013.imr.txt'));
  await show(uri);
  await inLanguage(uri, LANGUAGE);
  assert.ok((await outline(uri)).length > 0);
});

test('an untitled letter is recognised and read', async () => {
  const content = await sample('credentials-2015.imr.txt');
  const { uri } = await vscode.workspace.openTextDocument({ content, language: 'plaintext' });
  await show(uri);
  await inLanguage(uri, LANGUAGE);
  assert.ok(entries(await outline(uri)).some(({ name }) => name.startsWith('1 Tramadol')));
});

test('a letter pasted into an empty document is recognised', async () => {
  const { uri } = await vscode.workspace.openTextDocument({ content: '', language: 'plaintext' });
  await show(uri);
  const paste = new vscode.WorkspaceEdit();
  paste.insert(uri, new vscode.Position(0, 0), await sample('credentials-2015.imr.txt'));
  await vscode.workspace.applyEdit(paste);
  await inLanguage(uri, LANGUAGE);
});

test('a letter from elsewhere than a disk is recognised and read', async () => {
  const text = await sample('credentials-2015.imr.txt');
  const provider = vscode.workspace.registerTextDocumentContentProvider('imr-test', {
    provideTextDocumentContent: () => text,
  });
  try {
    const uri = vscode.Uri.parse('imr-test:/mail/letter.txt');
    await show(uri);
    await inLanguage(uri, LANGUAGE);
    assert.ok((await outline(uri)).length > 0);
  } finally {
    provider.dispose();
  }
});

test('a letter switched back by hand stays so', async () => {
  const uri = await file('by hand.txt', await sample('decision-2013.imr.txt'));
  await show(uri);
  await vscode.languages.setTextDocumentLanguage(await inLanguage(uri, LANGUAGE), 'plaintext');
  const document = await inLanguage(uri, 'plaintext');
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), '\n');
  await vscode.workspace.applyEdit(edit);
  await another();
  assert.equal(languageOf(uri), 'plaintext');
  assert.equal(document.languageId, 'plaintext');
});

test('with imr.detect off nothing is switched, with ask only after a yes', async () => {
  const text = await sample('decision-2013.imr.txt');
  const left = await file('left alone.txt', text);
  const asked = await file('asked.txt', text);
  const detect = (mode: string | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('imr').update('detect', mode, vscode.ConfigurationTarget.Workspace);
  try {
    await detect('off');
    const silence = await answering({}, async () => {
      await show(left);
      await settled();
    });
    assert.deepEqual([silence, languageOf(left)], [[], 'plaintext']);
    await detect('ask');
    const question = await answering({}, async () => {
      await show(asked);
      await settled();
    });
    assert.match(question.join(' '), /asked\.txt/);
    assert.equal(languageOf(asked), 'plaintext');
    const yes = await file('yes.txt', text);
    await answering({ button: 'Treat as IMR Letter' }, async () => {
      await show(yes);
      await inLanguage(yes, LANGUAGE);
    });
  } finally {
    await detect(undefined);
  }
});

test('CRLF and a byte order mark change nothing in the outline', async () => {
  const text = await sample('credentials-2015-several-issues.imr.txt');
  const plain = await file('lf.imr.txt', text);
  const windows = await file('crlf.imr.txt', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  await show(plain);
  await show(windows);
  const rows = async (uri: vscode.Uri): Promise<readonly string[]> =>
    entries(await outline(uri)).map(
      ({ name, detail, range }) => `${name}|${detail}|${range.start.line}-${range.end.line}`,
    );
  assert.deepEqual(await rows(windows), await rows(plain));
});

test('a novel is left alone, and taken for a letter by hand shows what is missing', async () => {
  const uri = await file('novel.txt', NOVEL);
  await show(uri);
  await another();
  assert.equal(languageOf(uri), 'plaintext');
  await vscode.languages.setTextDocumentLanguage(await show(uri), LANGUAGE);
  await inLanguage(uri, LANGUAGE);
  assert.equal((await outline(uri)).length, 1);
  const found = await problems(uri, 'what a novel lacks', (all) => all.length > 0);
  assert.ok(
    found.every(({ message }) => /^[A-Z].*\.$/.test(message)),
    found.map(({ message }) => message).join(' | '),
  );
});

test('an empty document, and one of bytes that are no text, do no harm', async () => {
  const empty = await file('empty.imr', '');
  const bytes = inWorkspace('bytes.imr');
  await vscode.workspace.fs.writeFile(
    bytes,
    Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + 1) % 256 || 1),
  );
  await show(empty);
  // An editor may refuse to open it as text.
  await show(bytes).catch(() => undefined);
  await show(inWorkspace('credentials-2015.imr.txt'));
  assert.ok((await outline(inWorkspace('credentials-2015.imr.txt'))).length > 0, 'the server still answers');
});
