import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DocumentSymbol, MarkupContent, MarkupKind, type Position, type Range } from 'vscode-languageserver';
import { checkLetter } from '../../../server/src/checks/index.ts';
import { codeActions } from '../../../server/src/features/codeActions.ts';
import { completion } from '../../../server/src/features/completion.ts';
import { definition } from '../../../server/src/features/definition.ts';
import { folding } from '../../../server/src/features/folding.ts';
import { highlight } from '../../../server/src/features/highlight.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { inlayHints } from '../../../server/src/features/inlayHints.ts';
import { issueLenses, letterLenses } from '../../../server/src/features/lenses.ts';
import { documentLinks } from '../../../server/src/features/links.ts';
import { outline } from '../../../server/src/features/outline.ts';
import { rangeOf } from '../../../server/src/features/range.ts';
import { referencedAt, references } from '../../../server/src/features/references.ts';
import { selectionRange } from '../../../server/src/features/selection.ts';
import type { Letter, PlacedLetter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { anyText, samples } from '../../properties/letters.ts';

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

test('lenses: of any text, four a letter and two an issue, each with words', () => {
  onAnyLetter(({ letter, number }) => {
    const lenses = [...letterLenses(letter, number, 'a:b', 0), ...issueLenses(letter, number, 'a:b')];
    assert.equal(lenses.length, 4 + 2 * letter.issues.length);
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
    const target = {
      uri: 'a:b',
      version: 1,
      documentChanges: false,
      snippets: false,
      previews: false,
      commands: false,
    };
    const whole = rangeOf(letter, { start: 0, end: letter.text.length });
    for (const problem of checkLetter(letter)) {
      const diagnostic = { range: rangeOf(letter, problem.span), message: problem.message };
      for (const action of codeActions(letter, [{ problem, diagnostic, drafts: null }], target)) {
        assert.ok(action.title.length > 0);
        for (const { range } of action.edit?.changes?.['a:b'] ?? []) assert.ok(holds(whole, range));
      }
    }
  });
});

test('links: of any text, places in the letter that do not overlap, and pages of the web only', () => {
  onAnyLetter(({ letter }) => {
    let last: Position = { line: 0, character: 0 };
    for (const { range, target } of documentLinks(letter)) {
      assert.ok(isBefore(last, range.start) && isBefore(range.start, range.end));
      assert.ok(holds(rangeOf(letter, { start: 0, end: letter.text.length }), range));
      assert.match(target ?? '', /^https?:\/\/[^\s"<>\\^`{|}]+$/i);
      last = range.end;
    }
  });
});

test('inlayHints: of any text, inside of what was asked for, in order, with words', () => {
  const wanted = { dates: true, generics: true, pages: true };
  onAnyLetter(({ letter }, offset) => {
    const within = { start: offset, end: letter.text.length };
    const range = rangeOf(letter, within);
    let last = range.start;
    for (const { position, label, tooltip } of inlayHints(letter, within, wanted)) {
      assert.ok(isBefore(last, position) && isBefore(position, range.end));
      assert.ok(String(label).length > 0 && String(label).length <= 80 && String(tooltip).length > 0);
      last = position;
    }
  });
});

test('definition, references, highlight: of any text, places in the letter; what is named at a place is named there', () => {
  onAnyLetter(({ letter }, offset) => {
    const whole = rangeOf(letter, { start: 0, end: letter.text.length });
    const cursor = rangeOf(letter, { start: offset, end: offset });
    const found = definition(letter, offset);
    if (found) {
      assert.ok(holds(found.origin, cursor) && found.targets.length > 0);
      for (const { range, selection } of found.targets) assert.ok(holds(whole, range) && holds(range, selection));
    }
    const subjects = referencedAt(letter, offset);
    const places = references(letter, subjects, true);
    assert.equal(places.length > 0, subjects.size > 0);
    if (places.length > 0) assert.ok(places.some((place) => holds(place, cursor)));
    for (const place of places) assert.ok(holds(whole, place));
    assert.deepEqual(highlight(letter, offset)?.map(({ range }) => range) ?? [], places);
  });
});

test('completion: of any text, an edit of one line that ends at the cursor', () => {
  onAnyLetter(({ letter }, offset) => {
    const cursor = rangeOf(letter, { start: offset, end: offset }).start;
    for (const { label, textEdit } of completion(letter, offset)) {
      assert.ok(label.trim().length > 0 && textEdit && 'range' in textEdit);
      assert.equal(textEdit.range.start.line, cursor.line);
      assert.deepEqual(textEdit.range.end, cursor);
      assert.doesNotMatch(textEdit.newText, /[\r\n]/);
    }
  });
});

test('completion: in the prose of any text nothing, unless the line begins like what the letter lacks', () => {
  const proseOf = ({ summary, issues }: Letter) =>
    [summary?.text, ...issues.map(({ rationale }) => rationale?.printed)].flatMap((leaf) => leaf?.span ?? []);
  const expectNothing = (letter: Letter, offset: number) => {
    for (const { label, textEdit } of completion(letter, offset)) {
      assert.ok(textEdit && 'range' in textEdit);
      const { start, end } = textEdit.range;
      const line = letter.text.slice(letter.lines.starts[start.line], letter.lines.ends[start.line]);
      const typed = line.slice(start.character, end.character);
      assert.ok(typed.length >= 3 && label.startsWith(typed), `${label} behind ${JSON.stringify(line)}`);
      assert.equal(line.trim(), typed.trim(), 'nothing else stands on the line');
    }
  };
  onAnyLetter(({ letter }, number) => {
    for (const { start, end } of proseOf(letter)) expectNothing(letter, start + (number % (end - start + 1)));
  });
  // Of a letter that lacks nothing, nothing at all, wherever the cursor stands.
  for (const [name, text] of samples) {
    if (name.startsWith('damaged')) continue;
    for (const { letter } of parse(text)) {
      for (const { start, end } of proseOf(letter))
        for (let at = start; at <= end; at++) assert.deepEqual(completion(letter, at), [], name);
    }
  }
});
