import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SymbolKind } from 'vscode-languageserver';
import { symbolOf } from '../../../server/src/features/symbol.ts';
import { letterOf } from './build.ts';

const letter = letterOf('one\ntwo\nthree\nfour');
const kind = SymbolKind.Field;

test('symbolOf: a child and a selection that reach out of their parent are cut', () => {
  const symbol = symbolOf(letter, {
    name: 'outer',
    kind,
    span: { start: 4, end: 13 },
    selection: { start: 0, end: 6 },
    children: [{ name: 'inner', kind, span: { start: 8, end: 18 } }],
  });
  assert.deepEqual(symbol.range, { start: { line: 1, character: 0 }, end: { line: 2, character: 5 } });
  assert.deepEqual(symbol.selectionRange, { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } });
  assert.deepEqual(symbol.children?.[0]?.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } });
});

test('symbolOf: a child outside of its parent becomes an empty place at its edge', () => {
  const symbol = symbolOf(letter, {
    name: 'outer',
    kind,
    span: { start: 0, end: 3 },
    children: [{ name: 'inner', kind, span: { start: 8, end: 13 } }],
  });
  const edge = { line: 0, character: 3 };
  assert.deepEqual(symbol.children?.[0]?.range, { start: edge, end: edge });
});

test('symbolOf: a name that nothing is left of is Unnamed, and an empty detail is left out', () => {
  const symbol = symbolOf(letter, { name: ' \u0000\n', detail: '\u200B', kind, span: letter.span });
  assert.equal(symbol.name, 'Unnamed');
  assert.equal('detail' in symbol, false);
});
