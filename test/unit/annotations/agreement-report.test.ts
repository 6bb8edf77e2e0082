import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Agreement, Figures } from '../../../server/src/annotations/agreement/agreement.ts';
import { spanFigures, valueFigures } from '../../../server/src/annotations/agreement/figures.ts';
import { agreementReport } from '../../../server/src/annotations/agreement/report.ts';
import { DEFAULT_LABELS, indexLabels } from '../../../server/src/annotations/labels/labels.ts';

const LABELS = indexLabels(DEFAULT_LABELS);

const figures: Figures = {
  spans: spanFigures(3, 4, 1, 2),
  values: valueFigures([
    { label: 'decision', first: 'upheld', second: 'upheld' },
    { label: 'decision', first: 'upheld', second: 'overturned' },
  ]),
};

const agreement = (letter: string): Agreement => ({
  authors: ['jo', 'ma'],
  pairs: [
    {
      first: 'jo',
      second: 'ma',
      letters: 1,
      all: figures,
      byLabel: [{ label: 'decision', ...figures }],
      byLetter: [{ letter, ...figures }],
    },
  ],
  remarks: ['Not compared: 1 whose words are not in the text any more.'],
});

describe('the report of agreement', () => {
  const report = agreementReport(agreement('a|b\\n*c*.txt'), LABELS);

  test('has a table of each pair, by label and by letter', () => {
    assert.match(report, /^# Agreement of annotators\n\nNot compared: 1 whose words/);
    assert.match(report, /^## jo and ma$/m);
    assert.match(report, /^\| all \| 1 \| 3 and 4 \| 0\.29 \| 0\.57 \| 2 \| 50 % \| 0\.00 \|$/m);
    assert.match(report, /^\| Decision \| {2}\| 3 and 4 \|/m);
  });

  test('every row has as many cells, whatever a letter is called', () => {
    const hostile = agreementReport(agreement('a|b\n*c* [d](e) <b>.txt'), LABELS);
    const rows = hostile.split('\n').filter((line) => line.startsWith('| '));
    assert.equal(rows.length, 9);
    for (const row of rows) assert.equal(row.replace(/\\./g, '').split('|').length, 10, row);
    assert.ok(!hostile.includes('<b>'));
  });

  test('says why there is nothing to show', () => {
    const nothing = agreementReport(
      { authors: [], pairs: [], remarks: ['Nobody has annotated these letters.'] },
      LABELS,
    );
    assert.equal(nothing, '# Agreement of annotators\n\nNobody has annotated these letters.\n');
  });
});
