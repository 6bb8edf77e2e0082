import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DocumentSymbol, MarkupContent, MarkupKind, type Position, type Range } from 'vscode-languageserver';
import { checkLetter } from '../../../server/src/checks/index.ts';
import { codeActions } from '../../../server/src/features/codeActions.ts';
import { folding } from '../../../server/src/features/folding.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { issueLenses, letterLenses } from '../../../server/src/features/lenses.ts';
import { outline } from '../../../server/src/features/outline.ts';
import { rangeOf } from '../../../server/src/features/range.ts';
import { selectionRange } from '../../../server/src/features/selection.ts';
import type { PlacedLetter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { anyText } from '../../properties/letters.ts';

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const holds = (outer: Range, inner: Range): boolean =>
  isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

/** Runs on every letter of arbitrary text, near misses and damaged samples. */
const onAnyLetter = (run: (placed: PlacedLetter, offset: number) => void): void => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, number) => {
      for (const placed of parse(text)) run(placed, number % (placed.letter.text.length + 1));
    }),
    { numRuns: 300 },
  );
};

test('outline: of any text, selections lie in ranges, ranges in their parents, and every row has a name', () => {
  const visit = (symbol: DocumentSymbol, parent: Range): void => {
    assert.ok(symbol.name.trim().length > 0 && symbol.name.length <= 80);
    assert.doesNotMatch(symbol.name + (symbol.detail ?? ''), /\p{Cc}/u);
    assert.ok(holds(parent, symbol.range), 'range in parent');
    assert.ok(holds(symbol.range, symbol.selectionRange), 'selection in range');
    for (const child of symbol.children ?? []) visit(child, symbol.range);
  };
  onAnyLetter(({ letter, number }) => visit(outline(letter, number), rangeOf(letter, letter.span)));
});

test('folding: of any text, folds are several lines of the letter, one a line, and do not cross', () => {
  onAnyLetter(({ letter }) => {
    const open: number[] = [];
    let last = -1;
    for (const { startLine, endLine } of folding(letter, false)) {
      assert.ok(startLine > last && endLine > startLine && endLine < letter.lines.count);
      last = startLine;
      while (open.length > 0 && (open.at(-1) ?? 0) < startLine) open.pop();
      assert.ok(
        open.every((end) => endLine <= end),
        'folds nest',
      );
      open.push(endLine);
    }
  });
});

test('hover: of any text, one block of at most twelve lines about a place that holds the cursor', () => {
  onAnyLetter(({ letter }, offset) => {
    for (const kind of [MarkupKind.Markdown, MarkupKind.PlainText]) {
      const starts = letter.issues.flatMap(
        ({ expertReviewer }) => expertReviewer?.citations.map(({ span }) => span.start) ?? [],
      );
      for (const place of [offset, ...starts]) {
        const found = hover(letter, place, kind);
        if (!found) continue;
        assert.ok(MarkupContent.is(found.contents));
        const lines = found.contents.value.split('\n');
        assert.ok(lines.length <= 12 && lines.every((line) => line.trim().length > 0));
        assert.ok(found.range && holds(found.range, rangeOf(letter, { start: place, end: place })));
      }
    }
  });
});

test('lenses: of any text, three a letter and two an issue, each with words', () => {
  onAnyLetter(({ letter, number }) => {
    const lenses = [...letterLenses(letter, number, 'a:b', 0), ...issueLenses(letter, number, 'a:b')];
    assert.equal(lenses.length, 3 + 2 * letter.issues.length);
    for (const { range, command } of lenses) {
      assert.ok(command && command.title.trim().length > 0);
      assert.ok(range.start.line < letter.lines.count);
    }
  });
});

test('selectionRange: of any text, each step holds the one before and the cursor, up to the letter', () => {
  onAnyLetter(({ letter }, offset) => {
    let selection = selectionRange(letter, offset);
    assert.ok(holds(selection.range, rangeOf(letter, { start: offset, end: offset })));
    while (selection.parent) {
      assert.ok(holds(selection.parent.range, selection.range));
      selection = selection.parent;
    }
    assert.ok(holds(selection.range, rangeOf(letter, letter.span)));
  });
});

test('codeActions: of any text, every edit lies in the letter', () => {
  onAnyLetter(({ letter }) => {
    const target = { uri: 'a:b', version: 1, documentChanges: false, snippets: false, explains: false };
    const whole = rangeOf(letter, { start: 0, end: letter.text.length });
    for (const problem of checkLetter(letter)) {
      const diagnostic = { range: rangeOf(letter, problem.span), message: problem.message };
      for (const action of codeActions(letter, [{ problem, diagnostic }], target)) {
        assert.ok(action.title.length > 0);
        for (const { range } of action.edit?.changes?.['a:b'] ?? []) assert.ok(holds(whole, range));
      }
    }
  });
});
