import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ParsedDocument, parse, reparse } from '../../server/src/letter/parse.ts';
import { runs, samples } from './letters.ts';

/** Pastes the pieces of a text into an empty document in the given order, each at the place it has in the end. */
const typed = (pieces: readonly string[], order: readonly number[]): ParsedDocument => {
  const document = TextDocument.create('untitled:letter', 'imr-letter', 0, '');
  const present: number[] = [];
  let parsed: ParsedDocument | null = null;
  order.forEach((index, version) => {
    const before = present.filter((other) => other < index).map((other) => pieces[other]?.length ?? 0);
    const position = document.positionAt(before.reduce((sum, length) => sum + length, 0));
    const change = { range: { start: position, end: position }, text: pieces[index] ?? '' };
    TextDocument.update(document, [change], version + 1);
    parsed = reparse(parsed, document.getText());
    present.push(index);
  });
  assert.equal(document.getText(), pieces.join(''));
  return parsed ?? reparse(null, '');
};

test('a document that is put together in pieces, in any order, holds the letters of the whole', () => {
  const cuts = fc.array(fc.nat(), { minLength: 1, maxLength: 8 });
  const scenario = fc
    .tuple(fc.shuffledSubarray([...samples.values()], { minLength: 1, maxLength: 3 }), cuts)
    .map(([letters, places]): string[] => {
      const text = letters.join('\f');
      const ends = [...new Set(places.map((place) => place % text.length)), 0, text.length].sort((a, b) => a - b);
      return ends.slice(1).map((end, i) => text.slice(ends[i], end));
    })
    .chain((pieces) =>
      fc.tuple(fc.constant(pieces), fc.shuffledSubarray([...pieces.keys()], { minLength: pieces.length })),
    );
  fc.assert(
    fc.property(scenario, ([pieces, order]) => {
      assert.deepEqual(typed(pieces, order).letters, parse(pieces.join('')));
    }),
    runs(50),
  );
});

test('random edits, one after the other, end in the letters of the result', () => {
  const edit = fc.tuple(fc.nat(), fc.nat(60), fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('\n', '\f', ': ')));
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...samples.values()], { minLength: 2, maxLength: 4 }),
      fc.array(edit),
      (letters, edits) => {
        let text = letters.join('\f');
        let parsed = reparse(null, text);
        for (const [at, length, added] of edits) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + added + text.slice(start + length);
          parsed = reparse(parsed, text);
        }
        assert.deepEqual(parsed.letters, parse(text));
      },
    ),
    runs(50),
  );
});

test('an edit inside one letter leaves the others unread: their letters are the same objects', () => {
  const letters = [...samples.values()];
  const text = letters.join('\f');
  const before = reparse(null, text);
  for (const [i, { letter, offset }] of before.letters.entries()) {
    const place = offset + (letter.issues[0]?.rationale?.printed?.span.start ?? 0) + 30;
    const after = reparse(before, `${text.slice(0, place)}x${text.slice(place)}`);
    assert.equal(after.letters.length, before.letters.length);
    assert.equal(after.read, 1);
    const kept = after.letters.filter((placed, k) => placed.letter === before.letters[k]?.letter).length;
    assert.equal(kept, before.letters.length - 1, `edit in letter ${i + 1}`);
  }
});
