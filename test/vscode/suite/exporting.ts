import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as vscode from 'vscode';
import schema from '../../../schema/case-1.json';
import gold from '../../letters/gold/credentials-2015.json';
import { answering } from './answers.ts';
import { file, inWorkspace, lenses, sample, show } from './editor.ts';
import { test } from './runner.ts';

const LETTER = 'credentials-2015.imr.txt';

const ajv = new Ajv2020({ strict: false });
addFormats(ajv);
const validate = ajv.compile(schema);

interface Exported {
  readonly source: { readonly uri: string; readonly letter: number };
  readonly caseNumber: string | null;
  readonly issues: readonly { readonly decision: string | null }[];
}

function checked(text: string): Exported {
  const record: unknown = JSON.parse(text);
  const valid: boolean = validate(record);
  assert.ok(valid, ajv.errorsText(validate.errors));
  return record as Exported;
}

/** What the sample's gold record says: all but where the record comes from, where its values stand, and what they resolve to. */
const values = (record: object): unknown =>
  JSON.parse(
    JSON.stringify(record, (name, value: unknown) => (['source', 'spans', 'entry'].includes(name) ? undefined : value)),
  );

const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** Chooses the lens with this title, the first where there are several. */
async function choose(uri: vscode.Uri, title: string): Promise<void> {
  const command = (await lenses(uri)).map((lens) => lens.command).find((each) => each?.title === title);
  assert.ok(command, `a lens ${title}`);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

test('the lens exports the case to the file that was chosen', async () => {
  const target = inWorkspace('CM15-0181204.json');
  await show(inWorkspace(LETTER));
  await answering({ saveTo: target, picks: ['JSON'] }, () => choose(inWorkspace(LETTER), 'Export case…'));
  const record = checked(await read(target));
  assert.match(record.source.uri, /credentials-2015\.imr\.txt$/);
  assert.deepEqual(values(record), values(gold));
});

test('the command exports the letter that is open', async () => {
  const target = inWorkspace('from the palette.json');
  await show(inWorkspace(LETTER));
  await lenses(inWorkspace(LETTER));
  await answering({ saveTo: target, picks: ['JSON'] }, async () => {
    await vscode.commands.executeCommand('imr.exportCase');
  });
  assert.equal(checked(await read(target)).caseNumber, 'CM15-0181204');
});

test('a dismissed dialog writes nothing and says nothing', async () => {
  await show(inWorkspace(LETTER));
  const before = await vscode.workspace.fs.readDirectory(inWorkspace('.'));
  const shown = await answering({ picks: ['JSON'] }, () => choose(inWorkspace(LETTER), 'Export case…'));
  assert.deepEqual(shown, []);
  assert.deepEqual(await vscode.workspace.fs.readDirectory(inWorkspace('.')), before);
});

test('a file that cannot be written is told in one sentence that names it', async () => {
  const target = vscode.Uri.joinPath(await file('a file', 'not a folder'), 'case.json');
  await show(inWorkspace(LETTER));
  const shown = await answering({ saveTo: target, picks: ['JSON'] }, () => choose(inWorkspace(LETTER), 'Export case…'));
  assert.equal(shown.length, 1, shown.join(' | '));
  assert.match(shown[0] ?? '', /case\.json/);
  assert.doesNotMatch(shown[0] ?? '', /\n/);
});

test('a file that exists is never replaced without a word', async () => {
  const target = await file('precious.json', 'mine');
  await show(inWorkspace(LETTER));
  const shown = await answering({}, async () => {
    await vscode.commands.executeCommand('imr.exportCase', undefined, { to: target }).then(undefined, () => undefined);
  });
  assert.equal(await read(target), 'mine');
  assert.match(shown.join(' '), /precious\.json/);
});

test('the lens of an issue copies it as JSON', async () => {
  await vscode.env.clipboard.writeText('');
  await show(inWorkspace(LETTER));
  await answering({}, () => choose(inWorkspace(LETTER), 'Copy as JSON'));
  const copied = JSON.parse(await vscode.env.clipboard.readText()) as { readonly decision: string };
  assert.equal(copied.decision, 'upheld');
});

test('a letter cut in the middle exports what there is', async () => {
  const text = await sample(LETTER);
  const uri = await file('cut.imr.txt', text.slice(0, text.indexOf('Claims Administrator guideline')));
  const target = inWorkspace('cut.json');
  await show(uri);
  await answering({ saveTo: target, picks: ['JSON'] }, () => choose(uri, 'Export case…'));
  const record = checked(await read(target));
  assert.equal(record.issues.length, 1);
  assert.equal(record.issues[0]?.decision, 'upheld');
});

test('a format of tables is written as a file for each, and none of them is replaced without a word', async () => {
  const target = inWorkspace('tables.csv');
  await show(inWorkspace(LETTER));
  await answering({ saveTo: target, picks: ['CSV'] }, () => choose(inWorkspace(LETTER), 'Export case…'));
  assert.match(await read(target), /^source_uri,letter,case_number,/);
  assert.match(await read(inWorkspace('tables-issues.csv')), /request_decision/);
  await file('tables-issues.csv', 'mine');
  const shown = await answering({ saveTo: target, picks: ['CSV'] }, () => choose(inWorkspace(LETTER), 'Export case…'));
  assert.match(shown.join(' '), /tables-issues\.csv/);
  assert.equal(await read(inWorkspace('tables-issues.csv')), 'mine');
});

test('a binary format keeps its bytes', async () => {
  const target = inWorkspace('case.parquet');
  await show(inWorkspace(LETTER));
  await answering({ saveTo: target, picks: ['Parquet'] }, () => choose(inWorkspace(LETTER), 'Export case…'));
  const bytes = Buffer.from(await vscode.workspace.fs.readFile(target));
  assert.equal(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', bytes.length - 4), 'PAR1PAR1');
});

test('the case is copied as JSON and as Markdown', async () => {
  await show(inWorkspace(LETTER));
  await answering({}, async () => {
    await vscode.commands.executeCommand('imr.copyCaseJson');
  });
  assert.equal(checked(await vscode.env.clipboard.readText()).caseNumber, 'CM15-0181204');
  await answering({}, async () => {
    await vscode.commands.executeCommand('imr.copyCaseMarkdown');
  });
  assert.match(await vscode.env.clipboard.readText(), /^# .*CM15\\?-0181204/);
});

test('a folder is exported in several formats at once, and told of', async () => {
  const to = inWorkspace('an export');
  await vscode.workspace.fs.createDirectory(to);
  const answers = { folder: to, picks: ['JSON Lines', 'CSV', 'HTML brief'], input: '' };
  const shown = await answering(answers, async () => {
    await vscode.commands.executeCommand('imr.exportFolder', inWorkspace('.'));
  });
  assert.match(shown.join(' '), /^Exported \d+ letters from \d+ files to an export\./);
  const names = (await vscode.workspace.fs.readDirectory(to)).map(([name]) => name);
  for (const name of ['cases.jsonl', 'cases.csv', 'issues.csv', 'citations.csv', 'credentials-2015.html']) {
    assert.ok(names.includes(name), `${name} is not in ${names.join(', ')}`);
  }
  assert.ok(names.every((name) => !name.endsWith('.tmp')));
  const lines = (await read(vscode.Uri.joinPath(to, 'cases.jsonl'))).trimEnd().split('\n');
  assert.ok(lines.length >= 10, `${lines.length}`);
  lines.forEach(checked);
});

test('an export of selected files by pattern replaces nothing that is there', async () => {
  const to = inWorkspace('kept');
  const mine = await file('kept/cases.jsonl', 'mine');
  const selection = [inWorkspace(LETTER), inWorkspace('two-letters.imr.txt')];
  const answers = { folder: to, picks: ['JSON Lines'], input: '' };
  const shown = await answering(answers, async () => {
    await vscode.commands.executeCommand('imr.exportFolder', selection[0], selection);
  });
  assert.match(shown.join(' '), /cases\.jsonl exists already/);
  assert.equal(await read(mine), 'mine');
  await answering({ ...answers, button: 'Replace' }, async () => {
    await vscode.commands.executeCommand('imr.exportFolder', selection[0], selection);
  });
  assert.equal((await read(mine)).trimEnd().split('\n').length, 3);
});

test('a file of a single letter takes the place of the one before in one step, and only where it may', async () => {
  const old = await file('steady/credentials-2015.html', 'mine');
  const to = inWorkspace('steady');
  const letter = inWorkspace(LETTER);
  const run = (overwrite: boolean): Thenable<unknown> =>
    vscode.commands.executeCommand('imr.exportFolder', letter, [letter], { to, formats: ['html'], overwrite });
  await answering({}, async () => void (await run(false)));
  assert.equal(await read(old), 'mine');
  let isDone = false;
  let missing = 0;
  const watching = (async () => {
    for (; !isDone; await setImmediate()) if (!existsSync(old.fsPath)) missing++;
  })();
  await answering({}, async () => void (await run(true)));
  isDone = true;
  await watching;
  assert.match(await read(old), /^<!doctype html>/i);
  assert.equal(missing, 0, 'there is no moment without the file');
  const names = (await vscode.workspace.fs.readDirectory(to)).map(([name]) => name);
  assert.deepEqual(names, ['credentials-2015.html']);
});
