import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Documents, letterAt, lettersWithin, offsetIn } from '../../../server/src/host/documents.ts';
import type { Letter, PlacedLetter } from '../../../server/src/letter/model.ts';
import { splitLines } from '../../../server/src/text/lines.ts';

const URI = 'file:///letters/a.imr.txt';
const TEXT = 'CLINICAL CASE SUMMARY\nThe injured worker fell.\n';

const opened = (text = TEXT) => {
  const documents = new Documents();
  documents.open({ textDocument: { uri: URI, languageId: 'imr-letter', version: 1, text } });
  return documents;
};

const at = (line: number, character: number) => ({ line, character });

describe('a document', () => {
  test('is parsed once a version, for all who ask', () => {
    const documents = opened();
    const before = documents.get(URI)?.letters;
    assert.ok(before);
    assert.equal(documents.get(URI)?.letters, before);
    const range = { start: at(1, 4), end: at(1, 11) };
    const textDocument = { uri: URI, version: 2 };
    documents.change({ textDocument, contentChanges: [{ range, text: 'claims' }] });
    const after = documents.get(URI);
    assert.equal(after?.version, 2);
    assert.notEqual(after?.letters, before);
    assert.ok(after?.text.includes('The claims worker'));
  });

  test('takes several changes at once, whole or in part', () => {
    const documents = opened();
    const contentChanges = [
      { text: 'one\r\ntwo\r\n' },
      { range: { start: at(1, 0), end: at(1, 3) }, text: 'three' },
      { range: { start: at(0, 3), end: at(1, 0) }, text: ' ' },
    ];
    documents.change({ textDocument: { uri: URI, version: 7 }, contentChanges });
    assert.equal(documents.get(URI)?.text, 'one three\r\n');
  });

  test('that was never opened is not there, and changing it changes nothing', () => {
    const documents = opened();
    documents.change({ textDocument: { uri: 'file:///other', version: 2 }, contentChanges: [{ text: 'x' }] });
    assert.deepEqual(documents.uris, [URI]);
    assert.equal(documents.get('file:///other'), undefined);
  });

  test('is freed by closing it', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const documents = opened();
    const letter = new WeakRef<object>(documents.get(URI)?.letters[0]?.letter ?? {});
    documents.close(URI);
    assert.equal(documents.get(URI), undefined);
    // A WeakRef keeps its target until the current job ends.
    for (let round = 0; round < 20 && letter.deref(); round++) {
      await new Promise((resolve) => setImmediate(resolve));
      collect();
    }
    assert.equal(letter.deref(), undefined);
  });
});

describe('letters of a document', () => {
  const placed = (number: number, line: number, text: string): PlacedLetter => ({
    letter: { text, lines: splitLines(text) } as Letter,
    number,
    offset: 0,
    line,
  });
  const letters = [placed(1, 2, 'a\nbcd\n'), placed(2, 4, 'e\n'), placed(3, 5, 'fgh')];

  test('are found by line', () => {
    const numbers = [0, 1, 2, 3, 4, 5, 6, 99].map((line) => letterAt(letters, line)?.number ?? null);
    assert.deepEqual(numbers, [null, null, 1, 1, 2, 3, 3, 3]);
    assert.equal(letterAt([], 0), null);
  });

  test('translate positions into offsets of their own, kept inside the line', () => {
    const [first] = letters;
    assert.ok(first);
    const offsets = [at(2, 0), at(3, 1), at(3, 99), at(99, 0)].map((position) => offsetIn(first, position));
    assert.deepEqual(offsets, [0, 3, 5, 6]);
  });

  test('are chosen by a range of lines', () => {
    const numbers = (first: number, last: number) => lettersWithin(letters, first, last).map(({ number }) => number);
    assert.deepEqual(numbers(0, 1), []);
    assert.deepEqual(numbers(3, 3), [1]);
    assert.deepEqual(numbers(5, 5), [2, 3]);
    assert.deepEqual(numbers(0, 99), [1, 2, 3]);
  });
});
