import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { type Case, type Cell, type Table, wholeText } from '../../../server/src/case/index.ts';
import { TABLES } from '../../../server/src/case/tables.ts';
import { CASE_WRITERS } from '../../../server/src/case/writers.ts';
import { runs } from '../../properties/letters.ts';
import { hostileRecord, inUtf8, sampleRecords } from './records.ts';

const writer = CASE_WRITERS.csv;
const rowsIn = (csv: string): string[][] => parseCsv(csv, { relax_column_count: false });

/** What a cell is in the file: lists joined, NUL replaced, as docs/export.md says. */
const expected = (cell: Cell, delimiter = '; '): string => {
  const text = Array.isArray(cell) ? cell.join(delimiter) : String(cell ?? '');
  return inUtf8(text).replaceAll('\0', '\ufffd');
};

const tableRows = (table: Table, records: readonly Case[]): readonly string[][] =>
  records.flatMap((record) =>
    table.rows(record).map((cells) => cells.map((cell, i) => expected(cell, table.columns[i]?.delimiter))),
  );

/** The apostrophe that keeps a spreadsheet from running a cell is taken away again. */
const withoutMark = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

const assertRoundTrip = (records: readonly Case[]): void => {
  TABLES.forEach((table, i) => {
    const file = writer[i] ?? assert.fail();
    const [head, ...rows] = rowsIn(wholeText(file, records));
    assert.deepEqual(
      head,
      table.columns.map((column) => column.name),
    );
    assert.deepEqual(
      rows.map((row) => row.map(withoutMark)),
      tableRows(table, records),
    );
  });
};

describe('CSV', () => {
  test('the samples read back as their records, table by table', () => {
    assertRoundTrip(sampleRecords);
  });

  test('hostile texts read back, and none of them begins a formula', () => {
    fc.assert(
      fc.property(fc.array(hostileRecord, { maxLength: 3 }), (records) => {
        assertRoundTrip(records);
        for (const file of writer) {
          for (const cell of rowsIn(wholeText(file, records)).flat()) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]/);
        }
      }),
      runs(300),
    );
  });

  test('no letter gives the head alone; lines end as RFC 4180 has it', () => {
    for (const file of writer) assert.match(wholeText(file, []), /^[a-z_,]+\r\n$/);
    assert.doesNotMatch(
      wholeText(writer[0], sampleRecords)
        .replaceAll('\r\n', '')
        .replaceAll(/"[^"]*"/g, ''),
      /[\r\n]/,
    );
  });

  test('a byte order mark stands at the beginning where it is asked for', () => {
    assert.equal(wholeText(writer[0], sampleRecords, { bom: true }), `\ufeff${wholeText(writer[0], sampleRecords)}`);
  });

  test('a text that is empty is told from one that is missing', () => {
    const [record] = sampleRecords;
    assert.ok(record);
    const lineOf = (summary: string | null): string =>
      wholeText(writer[0], [{ ...record, summary, documentsReviewed: [] }]);
    assert.match(lineOf(''), /,"",,\d+,\d+,\r\n$/);
    assert.match(lineOf(null), /,,,\d+,\d+,\r\n$/);
  });
});
