import { type Cell, type ColumnInfo, DELIMITER, type Table } from './table.ts';
import { TABLES } from './tables.ts';
import { textFile } from './text-file.ts';
import type { CaseFile, CaseWriter } from './writer.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet takes for the beginning of a formula, in either width, and the apostrophe that prevents it. */
const FORMULA = /^\s*['=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** What RFC 4180 has in quotes; also blanks at an end, which some readers would drop. */
const QUOTED = /[",\r\n]|^\s|\s$/;

/** A text that a spreadsheet would run begins with an apostrophe: then it is shown. Taking that away gives the text. */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Many readers end at the character NUL. */
const withoutNul = (text: string): string => text.replaceAll('\0', '\ufffd');

const quoted = (text: string): string => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const cellText = (cell: Cell, { delimiter = DELIMITER }: ColumnInfo): string => {
  if (cell === null) return '';
  if (cell === '') return '""';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return quoted(harmless(withoutNul(typeof cell === 'string' ? cell : cell.join(delimiter))));
};

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

const csvFile = ({ name, rows, columns }: Table): CaseFile =>
  textFile({
    name,
    piece: (record) => {
      const lines = rows(record).map((cells) => line(columns.map((column, i) => cellText(cells[i] ?? null, column))));
      return lines.join('');
    },
    open: ({ bom }) => (bom ? BYTE_ORDER_MARK : '') + line(columns.map((column) => column.name)),
    between: '',
    close: '',
  });

const [cases, ...others] = TABLES;

/** Comma-separated values by RFC 4180, a file a table; nothing in them runs as a formula. */
export const csvWriter: CaseWriter = [csvFile(cases), ...others.map(csvFile)];
