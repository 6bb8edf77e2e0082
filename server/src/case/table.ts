import type { Case } from './case.ts';

/** What stands in a cell; a date is ISO 8601, and null is an empty cell. */
export type Cell = string | number | boolean | readonly string[] | null;

export type ColumnType = 'string' | 'integer' | 'boolean' | 'date' | 'list';

export interface ColumnInfo {
  readonly name: string;
  readonly type: ColumnType;
  /** For a person who has never seen a letter. */
  readonly description: string;
  /** All words that the column may hold, where they are few. */
  readonly words?: readonly string[];
  /** Never empty. */
  readonly required?: boolean;
  /** What stands between the values of a list in one cell. */
  readonly delimiter?: string;
}

/** A table of an export, of which each record gives rows. */
export interface Table {
  readonly name: 'cases' | 'issues' | 'citations';
  readonly title: string;
  /** What a row is. */
  readonly description: string;
  readonly columns: readonly ColumnInfo[];
  /** Together they name one row. */
  readonly key: readonly string[];
  /** A record's rows, each with a cell a column. */
  readonly rows: (record: Case) => readonly (readonly Cell[])[];
}

/** A column, and where its cells come from. */
export interface Column<R> extends ColumnInfo {
  readonly value: (row: R) => Cell;
}

export interface TableSource<R> extends Omit<Table, 'columns' | 'rows'> {
  readonly columns: readonly Column<R>[];
  readonly rows: (record: Case) => readonly R[];
}

export const tableOf = <R>({ columns, rows, ...table }: TableSource<R>): Table => ({
  ...table,
  columns,
  rows: (record) => rows(record).map((row) => columns.map((column) => column.value(row))),
});

/** Between the values of a list in one cell, unless its column says otherwise. */
export const DELIMITER = '; ';
