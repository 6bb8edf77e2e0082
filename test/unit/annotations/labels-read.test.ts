import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readBratConf, writeBratConf } from '../../../server/src/annotations/labels/brat-conf.ts';
import { DEFAULT_LABELS } from '../../../server/src/annotations/labels/labels.ts';
import { readLabels } from '../../../server/src/annotations/labels/read.ts';
import { problemText } from '../../../server/src/annotations/model.ts';
import { anyUnits } from '../../properties/letters.ts';

describe('labels.json', () => {
  const read = (value: unknown) =>
    readLabels('.imr/labels.json', typeof value === 'string' ? value : JSON.stringify(value));

  test('is read as it is written', () => {
    const { groups, labels } = DEFAULT_LABELS;
    assert.deepEqual(read({ version: 1, groups, labels }), { value: { groups, labels }, problems: [] });
  });

  test('what is wrong with a label is told, and the others are read', () => {
    const groups = [{ id: 'g', title: 'G' }, { id: 'g' }, 3];
    const labels = [
      { id: 'a', group: 'g', values: ['x'] },
      { id: 'b b', group: 'g' },
      { id: 'c', group: 'h' },
      { id: 'a', group: 'g' },
      { id: 'd', group: 'g', values: [1] },
      { id: 'e', group: 'g', fields: 'x' },
    ];
    const { value, problems } = read({ groups, labels });
    assert.deepEqual(value, {
      groups: [{ id: 'g', title: 'G' }],
      labels: [{ id: 'a', title: 'a', group: 'g', values: ['x'] }],
    });
    assert.equal(problems.length, 7);
    assert.equal(
      problemText(problems[3] ?? assert.fail()),
      '.imr/labels.json: The label number 3 was left out: its group is not among the groups.',
    );
  });

  test('a file that is no JSON is told with its line, and the product’s own labels are used', () => {
    const { value, problems } = read('{\n  "groups": [],\n  oops\n}');
    assert.equal(value, DEFAULT_LABELS);
    assert.equal(problemText(problems[0] ?? assert.fail()), '.imr/labels.json:3: This file is no JSON from here on.');
  });

  test('of any text labels come out', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), anyUnits), (text) => assert.ok(read(text).value.labels.length > 0)));
  });
});

describe('annotation.conf', () => {
  const read = (...lines: readonly string[]) => readBratConf('annotation.conf', lines.join('\n'));

  test('as we write it has our labels and groups', () => {
    const { value, problems } = readBratConf('annotation.conf', writeBratConf(DEFAULT_LABELS, ['ma', 'jo']));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      value?.labels.map(({ id, group }) => [id, group]).sort(),
      DEFAULT_LABELS.labels.map(({ id, group }) => [id, group]).sort(),
    );
    assert.deepEqual(
      value?.groups.map(({ id }) => id),
      DEFAULT_LABELS.groups.map(({ id }) => id),
    );
  });

  test('of others: types, headings, events; the rest is told by line', () => {
    const { value, problems } = read(
      '# types',
      '[entities]',
      'Body_part',
      '!Clinical',
      '\tDrug',
      '    Dose',
      'Person',
      '\tReviewer',
      '[relations]',
      'Causes\tArg1:Drug, Arg2:Drug',
      '[events]',
      'Injury\tTheme:Body_part',
      '[attributes]',
      'State\tArg:<ENTITY>',
      'Negation\tArg:<EVENT>',
    );
    assert.deepEqual(
      value?.labels.map(({ id, title, group }) => [id, title, group]),
      [
        ['Body_part', 'Body part', 'labels'],
        ['Drug', 'Drug', 'Clinical'],
        ['Dose', 'Dose', 'Clinical'],
        ['Person', 'Person', 'Person'],
        ['Reviewer', 'Reviewer', 'Person'],
        ['Injury', 'Injury', 'labels'],
      ],
    );
    assert.deepEqual(problems.map(problemText), [
      'annotation.conf:10: Labels here have no relations, so this one was left out.',
      'annotation.conf:15: Labels here have no attributes, so this one was left out.',
    ]);
  });

  test('without types has no labels', () => {
    assert.equal(read('[relations]').value, null);
    fc.assert(fc.property(anyUnits, (text) => assert.ok(read(text).value?.labels.length !== 0)));
  });

  test('more groups than colours join the last', () => {
    const types = Array.from({ length: 9 }, (_, i) => [`!G${i}`, `\tT${i}`]).flat();
    assert.equal(read('[entities]', ...types).value?.groups.length, 6);
  });
});
