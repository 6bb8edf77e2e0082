import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toCase } from '../../server/src/case/index.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { samples } from './letters.ts';

const record = (text: string): unknown => parse(text).map((placed) => toCase(placed, null));

/** Pastes the pieces of a text into an empty document in the given order, each at the place it has in the end. */
const typed = (pieces: readonly string[], order: readonly number[]): string => {
  const document = TextDocument.create('untitled:letter', 'imr-letter', 0, '');
  const present: number[] = [];
  order.forEach((index, version) => {
    const before = present.filter((other) => other < index).map((other) => pieces[other]?.length ?? 0);
    const offset = before.reduce((sum, length) => sum + length, 0);
    const position = document.positionAt(offset);
    TextDocument.update(
      document,
      [{ range: { start: position, end: position }, text: pieces[index] ?? '' }],
      version + 1,
    );
    present.push(index);
  });
  return document.getText();
};

test('a letter that is put together in pieces, in any order, is the letter', () => {
  const cuts = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });
  const scenario = fc
    .tuple(fc.constantFrom(...samples.values()), cuts)
    .map(([text, places]): string[] => {
      // A document counts LF and CRLF as one break each, so a piece may not part a CRLF; samples hold LF only.
      const ends = [...new Set(places.map((place) => place % text.length)), 0, text.length].sort((a, b) => a - b);
      return ends.slice(1).map((end, i) => text.slice(ends[i], end));
    })
    .chain((pieces) =>
      fc.tuple(fc.constant(pieces), fc.shuffledSubarray([...pieces.keys()], { minLength: pieces.length })),
    );
  fc.assert(
    fc.property(scenario, ([pieces, order]) => {
      const text = typed(pieces, order);
      assert.equal(text, pieces.join(''));
      assert.deepEqual(record(text), record(pieces.join('')));
    }),
    { numRuns: 60 },
  );
});
