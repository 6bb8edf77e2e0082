import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fieldsOf, PRINTED, READ, SHAPES } from './case-table.ts';
import { letterOf, letterText } from './write.ts';

describe('damaged labels', () => {
  for (const [from, to, damage] of [
    ['Case Number:', 'Case Nurnber:', 'spelling'],
    ['Case Number:', 'Case Number', 'colon'],
    ['Case Number:', 'Case  Number:', 'spacing'],
    ['Case Number:', 'CASE NUMBER:', 'case'],
    ['Date Assigned:', 'Date Assigmed:', 'spelling'],
    ['Date Assigned:', 'Date Assigned::', 'colon'],
    ['Date Assigned:', 'Date Assigned;', 'colon'],
    ['Date of Injury:', 'Dale of lnjury:', 'spelling'],
    ['Date of Injury:', 'Date of Injury', 'colon'],
    ['Decision Date:', 'Decison Date:', 'spelling'],
    ['Decision Date:', 'decision date:', 'case'],
    ['UR Denial Date:', 'UR Denail Date:', 'spelling'],
    ['UR Denial Date:', 'UR Denial Date :', 'spacing'],
    ['Date of Injury:', 'Date of Injuryt', 'spelling'],
    ['Decision Date:', 'Decision Dat:e', 'colon'],
    ['Case Number:', 'Caie Number:', 'spelling'],
  ] as const) {
    test(`${to} for ${from}`, () => {
      for (const [shape, write] of Object.entries(SHAPES)) {
        const header = write(PRINTED).replace(from, to);
        assert.deepEqual(fieldsOf(header), READ, shape);
        const fields = Object.values(letterOf(letterText({ header })).header?.fields ?? {});
        const damaged = fields.filter(({ label }) => label && label.damage.length > 0);
        assert.deepEqual(
          damaged.map(({ label }) => [label?.canonical, label?.damage]),
          [[from, [damage]]],
          shape,
        );
      }
    });
  }
});

test('a damaged half of `Application` / `Received:` costs no date', () => {
  for (const half of ['Applicatiron', 'APPLICATION', 'Aplication', 'application'])
    for (const [shape, write] of Object.entries(SHAPES)) {
      const header = write(PRINTED).replace('Application', half);
      assert.deepEqual(fieldsOf(header), READ, `${shape}, ${half}`);
    }
});

test('labels side by side with their values behind them are read in turn, where each value is one word', () => {
  const inColumns = SHAPES['the labels of a column, then its values'];
  assert.ok(inColumns);
  assert.deepEqual(fieldsOf(inColumns(PRINTED).replace(/\n+/g, ' ')), READ);
});
