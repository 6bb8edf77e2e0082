import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Case, toCase } from '../../../server/src/case/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { changed, LETTER_2014, LETTER_2015, textOf, without } from '../checks/letters.ts';

const caseOf = (text: string, letter = 1, uri: string | null = null): Case => {
  const placed = parse(text)[letter - 1];
  assert.ok(placed);
  return toCase(placed, uri);
};

describe('the record of a letter', () => {
  const text = textOf(LETTER_2015, 'spaced');
  const record = caseOf(text, 1, 'file:///letters/1.txt');

  test('holds what the letter says', () => {
    assert.equal(record.format, 'credentials-2015');
    assert.deepEqual(record.reviewer, {
      licensedStates: ['Nevada', 'Oregon'],
      specialties: ['Family Practice'],
      subspecialties: [],
    });
    assert.deepEqual(record.patient, { age: 38, sex: 'male', injuryDate: '2015-02-03' });
    assert.equal(record.issues[0]?.item, 'Paraffin bath for home use');
    assert.equal(record.issues[0]?.decision, 'overturned');
    assert.equal(record.issues[0]?.decisionText, 'Overturned');
    assert.equal(record.issues[1]?.expertReviewer?.citations[0]?.guideline, 'Elbow Complaints');
    assert.equal(record.issues[1]?.expertReviewer?.citations[0]?.year, 2007);
  });

  test('places values in the document', () => {
    const printed = (pointer: string): string | undefined => {
      const span = record.spans[pointer];
      return span && text.slice(...span);
    };
    assert.equal(printed('/reviewer/licensedStates/1'), 'Oregon');
    assert.equal(printed('/patient/age'), '38');
    assert.equal(printed('/patient/injuryDate'), '2-3-2015');
    assert.equal(printed('/issues/1/item'), 'Gym membership for a year');
    assert.equal(printed('/issues/1/decision'), 'Upheld');
    assert.equal(printed('/issues/1/expertReviewer/citations/0/year'), '2007');
  });

  test('tells where it was read', () => {
    assert.deepEqual(record.source, {
      uri: 'file:///letters/1.txt',
      letter: 1,
      firstLine: 1,
      lastLine: text.trimEnd().split('\n').length,
    });
  });

  test('is the same with other line breaks, but for spans', () => {
    const other = caseOf(textOf(LETTER_2015, 'spaced', '\r\n'), 1, 'file:///letters/1.txt');
    assert.deepEqual({ ...other, spans: null }, { ...record, spans: null });
    assert.deepEqual(Object.keys(other.spans), Object.keys(record.spans));
  });

  test('has no basis where nothing stands after the label', () => {
    const { issues } = caseOf(textOf(changed(LETTER_2015, 'maximus-1', / Decision.*/, '')));
    assert.equal(issues[0]?.expertReviewer, null);
    assert.notEqual(issues[0]?.claimsAdministrator, null);
  });
});

describe('the second letter of a document', () => {
  const first = textOf(LETTER_2014, 'spaced');
  const text = `\n${first}\n\n${textOf(LETTER_2015, 'spaced')}`;
  const record = caseOf(text, 2);

  test('has its own number, lines and spans', () => {
    const line = text.split('\n').lastIndexOf('HOW THE IMR FINAL DETERMINATION WAS MADE') + 1;
    assert.equal(parse(text).length, 2);
    assert.equal(record.source.letter, 2);
    assert.equal(record.source.firstLine, line);
    assert.equal(record.source.lastLine, text.trimEnd().split('\n').length);
    const span = record.spans['/reviewer/licensedStates/0'];
    assert.ok(span && span[0] > first.length);
    assert.equal(text.slice(...span), 'Nevada');
  });

  test('does not move the first', () => {
    assert.equal(caseOf(text).source.firstLine, 2);
    assert.equal(caseOf(text).source.lastLine, first.trimEnd().split('\n').length + 1);
  });
});

describe('the determination', () => {
  const outcome = (...decisions: readonly [string, string]): Case['determination'] => {
    const one = changed(LETTER_2015, 'title-1', ': Overturned', decisions[0]);
    return caseOf(textOf(changed(one, 'title-2', ': Upheld', decisions[1]))).determination;
  };

  test('is what the issues add up to', () => {
    assert.equal(outcome(': Upheld', ': Upheld'), 'upheld');
    assert.equal(outcome(': Overturned', ': Overturned'), 'overturned');
    assert.equal(outcome(': Overturned', ': Upheld'), 'partially-overturned');
  });

  test('is not guessed where a decision is missing', () => {
    assert.equal(outcome(': Upheld', ':'), null);
    assert.equal(outcome('', ': Overturned'), null);
    assert.equal(caseOf(textOf(without(LETTER_2015, 'title-1', 'title-2'))).determination, null);
  });

  test("is the cover page's word where there is one", () => {
    const cover =
      'Independent Medical Review Final Determination Letter\n\nDEAR ,\n\nFinal Determination: UPHOLD. This means we decided that none of the\ndisputed items/services are medically necessary and appropriate.\n\n';
    const text = cover + textOf(LETTER_2015, 'spaced');
    const record = caseOf(text);
    assert.equal(record.determination, 'upheld');
    assert.match(text.slice(...(record.spans['/determination'] ?? [0, 0])), /^UPHOLD\.?$/);
  });
});
