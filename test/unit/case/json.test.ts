import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Case, caseToJson, toCase, wholeText } from '../../../server/src/case/index.ts';
import { CASE_WRITERS } from '../../../server/src/case/writers.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { runs } from '../../properties/letters.ts';
import { LETTER_2014, LETTER_2015, textOf } from '../checks/letters.ts';
import { hostileRecord } from './records.ts';

const [first, second] = parse(`${textOf(LETTER_2014)}\n\n${textOf(LETTER_2015)}`).map((placed) => toCase(placed, null));
assert.ok(first && second);
const records: readonly Case[] = [first, second];

const [jsonl] = CASE_WRITERS.jsonl;
const [json] = CASE_WRITERS.json;
const casesToJson = (of: readonly Case[]): string => wholeText(json, of);

describe('a record as JSON', () => {
  const written = caseToJson(first);

  test('reads back as it was', () => {
    assert.deepEqual(JSON.parse(written), first);
  });

  test("has the schema's members in the schema's order", () => {
    assert.deepEqual(Object.keys(JSON.parse(written)), [
      'schemaVersion',
      'format',
      'caseNumber',
      'priority',
      'dates',
      'determination',
      'reviewer',
      'patient',
      'summary',
      'documentsReviewed',
      'issues',
      'source',
      'spans',
    ]);
  });

  test('is indented by two, a span on one line, with a line break at the end', () => {
    assert.match(written, /^\{\n {2}"schemaVersion": 1,\n/);
    assert.match(written, /\n {4}"\/issues\/0\/item": \[\d+, \d+\],\n/);
    assert.match(written, /[^\n]\n$/);
  });

  test('leaves strings alone that look like a span', () => {
    const summary = '[\n  1,\n  2\n]';
    assert.equal(JSON.parse(caseToJson({ ...first, summary })).summary, summary);
  });
});

describe('several records', () => {
  test('json: an object for one, an array for several and for none', () => {
    assert.equal(casesToJson([first]), caseToJson(first));
    assert.deepEqual(JSON.parse(casesToJson(records)), records);
    assert.equal(casesToJson([]), '[]\n');
  });

  test('json: an element looks like a record of its own, indented', () => {
    assert.ok(casesToJson(records).includes(`  ${caseToJson(second).trimEnd().replaceAll('\n', '\n  ')}\n]\n`));
  });

  test('jsonl: one record a line', () => {
    const lines = wholeText(jsonl, records).split('\n');
    assert.equal(lines.pop(), '');
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      records,
    );
    assert.equal(wholeText(jsonl, []), '');
  });
});

test('1,000 hostile records read back as they were, also from the bytes of a file', () => {
  fc.assert(
    fc.property(hostileRecord, (record) => {
      // A clone has the prototypes of what JSON gives.
      const expected = structuredClone(record);
      assert.deepEqual(JSON.parse(Buffer.from(caseToJson(record)).toString()), expected);
      const lines = Buffer.from(wholeText(jsonl, [record, record]))
        .toString()
        .trimEnd()
        .split('\n');
      assert.deepEqual(
        lines.map((line) => JSON.parse(line)),
        [expected, expected],
      );
    }),
    runs(1000),
  );
});
