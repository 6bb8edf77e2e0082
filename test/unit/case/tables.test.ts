import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type ColumnInfo, FORMATS } from '../../../server/src/case/index.ts';
import { DELIMITER } from '../../../server/src/case/table.ts';
import { TABLES } from '../../../server/src/case/tables.ts';

const DOCS = new URL('../../../docs/export.md', import.meta.url);
const SCHEMA = new URL('../../../schema/tables-1.json', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] === '1';

/** A column as a field of a Frictionless table schema. */
const fieldOf = ({ name, type, description, words, required, delimiter = DELIMITER }: ColumnInfo) => ({
  name,
  type,
  ...(type === 'list' && { delimiter, itemType: 'string' }),
  description,
  ...((words || required) && { constraints: { ...(required && { required }), ...(words && { enum: words }) } }),
});

const dataPackage = {
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'imr-letters-tables',
  version: '1',
  title: 'Tables of IMR cases',
  description:
    'The tables that imr-letters export writes as CSV and Parquet: cases, issues and citations of Independent Medical Review letters.',
  resources: TABLES.map(({ name, title, description, columns, key }) => ({
    name,
    title,
    description,
    path: `${name}.csv`,
    format: FORMATS.csv.extension,
    mediatype: FORMATS.csv.mediaType,
    encoding: 'utf-8',
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: columns.map(fieldOf),
      missingValues: [''],
      primaryKey: key,
    },
  })),
};

const TYPES = { string: 'text', integer: 'whole number', boolean: 'true, false', date: 'date', list: 'list' } as const;

const docsRow = ({ name, type, description, words }: ColumnInfo): readonly string[] => [
  `\`${name}\``,
  TYPES[type],
  description + (words ? ` One of ${words.map((word) => `\`${word}\``).join(', ')}.` : ''),
];

const HEAD = ['column', 'type', 'what it holds'];
const inRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table of Markdown with its padding, as Biome sets it. */
const drawn = (rows: readonly (readonly string[])[]): string => {
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const padded = rows.map((row) => inRow(row.map((cell, i) => cell.padEnd(widths[i] ?? 0))));
  return [padded[0], inRow(widths.map((width) => '-'.repeat(width))), ...padded.slice(1)].join('\n');
};

describe('the tables are described as they are written', () => {
  test('schema/tables-1.json has every column', () => {
    if (update) writeFileSync(SCHEMA, `${JSON.stringify(dataPackage, null, 2)}\n`);
    assert.deepEqual(JSON.parse(readFileSync(SCHEMA, 'utf8')), JSON.parse(JSON.stringify(dataPackage)));
  });

  test('docs/export.md has every column', () => {
    for (const { name, columns } of TABLES) {
      const docs = readFileSync(DOCS, 'utf8').replaceAll('\r\n', '\n');
      const mark = `<!-- columns: ${name} -->\n\n`;
      const start = docs.indexOf(mark) + mark.length;
      const end = docs.indexOf('\n\n', start);
      const table = drawn([HEAD, ...columns.map(docsRow)]);
      if (update && docs.slice(start, end) !== table) {
        const rest = docs.startsWith('|', start) ? docs.slice(end) : `\n\n${docs.slice(start)}`;
        writeFileSync(DOCS, docs.slice(0, start) + table + rest);
      } else {
        assert.equal(docs.slice(start, end), table, `columns of ${name}: UPDATE_GOLDEN=1 writes them`);
      }
    }
  });
});
