import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Decision, Letter } from '../../../server/src/letter/model.ts';
import { issueOf, issueText, letterOf, letterText, valueOf, withIssues } from './write.ts';

const itemOf = (title: string): readonly [item: string | null, decision: Decision | null] => {
  const { item, decision } = issueOf({ title });
  return [valueOf(item), valueOf(decision)];
};

const partsOf = ({ issues }: Letter): readonly string[] =>
  issues.map(({ title, claimsAdministrator, expertReviewer, rationale }) =>
    [title && 'title', claimsAdministrator && 'claims', expertReviewer && 'maximus', rationale && 'rationale']
      .filter((part) => part !== null)
      .join(' '),
  );

describe('issues with parts missing', () => {
  const second = issueText({ title: 'Second bath: Upheld' });

  for (const [what, first, expected] of [
    ['the title', issueText({ title: '' }), 'claims maximus rationale'],
    ['the first label', issueText({ claims: '' }), 'title maximus rationale'],
    ['the second label', issueText({ maximus: '' }), 'title claims rationale'],
    ['the rationale', issueText({ rationale: '' }), 'title claims maximus'],
    ['both guidelines', issueText({ claims: '', maximus: '' }), 'title rationale'],
    ['all but the title', issueText({ claims: '', maximus: '', rationale: '' }), 'title'],
    ['all but the rationale', issueText({ title: '', claims: '', maximus: '' }), 'rationale'],
    ['the title and the first label', issueText({ title: '', claims: '' }), 'maximus rationale'],
    ['the title and the rationale', issueText({ title: '', rationale: '' }), 'claims maximus'],
  ] as const) {
    test(`${what}, of the first`, () => {
      assert.deepEqual(partsOf(withIssues(first, second)), [expected, 'title claims maximus rationale']);
    });

    if (what === 'all but the rationale' || what.includes('title and')) continue;
    test(`${what}, of the second`, () => {
      assert.deepEqual(partsOf(withIssues(issueText(), first)), ['title claims maximus rationale', expected]);
    });
  }

  test('labels in another order belong to their issue', () => {
    const parts = { ...{ claims: '', maximus: '', rationale: '' } };
    const title = [
      'First bath: Upheld',
      'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.',
      'Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.',
      'Decision rationale: It helps.',
    ].join('\n');
    const letter = withIssues(issueText({ ...parts, title }), second);
    assert.deepEqual(partsOf(letter), ['title claims maximus rationale', 'title claims maximus rationale']);
    assert.equal(letter.issues[0]?.expertReviewer?.text?.value, 'Decision based on MTUS Knee Complaints 2004.');
    assert.equal(
      letter.issues[0]?.claimsAdministrator?.text?.value,
      'Decision based on MTUS Low Back Complaints 2004.',
    );
  });

  test('a title without its decision is the item', () => {
    const { title, item, decision } = issueOf({ title: 'Paraffin bath for home use' });
    assert.equal(valueOf(title), 'Paraffin bath for home use');
    assert.equal(valueOf(item), 'Paraffin bath for home use');
    assert.equal(decision, null);
  });

  test('a title without its decision, its colon left', () => {
    for (const title of ['Paraffin bath:', 'Paraffin bath is:', 'Paraffin bath :']) {
      assert.deepEqual(itemOf(title), ['Paraffin bath', null], title);
    }
  });

  test('a title without its decision, behind another issue', () => {
    const letter = withIssues(issueText(), issueText({ title: 'Second bath' }));
    assert.deepEqual(
      letter.issues.map(({ item, decision }) => [valueOf(item), valueOf(decision)]),
      [
        ['Paraffin bath for home use', 'overturned'],
        ['Second bath', null],
      ],
    );
  });

  test('a decision without its item', () => {
    for (const title of [': Upheld', 'Upheld', 'is: Upheld']) {
      assert.deepEqual(itemOf(title), [null, 'upheld'], title);
    }
  });

  test('labels with nothing behind them', () => {
    const issue = issueOf({
      claims: 'Claims Administrator guideline:',
      maximus: 'MAXIMUS guideline:',
      rationale: 'Decision rationale:',
    });
    assert.equal(issue.claimsAdministrator?.text, null);
    assert.equal(issue.expertReviewer?.text, null);
    assert.equal(issue.claimsAdministrator.cited, false);
    assert.deepEqual([issue.rationale?.printed, issue.rationale?.value], [null, null]);
  });

  test('a section without issues', () => {
    assert.deepEqual(letterOf(letterText({ issues: '' })).issues, []);
  });
});
