import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, entries, hover, inWorkspace, LANGUAGE, lenses, outline, problems, show } from './editor.ts';
import { test } from './runner.ts';

const LETTER = 'credentials-2015.imr.txt';

const lines = (symbols: readonly vscode.DocumentSymbol[]): readonly string[] =>
  entries(symbols).map(({ name, detail }) => (detail === '' ? name : `${name}: ${detail}`));

test('a letter opens in its language', async () => {
  const document = await show(inWorkspace(LETTER));
  assert.equal(document.languageId, LANGUAGE);
});

test('the outline shows case, reviewer, patient and issues', async () => {
  const document = await show(inWorkspace(LETTER));
  const symbols = await outline(document.uri);
  const shown = lines(symbols);
  assert.equal(symbols.length, 1, 'one row for the letter');
  assert.match(shown[0] ?? '', /CM15-0181204.*upheld.*1 issue/i);
  assert.ok(shown.includes('1 Tramadol ER 150mg #60 with 1 refill: Upheld'), shown.join('\n'));
  assert.ok(
    shown.some((line) => line.includes('California')),
    shown.join('\n'),
  );
  assert.ok(
    shown.some((line) => /46/.test(line)),
    shown.join('\n'),
  );
  for (const symbol of entries(symbols)) assert.ok(symbol.range.contains(symbol.selectionRange), symbol.name);
});

test('a hover on a citation says what it is', async () => {
  const document = await show(inWorkspace(LETTER));
  const text = await hover(document, 'MTUS Chronic Pain Medical Treatment 2009');
  assert.match(text, /Chronic Pain/);
  assert.match(text.replaceAll('\\', ''), /8 CCR 9792\.24\.2/);
  assert.ok(text.trim().split('\n').length <= 12, text);
});

test('prose has no hover', async () => {
  const document = await show(inWorkspace(LETTER));
  await hover(document, 'MTUS Chronic Pain Medical Treatment 2009');
  const place = document.positionAt(document.getText().indexOf('pallet jack'));
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place,
  );
  assert.deepEqual(found, []);
});

test('references reach the letters of the folder that are not open', async () => {
  const document = await show(inWorkspace(LETTER));
  const citation = 'MTUS Chronic Pain Medical Treatment 2009';
  await hover(document, citation);
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    document.positionAt(document.getText().indexOf(citation) + 1),
  );
  const files = new Set(found.map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1)));
  assert.ok(files.has(LETTER) && files.has('two-letters.imr.txt'), [...files].join(', '));
  const [other] = found.filter(({ uri }) => uri.path.endsWith('two-letters.imr.txt'));
  assert.ok(other);
  const text = (await vscode.workspace.openTextDocument(other.uri)).getText(other.range);
  assert.match(text, /^(?:MTUS|Medical Treatment)/);
});

test('the lenses count issues and problems and offer the export', async () => {
  const document = await show(inWorkspace(LETTER));
  const titles = (await lenses(document.uri)).map(({ command }) => command?.title ?? '');
  assert.ok(
    titles.some((title) => /1 issue.*upheld/i.test(title)),
    titles.join(' | '),
  );
  assert.ok(titles.includes('Export case…'), titles.join(' | '));
  assert.ok(titles.includes('Copy as JSON'), titles.join(' | '));
});

test('a letter with faults shows its problems, with code, severity and a page to read', async () => {
  const document = await show(inWorkspace('damaged-fields.imr.txt'));
  const found = await problems(document.uri, 'the problems of a damaged letter', (all) => all.length > 0);
  const codes = found.map(codeOf);
  for (const code of [
    'missing.reviewer-specialty',
    'missing.decision',
    'missing.maximus-guideline',
    'missing.rationale',
  ]) {
    assert.ok(codes.includes(code), `${code} is among ${codes.join(', ')}`);
  }
  const decision = found.find((each) => codeOf(each) === 'missing.decision');
  assert.ok(decision);
  assert.equal(decision.severity, vscode.DiagnosticSeverity.Error);
  assert.equal(document.lineAt(decision.range.start.line).text, 'Gabapentin 300mg #90:');
  assert.ok(
    typeof decision.code === 'object' && decision.code.target.path.endsWith('/docs/checks/missing.decision.md'),
    'the code links to its page',
  );
});

test('a whole letter has no problem', async () => {
  const document = await show(inWorkspace('damaged-fields.imr.txt'));
  await problems(document.uri, 'the problems of a damaged letter', (all) => all.length > 0);
  const whole = await show(inWorkspace(LETTER));
  const titles = (await lenses(whole.uri)).map(({ command }) => command?.title);
  assert.ok(titles.includes('no problems'), titles.join(' | '));
  assert.deepEqual(vscode.languages.getDiagnostics(whole.uri).map(codeOf), []);
});

test('sections and issues fold', async () => {
  const document = await show(inWorkspace('credentials-2015-several-issues.imr.txt'));
  await outline(document.uri);
  const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  );
  const issue = document
    .getText()
    .split(/\r?\n/)
    .findIndex((line) => line.startsWith('IMR ISSUES'));
  assert.ok(
    ranges.some(({ start }) => start === issue),
    `a fold begins at line ${issue + 1}`,
  );
  assert.ok(ranges.length >= 8, `${ranges.length} folds`);
});

test('two letters in one file are two letters in the outline', async () => {
  const document = await show(inWorkspace('two-letters.imr.txt'));
  const symbols = await outline(document.uri);
  assert.equal(symbols.length, 2);
  const [first, second] = symbols;
  assert.ok(first && second && first.range.end.isBeforeOrEqual(second.range.start), 'one after the other');
  assert.ok(
    entries([second]).every(({ range }) => second.range.contains(range)),
    'the rows of the second lie in it',
  );
});
