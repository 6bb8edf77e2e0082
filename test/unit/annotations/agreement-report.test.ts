import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreementReport } from '../../../server/src/annotations/agreement/report.ts';
import { agreementOf, LABELS, letterOf, type Said } from './agreeing.ts';

describe('the report of agreement', () => {
  const jo: readonly Said[] = [
    ['decision', 'Upheld', 'overturned'],
    ['item', 'brace'],
  ];
  const ma: readonly Said[] = [
    ['decision', 'Upheld', 'upheld'],
    ['age', '46', 46],
  ];
  const report = (
    said: Readonly<Record<string, readonly Said[]>>,
    letters: Parameters<typeof agreementReport>[1] = [],
  ): string => agreementReport(agreementOf([letterOf(said, 'a_b|c.imr')], LABELS), letters, LABELS);
  const rows = (text: string): readonly string[] => text.split('\n').filter((line) => line.startsWith('| '));

  test('begins with all pairs; labels stand by their titles, each annotator in a column', () => {
    const text = report({ jo, ma, zoe: jo });
    assert.deepEqual(rows(text).slice(0, 5), [
      '| annotators | letters | marks | F1 exact | F1 overlapping | values | agree | kappa |',
      '| :-- | --: | --: | --: | --: | --: | --: | --: |',
      '| jo and ma | 1 | 2 and 2 | 0.50 | 0.50 | 1 | 0 % | 0.00 |',
      '| jo and zoe | 1 | 2 and 2 | 1.00 | 1.00 | 1 | 100 % | – |',
      '| ma and zoe | 1 | 2 and 2 | 0.50 | 0.50 | 1 | 0 % | 0.00 |',
    ]);
    assert.deepEqual(rows(text.slice(text.indexOf('## jo and ma'))).slice(0, 8), [
      '| label | jo | ma | F1 exact | F1 overlapping | values | agree | kappa |',
      '| :-- | --: | --: | --: | --: | --: | --: | --: |',
      '| Age | 0 | 1 | 0.00 | 0.00 | – | – | – |',
      '| Decision | 1 | 1 | 1.00 | 1.00 | 1 | 0 % | 0.00 |',
      '| Disputed item | 1 | 0 | 0.00 | 0.00 | – | – | – |',
      '| letter | jo | ma | F1 exact | F1 overlapping | values | agree | kappa |',
      '| :-- | --: | --: | --: | --: | --: | --: | --: |',
      '| a\\_b\\|c.imr | 2 | 2 | 0.50 | 0.50 | 1 | 0 % | 0.00 |',
    ]);
  });

  test('lists the letters in which there is something to settle', () => {
    const text = report({ jo, ma }, [
      { path: 'a.imr', disagreements: 3, open: 1, isGold: false },
      { path: 'b.imr', disagreements: 0, open: 0, isGold: true },
      { path: 'c.imr', disagreements: 2, open: 0, isGold: true },
    ]);
    const [section = ''] = text.slice(text.indexOf('## What they do not agree in')).split('\n## ', 1);
    assert.deepEqual(rows(section).slice(2), ['| a.imr | 3 | 1 | no |', '| c.imr | 2 | 0 | yes |']);
    assert.doesNotMatch(report({ jo, ma }), /do not agree/);
  });

  test('of many letters shows those that are not settled and those in which two agree least, and counts the rest', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `${i}.imr`);
    const open = names.map((path, i) => ({ path, disagreements: 1, open: i % 2, isGold: false }));
    const letters = names.map((name, i) => letterOf({ jo, ma: i < 900 ? jo : ma }, name));
    const text = agreementReport(agreementOf(letters, LABELS), open, LABELS);
    const [settle = ''] = text.slice(text.indexOf('## What')).split('\n## ', 1);
    const shown = rows(settle).slice(2);
    assert.equal(shown.length, 200);
    assert.ok(shown.every((row) => row.endsWith('| 1 | no |')));
    const byLetter = text.slice(text.indexOf('### By letter, where they agree least'));
    const [least = ''] = rows(byLetter).slice(-100);
    assert.equal(least.split(' | ')[0], '| 900.imr');
    assert.equal(text.match(/And 800 more letters/g)?.length, 2);
  });

  test('without a pair says why, and has no table', () => {
    assert.equal(
      report({ ma }),
      '# Agreement of annotators\n\nOnly ma has annotated these letters; agreement is between two or more.\n',
    );
  });

  test('every row has as many cells, whatever a letter is called', () => {
    const name = 'a|b\n*c* [d](e) <b>.txt';
    const letters = [{ path: name, disagreements: 1, open: 1, isGold: false }];
    const hostile = agreementReport(agreementOf([letterOf({ jo, ma }, name)], LABELS), letters, LABELS);
    const cells = rows(hostile).map((row) => row.replace(/\\./g, '').split('|').length);
    assert.deepEqual(cells, [...Array(3).fill(10), ...Array(3).fill(6), ...Array(8).fill(10)]);
    assert.ok(!hostile.includes('<b>'));
  });
});
