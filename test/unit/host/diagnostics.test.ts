import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { answerTo, diagnosticOf, Reports } from '../../../server/src/host/diagnostics.ts';
import type { OpenDocument } from '../../../server/src/host/documents.ts';
import { problemsOf, type Terms } from '../../../server/src/host/judged.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../server/src/host/settings.ts';
import type { PlacedLetter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { NO_NOTES } from '../../../server/src/notes/index.ts';

/** A letter that lacks its issues, and so has a problem under any settings that leave checks on. */
const INCOMPLETE = 'CLINICAL CASE SUMMARY\nThe injured worker fell.\n';
const MILDER: Settings = { ...DEFAULT_SETTINGS, checks: { 'missing.issues': 'hint' } };
const TERMS: Terms = { settings: DEFAULT_SETTINGS, notes: NO_NOTES };
const URI = 'file:///a.imr';

const incomplete = (): PlacedLetter => {
  const [placed] = parse(INCOMPLETE);
  assert.ok(placed);
  return placed;
};

const documentOf = (letters: readonly PlacedLetter[], version = 1): OpenDocument => ({
  uri: URI,
  version,
  text: '',
  letters,
});

const numbered = ({ letter }: PlacedLetter, number: number, line: number): PlacedLetter => ({
  letter,
  number,
  offset: 0,
  line,
});

describe('a diagnostic', () => {
  const { letter } = incomplete();
  const problem = {
    code: 'missing.item',
    severity: 'information',
    span: { start: 22, end: 25 },
    message: 'x',
    related: [{ span: { start: 0, end: 8 }, message: 'y' }],
  } as const;

  test('has the place, severity, code and page of its problem', () => {
    assert.deepEqual(diagnosticOf(problem, letter, { uri: URI, docsBase: 'https://example.org/checks/' }), {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
      severity: DiagnosticSeverity.Information,
      source: 'imr',
      code: 'missing.item',
      codeDescription: { href: 'https://example.org/checks/missing.item.md' },
      message: 'x',
      relatedInformation: [
        {
          location: { uri: URI, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } } },
          message: 'y',
        },
      ],
    });
  });

  test('has no link where the client named no folder of pages', () => {
    assert.ok(!('codeDescription' in diagnosticOf(problem, letter, { uri: URI, docsBase: null })));
  });
});

describe('problems', () => {
  test('are found once a letter and settings', () => {
    const { letter } = incomplete();
    const found = problemsOf(letter, DEFAULT_SETTINGS);
    assert.ok(found.length > 0);
    assert.equal(problemsOf(letter, DEFAULT_SETTINGS), found);
    const others = problemsOf(letter, MILDER);
    assert.ok(others.some(({ code, severity }) => code === 'missing.issues' && severity === 'hint'));
  });
});

describe('reports', () => {
  test('of several letters stand at each letter’s own lines', () => {
    const placed = incomplete();
    const [alone, both] = [[placed], [numbered(placed, 1, 0), numbered(incomplete(), 2, 40)]];
    const lines = (letters: readonly PlacedLetter[]) =>
      new Reports().of(documentOf(letters), TERMS, null).items.map(({ range }) => range.start.line);
    assert.deepEqual(lines(both), [...lines(alone), ...lines(alone).map((line) => line + 40)]);
  });

  test('keep their name where an edit changes no diagnostic', () => {
    const reports = new Reports();
    const first = reports.of(documentOf([incomplete()]), TERMS, null);
    const second = reports.of(documentOf([incomplete()], 2), TERMS, null);
    assert.equal(second, first);
    assert.deepEqual(answerTo(first.resultId, second), { kind: 'unchanged', resultId: first.resultId });
    assert.equal(answerTo(undefined, second).kind, 'full');
    assert.equal(answerTo('of another server', second).kind, 'full');
  });

  test('get another name where a diagnostic has moved, come or changed', () => {
    const reports = new Reports();
    const first = reports.of(documentOf([incomplete()]), TERMS, null);
    const moved = reports.of(documentOf([numbered(incomplete(), 1, 1)], 2), TERMS, null);
    const more = reports.of(documentOf([incomplete(), numbered(incomplete(), 2, 9)], 3), TERMS, null);
    const milder = reports.of(documentOf([incomplete()], 3), { ...TERMS, settings: MILDER }, null);
    const none = reports.of(documentOf([], 4), TERMS, null);
    const names = [first, moved, more, milder, none].map(({ resultId }) => resultId);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(none.items, []);
  });

  test('of a document that was closed and opened again have another name', () => {
    const reports = new Reports();
    const before = reports.of(documentOf([incomplete()]), TERMS, null);
    reports.drop(URI);
    const after = reports.of(documentOf([incomplete()]), TERMS, null);
    assert.notEqual(after.resultId, before.resultId);
    assert.deepEqual(after.items, before.items);
  });
});
