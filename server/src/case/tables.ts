import type { Table } from './table.ts';
import { cases } from './table-cases.ts';
import { citations } from './table-citations.ts';
import { issues } from './table-issues.ts';

/**
 * The tables of an export with all their columns, from which CSV, Parquet, schema/tables-1.json and docs/export.md are made
 * or checked. The first has one row a record. A column that the state's search page has is called as it is there, in small
 * letters and with underscores.
 */
export const TABLES: readonly [Table, ...Table[]] = [cases, issues, citations];
