import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { ROW_COLUMNS } from '../../../server/src/protocol.ts';
import { csvOf, readRows } from '../client/cases-rows.ts';

const FOLDER = new URL('../../../samples/', import.meta.url);
const documents = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.imr.txt'))
  .map((name) => ({ uri: new URL(name, FOLDER).href, text: readFileSync(new URL(name, FOLDER), 'utf8') }));

/** The rows of a table in the CSV of all documents, in some columns. */
const csvRows = (table: keyof typeof ROW_COLUMNS): readonly (readonly string[])[] =>
  csvOf(documents, table).map((row) => ROW_COLUMNS[table].map((name) => row[name] ?? assert.fail(name)));

const asCsv = (cell: unknown): string => (Array.isArray(cell) ? cell.join('; ') : String(cell ?? ''));

describe('the rows of many letters', () => {
  test('are those of the CSV, cell for cell', async () => {
    const letters = (await readRows(documents)).documents.flat();
    assert.ok(letters.length > documents.length);
    const rows = {
      cases: letters.map((letter) => letter.case),
      issues: letters.flatMap(({ issues }) => issues),
      citations: letters.flatMap(({ citations }) => citations),
    };
    for (const table of ['cases', 'issues', 'citations'] as const) {
      assert.deepEqual(
        rows[table].map((cells) => cells.map(asCsv)),
        csvRows(table),
      );
    }
  });

  test('tell the problems, and each document has its own', async () => {
    const damaged = documents.find(({ uri }) => uri.includes('damaged')) ?? assert.fail();
    const [first, second, none] = (await readRows([damaged, { uri: 'file:///b', text: damaged.text }])).documents;
    assert.ok((first?.[0]?.problems.error ?? 0) > 0);
    assert.deepEqual(second?.[0]?.problems, first?.[0]?.problems);
    assert.equal(second?.[0]?.case[0], 'file:///b');
    assert.equal(none, undefined);
  });
});

test('each published share names where it was published', async () => {
  const { outcomes: years } = await readRows([]);
  assert.ok(years.length > 0);
  for (const { overturned, source } of years) {
    assert.ok(overturned > 0 && overturned < 100);
    assert.ok(source.every((each) => each.startsWith('seen: ')));
  }
});
