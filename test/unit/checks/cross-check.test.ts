import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conclusionAgainst } from '../../../server/src/checks/cross-check/conclusion.ts';
import { printedLike } from '../../../server/src/checks/cross-check/dates.ts';
import { checkLetter, type Problem } from '../../../server/src/checks/index.ts';
import { onlyLetter } from './fixing.ts';
import { type Block, changed, dated, LETTER_2015, STYLES, type Style, textOf } from './letters.ts';

const found = (text: string): readonly Problem[] =>
  checkLetter(onlyLetter(text)).filter(({ code }) => code.startsWith('cross-check.'));

const marked = (text: string): readonly string[] =>
  found(text).map(({ code, severity, span }) => `${code} ${severity} ${text.slice(span.start, span.end)}`);

const summary = (...lines: readonly string[]): readonly Block[] =>
  dated(LETTER_2015, '3/2/2017', '4/6/2017').map((block) =>
    block.id === 'summary' ? { id: 'summary', lines } : block,
  );

describe('what a rationale concludes', () => {
  const UPHELD = [
    'The request is not medically necessary.',
    'Heat is not advised. Therefore, the requested bath is not medically necessary.',
    'The bath cannot be deemed medically necessary. Weaning is advised over four weeks.',
    'The bath is notmedically necessary.',
  ];
  const OVERTURNED = [
    'The request is medically necessary.',
    'The records meet the criteria. The bath is therefore deemed medically necessary.',
  ];
  const DOUBTFUL = [
    '',
    'The bath is medically necessary, but not for a year.',
    'The bath is medically necessary. The gym is not medically necessary.',
    'Utilization review found that the bath is not medically necessary. The criteria are met and the denial is overturned.',
    'The bath is not medically necessary according to the review; however, the request is supported.',
    'If the wrist is stiff, the bath is medically necessary.',
    'Only two weeks of it are medically necessary.',
    'The physician believes in heat.',
  ];
  test('is read where it has but one way to be read', () => {
    for (const text of UPHELD) assert.equal(conclusionAgainst('overturned', text)?.decision, 'upheld', text);
    for (const text of OVERTURNED) assert.equal(conclusionAgainst('upheld', text)?.decision, 'overturned', text);
    for (const text of DOUBTFUL)
      for (const denied of ['upheld', 'overturned'] as const) assert.equal(conclusionAgainst(denied, text), null, text);
  });

  for (const style of Object.keys(STYLES) as Style[]) {
    test(`denies a decision, ${style}`, () => {
      const text = textOf(changed(LETTER_2015, 'title-1', 'Overturned', 'Upheld'), style);
      assert.deepEqual(marked(text), ['cross-check.decision warning Upheld']);
      const [problem] = found(text);
      assert.equal(problem?.reading, 'Overturned');
      assert.equal(problem.certain, undefined);
      const other = problem.related?.[0]?.span;
      assert.equal(other && text.slice(other.start, other.end), 'is medically necessary');
    });
  }
});

describe('the date of injury', () => {
  test('one part differs: a slip', () => {
    const text = textOf(summary('The worker is a 38 year old male baker who was injured on 1-2-2012.'));
    assert.deepEqual(marked(text), ['cross-check.injury-date warning 1-2-2012']);
    assert.equal(found(text)[0]?.reading, '1-2-2013');
  });

  test('another day altogether: worth a look', () => {
    const text = textOf(summary('The worker is a 38 year old male baker who was injured on May 5, 2010.'));
    assert.deepEqual(marked(text), ['cross-check.injury-date information May 5, 2010']);
    assert.equal(found(text)[0]?.reading, 'January 2, 2013');
  });

  test('the summary names the day of the table too', () => {
    const text = textOf(
      summary('The worker is a 38 year old male who was injured on 1-2-2012, and again on 1-2-2013.'),
    );
    assert.deepEqual(marked(text), []);
  });

  test('a date is printed in the style of another', () => {
    assert.equal(printedLike('04/05/2016', '2017-11-02'), '11/02/2017');
    assert.equal(printedLike('4-5-16', '2017-11-02'), '11-2-17');
    assert.equal(printedLike('March 1, 2016', '2017-11-02'), 'November 2, 2017');
    assert.equal(printedLike('1st of March, 2016', '2017-11-02'), null);
  });
});

describe('the date of the review', () => {
  const told = (sentence: string): readonly string[] =>
    marked(textOf(summary('The worker is a male baker.', sentence)));

  test('near the table’s, but another', () => {
    assert.deepEqual(told('A utilization review report dated 3-9-2017 turned it down.'), [
      'cross-check.review-date information 3-9-2017',
    ]);
  });

  test('the table’s, another review, or several', () => {
    assert.deepEqual(told('A utilization review report dated 3-2-2017 turned it down.'), []);
    assert.deepEqual(told('A utilization review report dated 1-9-2016 turned it down.'), []);
    assert.deepEqual(told('Utilization review on 3-1-2017 asked, and utilization review on 3-9-2017 denied.'), []);
  });
});

describe('the sex of the patient', () => {
  const MANY = 'The worker is a 38 year old male baker who burned his arm. He squeezes a ball. His wrist is stiff.';

  test('one pronoun of the other sex', () => {
    const text = textOf(summary(MANY, 'On 6-1-2015', 'she had normal strength.'));
    assert.deepEqual(marked(text), ['cross-check.sex information she']);
    assert.equal(found(text)[0]?.reading, 'he');
  });

  test('behind a sentence about a physician, where only a patient does so', () => {
    for (const told of ['She sleeps badly.', 'She rates the pain at 7.', 'At night she still feels weak.', 'She fell.'])
      assert.deepEqual(
        marked(textOf(summary(MANY, `The physician was pleased. ${told}`))),
        [`cross-check.sex information ${told.startsWith('At') ? 'she' : 'She'}`],
        told,
      );
    for (const silent of [
      'The physician was pleased. She rates the bath highly.',
      'The physician was pleased. She felt that it healed.',
      'The physician was pleased, and she sleeps badly.',
      'His wife was pleased. She sleeps badly.',
    ])
      assert.deepEqual(marked(textOf(summary(MANY, silent))), [], silent);
  });

  test('somebody else, two of them, or the form’s own', () => {
    assert.deepEqual(marked(textOf(summary(MANY, 'The physician was pleased. She asked for a bath.'))), []);
    assert.deepEqual(marked(textOf(summary(MANY, 'She has had nine visits. Her skin has healed.'))), []);
    assert.deepEqual(marked(textOf(summary(MANY, 'He/she may go back to work.'))), []);
    assert.deepEqual(marked(textOf(summary(MANY, 'In her report of May 3, the psychologist asks for rest.'))), []);
  });
});

test('the statement of the other side', () => {
  const none = 'The Expert Reviewer did not cite any medical evidence for its decision.';
  const text = textOf(changed(LETTER_2015, 'claims-1', /Decision.*$/, none), 'double');
  assert.deepEqual(marked(text), ['cross-check.sides warning The Expert Reviewer']);
  assert.deepEqual(
    checkLetter(onlyLetter(text)).filter(({ code }) => code.startsWith('boilerplate.')),
    [],
    'and nothing else is said of it',
  );
});
