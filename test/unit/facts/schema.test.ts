import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { schema, schemaNames, table, tableNames, tableText } from './data.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(schema('fact'), 'fact.json');

test('every table has its schema and every schema its table', () => {
  assert.deepEqual(
    tableNames,
    schemaNames.filter((name) => name !== 'fact'),
  );
});

for (const name of tableNames) {
  test(`${name}.json keeps to its schema`, () => {
    const validate = ajv.compile(schema(name));
    validate(table(name));
    assert.deepEqual(validate.errors ?? [], []);
  });

  test(`${name}.json names its schema, has one row a line and no text twice in its sources`, () => {
    assert.equal(table(name)['$schema'], `../../../../schema/facts/${name}.json`);
    const rows = tableText(name)
      .split('\n')
      .filter((line) => /^ {4,}\{"/.test(line));
    assert.ok(rows.length > 3, `${name} has ${String(rows.length)} rows`);
    for (const line of rows)
      assert.doesNotThrow(() => JSON.parse(line.trim().replace(/,$/, '')) as unknown, line.slice(0, 80));
  });
}

test('a table that departs from its schema is refused', () => {
  const validate = ajv.compile(schema('states'));
  assert.equal(validate({ ...table('states'), rows: [{ name: 'Texas', code: 'Tx', kind: 'state' }] }), false);
  assert.equal(
    validate({ ...table('states'), rows: [{ name: 'Texas', code: 'TX', kind: 'state', capital: 'Austin' }] }),
    false,
  );
});
