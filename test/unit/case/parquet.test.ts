import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { type Case, type Cell, type Table, wholeFile } from '../../../server/src/case/index.ts';
import { TABLES } from '../../../server/src/case/tables.ts';
import { CASE_WRITERS } from '../../../server/src/case/writers.ts';
import { runs } from '../../properties/letters.ts';
import { hostileRecord, inUtf8, sampleRecords } from './records.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'imr-parquet-'));
after(() => rmSync(folder, { recursive: true }));

const writer = CASE_WRITERS.parquet;
const bytesOf = (at: number, records: readonly Case[]): Buffer =>
  Buffer.concat(wholeFile(writer[at] ?? assert.fail(), records).map((chunk) => Buffer.from(chunk as Uint8Array)));

/** A cell as DuckDB gives it in JSON. */
const expected = (cell: Cell): unknown => {
  if (typeof cell === 'string') return inUtf8(cell);
  return Array.isArray(cell) ? cell.map((value) => inUtf8(value)) : cell;
};

const tableRows = (table: Table, records: readonly Case[]): readonly (readonly unknown[])[] =>
  records.flatMap((record) => table.rows(record).map((cells) => cells.map(expected)));

const DUCKDB_TYPES = { string: 'VARCHAR', integer: 'INTEGER', boolean: 'BOOLEAN', date: 'DATE', list: 'VARCHAR[]' };

describe('Parquet, read by DuckDB', () => {
  const connected = DuckDBInstance.create().then((instance) => instance.connect());

  const assertRoundTrip = async (records: readonly Case[]): Promise<void> => {
    const connection = await connected;
    for (const [at, table] of TABLES.entries()) {
      const file = path.join(folder, `${table.name}.parquet`);
      writeFileSync(file, bytesOf(at, records));
      const reader = await connection.runAndReadAll(`select * from '${file}'`);
      assert.deepEqual(
        table.columns.map(({ name, type }) => [name, DUCKDB_TYPES[type]]),
        reader.columnNames().map((name, i) => [name, String(reader.columnType(i))]),
      );
      assert.deepEqual(reader.getRowsJson(), tableRows(table, records));
    }
  };

  test('the samples read back as their records, with typed columns', async () => {
    await assertRoundTrip(sampleRecords);
  });

  test('no letter gives a table without rows', async () => {
    await assertRoundTrip([]);
  });

  test('hostile texts read back as they are', async () => {
    await fc.assert(fc.asyncProperty(fc.array(hostileRecord, { maxLength: 4 }), assertRoundTrip), runs(60));
  });

  test('dates can be counted with, and the tables joined', async () => {
    const connection = await connected;
    for (const [at, { name }] of TABLES.entries()) {
      writeFileSync(path.join(folder, `${name}.parquet`), bytesOf(at, sampleRecords));
    }
    const sql = `
      select count(*)::int as issues, count(distinct (source_uri, letter))::int as letters,
             min(decision_date - date_of_injury)::int as days
      from '${folder}/cases.parquet' join '${folder}/issues.parquet' using (source_uri, letter, decision_date, date_of_injury)`;
    const [[issues, letters, days] = []] = (await connection.runAndReadAll(sql)).getRows();
    const dated = sampleRecords.filter(({ dates, issues }) => dates.decision && dates.injury && issues.length > 0);
    assert.equal(letters, dated.length);
    assert.equal(issues, dated.flatMap((record) => record.issues).length);
    assert.ok(Number(days) > 0);
  });
});

describe('Parquet, as it is written', () => {
  test('row groups depend on the rows alone, however the pieces are handed over', () => {
    const [file] = writer;
    const pieces = sampleRecords.map(file.piece);
    const many = Array.from({ length: 3000 }, () => pieces).flat();
    const written = (size: number): Buffer => {
      const { add, end } = file.assemble({});
      const chunks: Buffer[] = [];
      for (let i = 0; i < many.length; i += size) {
        const joined = many.slice(i, i + size).join('');
        for (const chunk of add(size % 2 === 0 ? Buffer.from(joined) : joined))
          chunks.push(Buffer.from(chunk as Uint8Array));
      }
      assert.ok(chunks.length > 1);
      return Buffer.concat([...chunks, ...end().map((chunk) => Buffer.from(chunk as Uint8Array))]);
    };
    const one = written(1);
    assert.ok(one.equals(written(64)) && one.equals(written(7)));
  });
});
