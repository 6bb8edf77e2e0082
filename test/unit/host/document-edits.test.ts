import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Reports } from '../../../server/src/host/diagnostics.ts';
import { Documents } from '../../../server/src/host/documents.ts';
import { readSettings } from '../../../server/src/host/settings.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { NO_NOTES } from '../../../server/src/notes/index.ts';
import { KINDS } from '../letter/many.ts';

/* What an edit costs: the server is told which range it changed, and leaves all letters beside it as they are. */

const URI = 'file:///letters/many.imr.txt';
const ALL = Object.values(KINDS).map((text) => `${text}\n`);

const opened = (text: string): Documents => {
  const documents = new Documents();
  documents.open({ textDocument: { uri: URI, languageId: 'imr-letter', version: 1, text } });
  return documents;
};

interface Change {
  readonly from: readonly [line: number, character: number];
  readonly to: readonly [line: number, character: number];
  readonly text: string;
}

const position = fc.tuple(fc.nat(260), fc.nat(90));
const change: fc.Arbitrary<Change> = fc.record({
  from: position,
  to: position,
  text: fc.constantFrom(
    '',
    'x',
    '\n',
    '\r\n',
    'CLINICAL CASE SUMMARY\n',
    '\nCase Number: CM16-0000009\n',
    ALL[0] ?? '',
  ),
});

const toLsp = ({ from, to, text }: Change) => ({
  range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
  text,
});

test('any changes, one or several at once, end in the letters of the result', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      (versions) => {
        const documents = opened(ALL.join('\f'));
        versions.forEach((changes, i) => {
          const textDocument = { uri: URI, version: i + 2 };
          documents.change({ textDocument, contentChanges: changes.map(toLsp) });
          // Every other version is asked about, so that changes also gather.
          const document = documents.get(URI);
          if (i % 2 === 0) assert.deepEqual(document?.letters, parse(document?.text ?? ''));
        });
        const document = documents.get(URI);
        assert.deepEqual(document?.letters, parse(document?.text ?? ''));
      },
    ),
    { numRuns: 60 },
  );
});

describe('an edit in the middle of many letters', () => {
  const documents = opened(Array.from({ length: 60 }, (_, i) => ALL[i % ALL.length]).join(''));
  const terms = { settings: readSettings(undefined, () => undefined), notes: NO_NOTES };
  const reports = new Reports();
  const now = () => {
    const document = documents.get(URI) ?? assert.fail();
    return { letters: document.letters, report: reports.of(document, terms, null) };
  };
  const before = now();
  const { line = 0 } = before.letters[30] ?? {};
  const edit = (version: number, text: string) => {
    const at = { line: line + 2, character: 0 };
    documents.change({
      textDocument: { uri: URI, version },
      contentChanges: [{ range: { start: at, end: at }, text }],
    });
  };

  test('reads that letter alone, and keeps the name of what was reported', () => {
    edit(2, ' ');
    const after = now();
    const others = after.letters.filter(({ letter }, i) => letter === before.letters[i]?.letter);
    assert.equal(others.length, before.letters.length - 1);
    assert.equal(after.report, before.report);
  });

  test('moves the problems behind it, and no others are made anew', () => {
    edit(3, '\n');
    const after = now();
    const { items } = before.report;
    const moved = after.report.items.filter((item, i) => item !== items[i]);
    assert.equal(after.report.items.length, items.length);
    assert.ok(
      moved.every(({ range }) => range.start.line > line),
      'a problem above the edit was made anew',
    );
    assert.deepEqual(
      moved.map(({ range }) => range.start.line - 1),
      items.filter(({ range }) => range.start.line >= line).map(({ range }) => range.start.line),
    );
  });
});
