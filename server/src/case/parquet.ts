import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, ColumnInfo, ColumnType, Table } from './table.ts';
import { TABLES } from './tables.ts';
import type { Assembly, CaseFile, CaseWriter, Chunk } from './writer.ts';

/**
 * UTF-16 units of rows that make a row group. The group is held in memory until it is written: this bounds it, and depends
 * on nothing but the rows, so that the same letters always give the same groups.
 */
const GROUP = 2_000_000;

type SchemaElement = ParquetWriter['schema'][number];
type Rows = Cell[][];

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;

/** A column's type, as Parquet has it; of a list, that of its values. */
const TYPES = {
  string: TEXT,
  list: TEXT,
  integer: { type: 'INT32' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
} as const satisfies Readonly<Record<ColumnType, object>>;

const elementsOf = ({ name, type }: ColumnInfo): readonly SchemaElement[] => {
  if (type !== 'list') return [{ name, repetition_type: 'OPTIONAL', ...TYPES[type] }];
  return [
    { name, repetition_type: 'REQUIRED', converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...TYPES.list },
  ];
};

const DAY = 86_400_000;

/** Days since 1970; null for what is no date. */
const dayOf = (cell: Cell): Cell => {
  const time = typeof cell === 'string' ? Date.parse(`${cell}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? null : time / DAY;
};

const dataOf = (rows: Rows, column: ColumnInfo, at: number): { name: string; data: unknown[] } => ({
  name: column.name,
  data: rows.map((row) => (column.type === 'date' ? dayOf(row[at] ?? null) : (row[at] ?? null))),
});

const rowsOf = (line: string): Cell[] => JSON.parse(line);

/** A file of one table. Its pieces are lines of JSON, a row each; groups of rows are encoded when they are complete. */
const assembly = ({ columns }: Table): Assembly => {
  const bytes = new ByteWriter();
  const schema = [{ name: 'row', num_children: columns.length }, ...columns.flatMap(elementsOf)];
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'imr-letters' });
  const decoder = new TextDecoder();
  let rows: Rows = [];
  let size = 0;

  const taken = (): readonly Chunk[] => {
    const chunk = bytes.getBytes().slice();
    bytes.index = 0;
    return chunk.length > 0 ? [chunk] : [];
  };
  const encodeGroup = (): readonly Chunk[] => {
    const columnData = columns.map((column, i) => ({ ...dataOf(rows, column, i), offsetIndex: false }));
    if (rows.length > 0) void writer.write({ columnData, rowGroupSize: rows.length });
    rows = [];
    size = 0;
    return taken();
  };
  const addLine = (line: string): readonly Chunk[] => {
    rows.push(rowsOf(line));
    size += line.length;
    return size < GROUP ? [] : encodeGroup();
  };
  return {
    add: (pieces) => {
      const lines = (typeof pieces === 'string' ? pieces : decoder.decode(pieces)).split('\n');
      return lines.filter(Boolean).flatMap(addLine);
    },
    end: () => {
      const last = encodeGroup();
      void writer.finish();
      return [...last, ...taken()];
    },
  };
};

const parquetFile = (table: Table): CaseFile => ({
  name: table.name,
  piece: (record) => {
    const lines = table.rows(record).map((cells) => `${JSON.stringify(cells)}\n`);
    return lines.join('');
  },
  between: '',
  assemble: () => assembly(table),
});

const [cases, ...others] = TABLES;

/** Apache Parquet, a file a table, with typed columns: dates are dates, lists are lists. */
export const parquetWriter: CaseWriter = [parquetFile(cases), ...others.map(parquetFile)];
