import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import {
  DEFAULT_LABELS,
  indexLabels,
  isClosed,
  MOST_GROUPS,
  patternOf,
  titleOf,
} from '../../../server/src/annotations/labels/labels.ts';
import { toCase } from '../../../server/src/case/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { samples } from '../../properties/letters.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));

test('the labels that come with the product are what the schema asks for', () => {
  const validate = new Ajv({ allErrors: true }).compile(read('schema/labels-1.json') as object);
  validate(read('server/src/annotations/labels/default.json'));
  assert.deepEqual(validate.errors ?? [], []);
});

test('their groups and labels are named once, and every group is used', () => {
  const { groups, labels } = DEFAULT_LABELS;
  assert.ok(groups.length <= MOST_GROUPS);
  assert.equal(new Set(labels.map(({ id }) => id)).size, labels.length);
  assert.deepEqual(new Set(labels.map(({ group }) => group)), new Set(groups.map(({ id }) => id)));
});

/** Told by the value beside them: they stand on its very words. */
const DOUBLES = new Set(['/issues/*/decisionText']);

test('every printed value of every sample has a label', () => {
  const index = indexLabels(DEFAULT_LABELS);
  const without = new Set<string>();
  for (const text of samples.values()) {
    for (const placed of parse(text)) {
      for (const pointer of Object.keys(toCase(placed, null).spans)) {
        if (index.byPointer(pointer) === null && !pointer.endsWith('/last')) without.add(patternOf(pointer));
      }
    }
  }
  assert.deepEqual(without, DOUBLES);
});

test('a pointer’s numbers are any of the list, a name that holds digits is not', () => {
  assert.equal(patternOf('/issues/12/a1/0'), '/issues/*/a1/*');
  assert.equal(indexLabels(DEFAULT_LABELS).byPointer('/issues/3/decision')?.id, 'decision');
  assert.equal(indexLabels(DEFAULT_LABELS).byId('nothing'), null);
});

test('a label is shown by its title, one that the folder lost by its id', () => {
  const index = indexLabels(DEFAULT_LABELS);
  assert.equal(titleOf(index, 'argument-for'), 'Argument for');
  assert.equal(titleOf(index, 'lost'), 'lost');
  assert.ok(isClosed(index.byId('decision')));
  assert.ok(!isClosed(index.byId('drug')) && !isClosed(null));
});
