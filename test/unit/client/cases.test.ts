import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { COLUMNS, sorted } from '../../../client/src/cases/columns.ts';
import { choicesOf, filtered, NO_FILTER, NOT_STATED } from '../../../client/src/cases/filter.ts';
import { type DocumentCases, readFromCases } from '../../../client/src/cases/messages.ts';
import { heedsNotes, readCases } from '../../../client/src/cases/reading.ts';
import type { CaseRow } from '../../../client/src/cases/rows.ts';
import { rowReached, windowOf } from '../../../client/src/cases/window.ts';
import type { LetterRows, RowsResult } from '../../../server/src/protocol.ts';
import { csvOf, rowsOf } from './cases-rows.ts';

const NAMES = ['credentials-2015', 'credentials-2015-several-issues', 'two-letters', 'damaged-fields', 'notice-2013'];
const documents = NAMES.map((name) => ({
  uri: `file:///${name}.imr.txt`,
  text: readFileSync(new URL(`../../../samples/${name}.imr.txt`, import.meta.url), 'utf8'),
}));

describe('the rows of the table', () => {
  let rows: readonly CaseRow[];
  const textsIn = (id: string, of = rows): readonly string[] =>
    of.map((row) => COLUMNS.find((column) => column.id === id)?.text(row) ?? '');

  before(async () => {
    rows = await rowsOf(documents);
  });

  test('say what the CSV says', () => {
    const csv = csvOf(documents, 'cases');
    assert.deepEqual(
      textsIn('case'),
      csv.map((row) => row['case_number']),
    );
    assert.deepEqual(
      textsIn('specialty'),
      csv.map((row) => row['imro_reviewer_specialty']),
    );
    assert.deepEqual(
      rows.map(({ line, items }) => [String(line), String(items.length)]),
      csv.map((row) => [row['first_line'], row['issue_count']]),
    );
    for (const [i, row] of csv.entries()) {
      const expected = ['overturned', 'modified', 'upheld'].flatMap((word) => {
        const count = Number(row[`${word}_count`] ?? 0);
        return count > 0 ? [`${count} ${word}`] : [];
      });
      assert.equal(textsIn('decisions')[i]?.replace(/(?:, |^)\d+ undecided$/, ''), expected.join(', '));
    }
  });

  test('are sorted by any column, both ways, and those that say nothing stand last', () => {
    for (const { id, key } of COLUMNS) {
      for (const descending of [false, true]) {
        const keys = sorted(rows, { column: id, descending }).map(key);
        const said = keys.filter((each) => each !== null);
        assert.deepEqual(keys.slice(0, said.length), said, `${id}: nothing last`);
        for (const [i, each] of said.slice(1).entries()) {
          const previous = said[i] ?? assert.fail();
          assert.ok(descending ? each <= previous : each >= previous, id);
        }
      }
    }
    assert.deepEqual(sorted(rows, { column: 'none', descending: false }), rows);
  });

  test('are found by all the words that are searched, in any case', () => {
    const [first] = rows;
    assert.ok(first?.caseNumber);
    assert.deepEqual(filtered(rows, { ...NO_FILTER, words: first.caseNumber.toLowerCase() }), [first]);
    assert.deepEqual(filtered(rows, { ...NO_FILTER, words: 'no letter has this' }), []);
    assert.deepEqual(filtered(rows, { ...NO_FILTER, words: '  TWO-letters ' }).length, 2);
    assert.equal(filtered(rows, NO_FILTER).length, rows.length);
  });

  test('are filtered by each value that is offered, and as many are found as it says', () => {
    for (const facet of ['outcome', 'specialty', 'guideline', 'drug', 'year', 'problems'] as const) {
      const choices = choicesOf(rows, facet);
      assert.ok(choices.length > 0, facet);
      for (const [value, count] of choices) {
        assert.equal(filtered(rows, { ...NO_FILTER, [facet]: value }).length, count, `${facet}: ${value}`);
      }
    }
    assert.ok(choicesOf(rows, 'specialty').some(([value]) => value === NOT_STATED));
  });
});

describe('the rows in view', () => {
  test('are all that can be seen, and few more', () => {
    const natural = fc.nat(5_000_000);
    fc.assert(
      fc.property(
        natural,
        fc.nat(3000),
        fc.integer({ min: 10, max: 60 }),
        fc.nat(100_000),
        (top, height, rowHeight, count) => {
          const { first, end } = windowOf({ top, height, rowHeight, count });
          assert.ok(first >= 0 && first <= end && end <= count);
          assert.ok(end - first <= Math.ceil(height / rowHeight) + 18);
          const seen = [Math.floor(top / rowHeight), Math.floor((top + Math.max(0, height - 1)) / rowHeight)];
          for (const row of seen) assert.ok(row >= count || (row >= first && row < end));
        },
      ),
    );
    assert.deepEqual(windowOf({ top: -40, height: 100, rowHeight: 20, count: 3 }), { first: 0, end: 3 });
  });

  test('the keys reach every row and no other', () => {
    assert.deepEqual(
      ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => rowReached(key, 5, 10, 12)),
      [6, 4, 11, 0, 0, 11],
    );
    assert.equal(rowReached('a', 5, 10, 12), null);
    assert.equal(rowReached('End', 0, 10, 0), null);
  });
});

describe('what the page of cases says', () => {
  test('is understood, and nothing else is', () => {
    const said = [
      { kind: 'ready' },
      { kind: 'stop' },
      { kind: 'goOn' },
      { kind: 'open', place: { uri: 'file:///a', line: 3 } },
      { kind: 'export', documents: [{ uri: 'file:///a', letters: [1, 2] }] },
    ] as const;
    for (const message of said) assert.deepEqual(readFromCases(message), message);
    for (const message of [
      null,
      'ready',
      { kind: 'open' },
      { kind: 'open', place: { uri: 'file:///a', line: 0 } },
      { kind: 'export', documents: [{ uri: 'file:///a', letters: ['1'] }] },
      { kind: 'export', documents: 7 },
    ]) {
      assert.equal(readFromCases(message), null);
    }
  });
});

describe('reading the letters of a workspace', () => {
  const files = Array.from({ length: 40 }, (_, i) => ({ uri: i, path: `${i}.txt`, certain: i !== 7 }));
  const read = async ({ stopsAfter = Infinity, answers = true } = {}) => {
    const [lots, failed]: [DocumentCases[][], string[]] = [[], []];
    const ask = async ({ documents: asked }: { documents: readonly unknown[] }): Promise<RowsResult | null> =>
      answers ? { documents: asked.map(() => [{} as never]), outcomes: [] } : null;
    await readCases(files, {
      reader: {
        read: async (uri) => {
          if (uri === 3) throw new Error('no');
          return uri === 5 ? null : 'text';
        },
        reasonOf: () => 'it is locked',
      },
      addressOf: String,
      ask,
      stops: () => lots.flat().length >= stopsAfter,
      onLot: (lot) => lots.push([...lot]),
      onFailure: (path, reason) => failed.push(`${path}: ${reason}`),
    });
    return { lots, failed };
  };

  test('every file is told once, in order, whatever is in it', async () => {
    const { lots, failed } = await read();
    assert.deepEqual(
      lots.flat().map(({ path }) => path),
      files.map(({ path }) => path),
    );
    const without = lots.flat().filter(({ letters }) => letters.length === 0);
    assert.deepEqual(
      without.map(({ uri }) => uri),
      ['3', '5', '7'],
    );
    assert.deepEqual(failed, ['3.txt: it is locked']);
  });

  test('it stops between two lots', async () => {
    const { lots } = await read({ stopsAfter: 16 });
    assert.equal(lots.flat().length, 16);
  });

  test('what notes may change is read again when they do: letters with problems, shown or silenced', () => {
    const none = { error: 0, warning: 0, information: 0, hint: 0 };
    const holding = (problems: LetterRows['problems'], silenced = 0): DocumentCases => {
      const clean: LetterRows = { case: [], issues: [], citations: [], problems: none, silenced: 0 };
      return { uri: 'file:///a', path: 'a', letters: [clean, { ...clean, problems, silenced }] };
    };
    assert.equal(heedsNotes(holding(none)), false);
    assert.equal(heedsNotes({ ...holding(none), letters: [] }), false);
    assert.equal(heedsNotes(holding(none, 1)), true);
    assert.equal(heedsNotes(holding({ ...none, hint: 1 })), true);
  });

  test('without an answer it fails', async () => {
    await assert.rejects(read({ answers: false }));
  });
});
