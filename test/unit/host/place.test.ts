import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity, type Range, SymbolKind } from 'vscode-languageserver';
import * as place from '../../../server/src/host/place.ts';

const range = (line: number): Range => ({ start: { line, character: 3 }, end: { line: line + 1, character: 0 } });
const BY = 10;

test('a symbol moves with all its children', () => {
  const symbol = (line: number) => ({
    name: 'x',
    kind: SymbolKind.Field,
    range: range(line),
    selectionRange: range(line),
  });
  const inner = { ...symbol(1), children: [symbol(2)] };
  assert.deepEqual(place.placeSymbol({ ...symbol(0), children: [inner] }, BY), {
    ...symbol(10),
    children: [{ ...symbol(11), children: [symbol(12)] }],
  });
});

test('a folding range moves by lines', () => {
  assert.deepEqual(place.placeFolding({ startLine: 1, endLine: 4, kind: 'region' }, BY), {
    startLine: 11,
    endLine: 14,
    kind: 'region',
  });
});

test('a hover moves its range, and stays without one', () => {
  const contents = { kind: 'markdown' as const, value: 'x' };
  assert.deepEqual(place.placeHover({ contents, range: range(1) }, BY), { contents, range: range(11) });
  assert.deepEqual(place.placeHover({ contents }, BY), { contents });
});

test('a selection moves with all that it grows to', () => {
  const inner = { range: range(2), parent: { range: range(1), parent: { range: range(0) } } };
  const outer = { range: range(12), parent: { range: range(11), parent: { range: range(10) } } };
  assert.deepEqual(place.placeSelection(inner, BY), outer);
});

test('a lens moves, its command stays', () => {
  const command = { title: 'x', command: 'imr.exportCase', arguments: [{ uri: 'a', letter: 2 }] };
  assert.deepEqual(place.placeLens({ range: range(0), command }, BY), { range: range(10), command });
});

test('a link and a hint move', () => {
  const link = { range: range(0), target: 'https://example.org' };
  assert.deepEqual(place.placeLink(link, BY), { ...link, range: range(10) });
  const hint = { position: { line: 2, character: 4 }, label: 'x' };
  assert.deepEqual(place.placeHint(hint, BY), { ...hint, position: { line: 12, character: 4 } });
  assert.equal(place.placeHint(hint, 0), hint);
});

test('a diagnostic moves with its related places', () => {
  const diagnostic = (line: number) => ({
    range: range(line),
    severity: DiagnosticSeverity.Error,
    message: 'x',
    relatedInformation: [{ location: { uri: 'a', range: range(line + 5) }, message: 'y' }],
  });
  assert.deepEqual(place.placeDiagnostic(diagnostic(1), BY), diagnostic(11));
});

test('an action moves every kind of edit; its diagnostics are the document’s already', () => {
  const diagnostics = [{ range: range(50), message: 'x' }];
  const edit = (line: number) => ({
    documentChanges: [
      {
        textDocument: { uri: 'a', version: 3 },
        edits: [
          { range: range(line), newText: 'x' },
          { range: range(line), snippet: { kind: 'snippet' as const, value: '$0' } },
        ],
      },
      { kind: 'create' as const, uri: 'b' },
    ],
    changes: { a: [{ range: range(line), newText: 'x' }] },
  });
  const action = (line: number) => ({ title: 'x', diagnostics, edit: edit(line) });
  assert.deepEqual(place.placeAction(action(1), BY), action(11));
  assert.deepEqual(place.placeAction({ title: 'y', diagnostics }, BY), { title: 'y', diagnostics });
});

test('nothing is copied for a letter on the first line', () => {
  const symbol = { name: 'x', kind: SymbolKind.Field, range: range(0), selectionRange: range(0) };
  assert.equal(place.placeSymbol(symbol, 0), symbol);
  assert.equal(place.placeRange(symbol.range, 0), symbol.range);
});
