import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findMarks } from '../../../server/src/letter/skeleton.ts';
import { splitLines } from '../../../server/src/text/lines.ts';
import { issueText, letterText, valueOf, withIssues } from './write.ts';

const ids = (text: string): readonly string[] => findMarks(splitLines(text)).map(({ row }) => row.id);

const CLEAN = [
  'method',
  'credentials',
  'licensed-states',
  'specialties',
  'summary',
  'issues',
  'claims-administrator-guideline',
  'maximus-guideline',
  'decision-rationale',
];

describe('the marks of a letter', () => {
  test('a whole letter has each of its marks once', () => {
    assert.deepEqual(ids(letterText()), CLEAN);
  });

  test('a whole letter is not searched for damaged marks, so that its prose stays prose', () => {
    const text = letterText({ summary: 'He was seen.\nClinical case summary:\nMaximus guideline: none was read.' });
    assert.deepEqual(ids(text), CLEAN);
  });

  test('a letter with a gap is', () => {
    assert.deepEqual(ids(letterText().replace('CLINICAL CASE SUMMARY', 'CLINlCAL CASE SUMMARY')), CLEAN);
    assert.deepEqual(ids(letterText().replace('Decision rationale', 'Decison rationale')), CLEAN);
    assert.deepEqual(ids(letterText().replace('State(s)', 'Slate(s)')), CLEAN);
  });
});

describe('`Regarding the request for`', () => {
  const sentence = 'Regarding the request for a bath, heat may help. It is medically necessary.';

  test('in a rationale is prose', () => {
    for (const line of [sentence, `1) ${sentence}`, `2. ${sentence}`]) {
      const rationale = `Decision rationale: The guideline is silent.\n${line}`;
      const { format, issues } = withIssues(issueText({ rationale }), issueText({ title: 'A second bath: Upheld' }));
      assert.equal(format, 'credentials-2015');
      assert.deepEqual(
        issues.map(({ item }) => valueOf(item)),
        ['Paraffin bath for home use', 'A second bath'],
      );
      assert.equal(issues[0]?.rationale?.value, `The guideline is silent. ${line}`);
    }
  });

  test('without a number is prose where others have theirs', () => {
    const text = `1) Regarding the request for a bath:\nRationale for the Decision:\nIt helps.\n${sentence}`;
    assert.deepEqual(ids(text), ['regarding-the-request', 'rationale-for-the-decision']);
  });

  test('is a label of the notice, with its number or without', () => {
    const rest = 'Rationale for the Decision:\nIt helps.';
    for (const opener of ['1) ', '1. ', '']) {
      assert.deepEqual(ids(`${opener}Regarding the request for a bath:\n${rest}`), [
        'regarding-the-request',
        'rationale-for-the-decision',
      ]);
    }
  });
});
