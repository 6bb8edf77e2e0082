import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Letter } from '../../../server/src/letter/model.ts';
import { at, letterOf, letterText, METHOD, valueOf, wrap } from './write.ts';

/* The decision form of 2013 and 2014: numbered verdicts, each with both sides in sentences and a rationale. */

const SIDES = `The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, page 22,
which is part of the MTUS.

The Physician Reviewer based his/her decision on the Official Disability Guidelines, which is not part
of the MTUS.`;
const RATIONALE = "The Physician Reviewer's decision rationale: Wax helps. It is needed.";

const issue = (title: string, sides = SIDES, rationale = RATIONALE): string =>
  [title, sides, rationale].filter((part) => part !== '').join('\n\n');

const letter = (...issues: readonly string[]): string =>
  letterText(
    {
      header: 'MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review',
      method: `${METHOD}\nThe physician reviewer is Board Certified in Neurology and is licensed to practice in Iowa.`,
      credentials: 'DOCUMENTS REVIEWED\n\n[X] Application\n[X] Records of the provider',
      issuesHeading: 'IMR DECISION(S) AND RATIONALE(S)',
      issues: issues.join('\n\n'),
    },
    '\n\n',
  );

const decisions = ({ issues }: Letter): unknown =>
  issues.map(({ item, decision }) => [valueOf(item), valueOf(decision)]);

const FIRST = '1. A paraffin bath is not medically necessary and appropriate.';
const SECOND = '2. Two visits: wrist; brace (large) are medically necessary and appropriate.';

describe('numbered verdicts', () => {
  test('make a letter of the decision form', () => {
    const { format, sections } = letterOf(letter(issue(FIRST), issue(SECOND)));
    assert.equal(format, 'decision-2013');
    assert.deepEqual(
      sections.map(({ id }) => id),
      ['cover', 'method', 'documents', 'summary', 'issues'],
    );
  });

  for (const [title, item, value] of [
    [FIRST, 'A paraffin bath', 'upheld'],
    ['1. A paraffin bath is medically necessary and appropriate.', 'A paraffin bath', 'overturned'],
    ['1. Baths are not medically necessary and appropriate.', 'Baths', 'upheld'],
    ['1. Baths, 2 times a week, are not medically necessary and appropriate.', 'Baths, 2 times a week', 'upheld'],
    ['1. Baths were medically necessary and appropriate.', 'Baths', 'overturned'],
    ['1. A bath was not medically necessary and appropriate.', 'A bath', 'upheld'],
    ['1) A bath is not medically necessary and appropriate.', 'A bath', 'upheld'],
    ['1.A bath is not medically necessary and appropriate.', 'A bath', 'upheld'],
    ['1. Decision: A bath is not medically necessary and appropriate.', 'A bath', 'upheld'],
    ['1. The request for a bath is not medically necessary and appropriate.', 'a bath', 'upheld'],
    [
      '1. A bath, 2 x 6: 12 visits, 1. and 2. is not medically necessary and appropriate.',
      'A bath, 2 x 6: 12 visits, 1. and 2.',
      'upheld',
    ],
  ] as const) {
    test(title, () => {
      const [first, second, more] = letterOf(letter(issue(title), issue(SECOND))).issues;
      assert.deepEqual([valueOf(first?.item), valueOf(first?.decision)], [item, value]);
      assert.equal(valueOf(first?.title), title);
      assert.deepEqual(
        [valueOf(second?.item), valueOf(second?.decision)],
        ['Two visits: wrist; brace (large)', 'overturned'],
      );
      assert.equal(more, undefined);
    });
  }

  test('with both sides, rationale, and their places', () => {
    const read = letterOf(letter(issue(FIRST), issue(SECOND)));
    for (const { claimsAdministrator, expertReviewer, rationale, span, decision } of read.issues) {
      assert.equal(claimsAdministrator?.citations[0]?.scheme, 'MTUS');
      assert.equal(expertReviewer?.citations[0]?.scheme, 'ODG');
      assert.equal(rationale?.value, 'Wax helps. It is needed.');
      assert.equal(rationale.label && at(read, rationale.label.span), "The Physician Reviewer's decision rationale:");
      assert.ok(decision && span.start < decision.span.start && decision.span.end < span.end);
    }
  });

  for (const [what, set] of Object.entries({
    'without blank lines': (text: string) => text.replace(/\n+/g, '\n'),
    'double spaced': (text: string) => text.replaceAll('\n', ' \n\n'),
    'with CRLF': (text: string) => text.replaceAll('\n', '\r\n'),
    'form feeds before titles': (text: string) => text.replace(/^(?=\d\. )/gm, '\f'),
    indented: (text: string) => text.replaceAll('\n', '\n      '),
  })) {
    test(what, () => {
      const read = letterOf(set(letter(issue(FIRST), issue(SECOND))));
      assert.deepEqual(decisions(read), [
        ['A paraffin bath', 'upheld'],
        ['Two visits: wrist; brace (large)', 'overturned'],
      ]);
      assert.deepEqual(
        read.issues.map(({ rationale }) => rationale?.value),
        ['Wax helps. It is needed.', 'Wax helps. It is needed.'],
      );
    });
  }

  test('at any width', () => {
    for (let width = 20; width < 100; width += 3) {
      assert.deepEqual(
        decisions(letterOf(letter(issue(wrap(FIRST, width)), issue(wrap(SECOND, width))))),
        [
          ['A paraffin bath', 'upheld'],
          ['Two visits: wrist; brace (large)', 'overturned'],
        ],
        `${width}`,
      );
    }
  });

  test('numbers in a rationale open no issue', () => {
    const rationale = `${RATIONALE} Reasons are:\n1. It helps.\n2. It is cheap.\n3. It was said that it is not medically necessary.`;
    assert.deepEqual(decisions(letterOf(letter(issue(FIRST, SIDES, rationale), issue(SECOND)))), [
      ['A paraffin bath', 'upheld'],
      ['Two visits: wrist; brace (large)', 'overturned'],
    ]);
  });

  test('nor do they where the next verdict has the same number', () => {
    for (const reasons of ['1. It helps.\n2. It is cheap.', '2. It is cheap.', '1. One\n2. Two\n3. Three']) {
      const rationale = `${RATIONALE} Reasons are:\n${reasons}`;
      assert.deepEqual(
        decisions(letterOf(letter(issue(FIRST, SIDES, rationale), issue(SECOND)))),
        [
          ['A paraffin bath', 'upheld'],
          ['Two visits: wrist; brace (large)', 'overturned'],
        ],
        reasons,
      );
    }
  });

  test('an item whose line begins with a quantity', () => {
    const title = '1. Wax tablets\n2.5 mg and 2. more is not medically necessary and appropriate.';
    assert.deepEqual(decisions(letterOf(letter(issue(title), issue(SECOND)))), [
      ['Wax tablets 2.5 mg and 2. more', 'upheld'],
      ['Two visits: wrist; brace (large)', 'overturned'],
    ]);
  });

  for (const [what, damaged] of [
    ['the verdict', '2. Two visits: wrist; brace (large) .'],
    ['the verdict and its full stop', '2. Two visits: wrist; brace (large)'],
  ] as const) {
    test(`an issue that lost ${what} is one without a decision`, () => {
      const third = '3. Wax is not medically necessary and appropriate.';
      const read = letterOf(letter(issue(FIRST), issue(damaged), issue(third)));
      assert.deepEqual(decisions(read), [
        ['A paraffin bath', 'upheld'],
        ['Two visits: wrist; brace (large)', null],
        ['Wax', 'upheld'],
      ]);
      assert.deepEqual(
        read.issues.map(({ rationale }) => rationale?.value),
        ['Wax helps. It is needed.', 'Wax helps. It is needed.', 'Wax helps. It is needed.'],
      );
    });
  }

  test('a numbered reason opens no issue before the sentence of a side', () => {
    for (const reason of ['2. It is cheap. It is near.', '2.', '2. The end'])
      assert.deepEqual(
        decisions(letterOf(letter(issue(FIRST, '', `${RATIONALE}\n${reason}\n${SIDES}`), issue(SECOND)))),
        [
          ['A paraffin bath', 'upheld'],
          ['Two visits: wrist; brace (large)', 'overturned'],
        ],
        reason,
      );
  });

  test('a verdict in the short form, where the letter knows no other', () => {
    const title = '1. A bath is not medically necessary.';
    assert.deepEqual(decisions(letterOf(letter(issue(title)))), [['A bath', 'upheld']]);
  });

  test('a verdict without sides or rationale', () => {
    const [first, second] = letterOf(letter(issue(FIRST, '', ''), issue(SECOND, '', ''))).issues;
    assert.deepEqual(
      [valueOf(first?.item), valueOf(second?.item)],
      ['A paraffin bath', 'Two visits: wrist; brace (large)'],
    );
    assert.deepEqual([first?.claimsAdministrator, first?.expertReviewer, first?.rationale], [null, null, null]);
  });

  test('`Rationale for the decision:` as the form also says', () => {
    const [first] = letterOf(letter(issue(FIRST, SIDES, 'Rationale for the decision: Wax helps.'))).issues;
    assert.equal(first?.rationale?.value, 'Wax helps.');
  });
});
