import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CASE_FORMATS, FORMATS } from '../../../server/src/case/index.ts';
import { TABLES } from '../../../server/src/case/tables.ts';
import { CASE_WRITERS } from '../../../server/src/case/writers.ts';

test('a format is described as it is written', () => {
  assert.deepEqual(Object.keys(CASE_WRITERS), CASE_FORMATS);
  for (const id of CASE_FORMATS) {
    const { files, title, detail, extension } = FORMATS[id];
    assert.deepEqual(
      CASE_WRITERS[id].map(({ name }) => name),
      files,
      id,
    );
    assert.match(`${title}|${detail}|${extension}`, /^[^|]+\|[A-Z][^|]+\.\|[a-z.]+$/);
  }
});

test('pieces that may be empty stand one behind the other', () => {
  for (const file of Object.values(CASE_WRITERS).flat()) {
    if (file.name !== 'cases') assert.equal(file.between, '');
  }
});

test('the columns of a table have names of their own and say what they hold', () => {
  for (const { columns, key } of TABLES) {
    const names = columns.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of key) assert.ok(names.includes(name), name);
    for (const { name, description } of columns) assert.match(`${name}: ${description}`, /^[a-z_]+: [A-Z].+\.$/);
  }
});
