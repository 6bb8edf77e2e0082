import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Cover } from '../../../server/src/letter/model.ts';
import { at, letterOf, letterText } from './write.ts';

const cover = (
  determination: string,
  dear = 'DEAR J. Example,',
): string => `Independent Medical Review Final Determination Letter

Dated: 12/19/2016

IMR Case Number:              CM16-0123456
Date of Injury:               03/17/2015
Employee Name:

${dear}

MAXIMUS Federal Services has completed the Independent Medical Review ("IMR") of the above workers'
compensation case. This letter provides you with the IMR Final Determination and explains how the
determination was made.

${determination}

Sincerely,

Medical Director

cc: Department of Industrial Relations

Final Determination Letter for IMR Case Number CM16-0123456  2
\f`;

const coverOf = (text: string): Cover => letterOf(text + letterText()).cover ?? assert.fail();

describe('the determination of a cover page', () => {
  for (const [printed, value, shown] of [
    ['Final Determination: UPHOLD. This means we decided that none', 'upheld', 'UPHOLD'],
    ['Final Determination: OVERTURN. This means we decided that all', 'overturned', 'OVERTURN'],
    ['Final Determination: PARTIAL OVERTURN. This means we', 'partially-overturned', 'PARTIAL OVERTURN'],
    ['Final Determination: PARTIALLY OVERTURN.', 'partially-overturned', 'PARTIALLY OVERTURN'],
    ['Final Determination: Partially Overturned', 'partially-overturned', 'Partially Overturned'],
    ['Final Determination: OVERTURN IN PART.', 'partially-overturned', 'OVERTURN IN PART'],
    ['Final Determination:  UPHOLD', 'upheld', 'UPHOLD'],
    ['Final Determination:\nUPHOLD.', 'upheld', 'UPHOLD'],
    ['Final\nDetermination: PARTIAL\nOVERTURN.', 'partially-overturned', 'PARTIAL OVERTURN'],
    ['Final Determination: Upheld', 'upheld', 'Upheld'],
    ['Final Determination: Overturned', 'overturned', 'Overturned'],
    ['FINAL DETERMINATION: UPHOLD', 'upheld', 'UPHOLD'],
    ['Final Determination; UPHOLD', 'upheld', 'UPHOLD'],
    ['Final Determination:: UPHOLD', 'upheld', 'UPHOLD'],
    ['Final Determination : UPHOLD', 'upheld', 'UPHOLD'],
    ['Final Determination UPHOLD', 'upheld', 'UPHOLD'],
    ['Final Determination PARTIAL OVERTURN', 'partially-overturned', 'PARTIAL OVERTURN'],
  ] as const) {
    test(JSON.stringify(printed), () => {
      const letter = letterOf(cover(printed) + letterText());
      const { determination } = letter.cover ?? assert.fail();
      assert.equal(determination?.value, value);
      assert.equal(determination.printed?.value, shown);
      assert.equal(at(letter, determination.printed.span).replace(/\s+/g, ' '), shown);
    });
  }

  test('that cannot be read has no value', () => {
    assert.deepEqual(
      ['Final Determination: .', 'Final Determination: PENDING'].map((printed) => {
        const { determination } = coverOf(cover(printed));
        return [determination?.value, determination?.label?.canonical];
      }),
      [
        [null, 'Final Determination:'],
        [null, 'Final Determination:'],
      ],
    );
  });

  test('that is missing is null', () => {
    assert.equal(coverOf(cover('This letter has none.')).determination, null);
  });
});

describe('the addressee', () => {
  for (const [dear, name] of [
    ['DEAR J. Example,', 'J. Example'],
    ['DEAR J. Example:', 'J. Example'],
    ['Dear Injured Worker,', 'Injured Worker'],
    ['DEAR J. Example, Esq.,', 'J. Example'],
    ['DEAR ,', null],
    ['DEAR,', null],
    ['DEAR :', null],
    ['', null],
  ] as const) {
    test(JSON.stringify(dear), () => {
      assert.equal(coverOf(cover('Final Determination: UPHOLD.', dear)).addressee?.value ?? null, name);
    });
  }
});

describe('a letter with a cover page', () => {
  const letter = letterOf(cover('Final Determination: UPHOLD.') + letterText());

  test('is one letter, of the format of its body', () => {
    assert.equal(letter.format, 'credentials-2015');
    assert.deepEqual(
      letter.sections.map(({ id }) => id),
      ['cover', 'header', 'method', 'credentials', 'summary', 'issues'],
    );
    assert.equal(letter.issues.length, 1);
  });

  test('a letter without one has none', () => {
    assert.equal(letterOf(letterText()).cover, null);
  });
});

test('a salutation, and what is said behind it, is no value of a field that stands empty above it', () => {
  for (const dear of ['DEAR J. Example,', 'DEAR ,', 'Dear Ms. Example:']) {
    const { header } = letterOf(cover('Final Determination: UPHOLD.', dear) + letterText());
    assert.equal(header?.fields.employee?.value, null, dear);
    assert.equal(header?.fields.injury?.value, '2015-03-17');
    assert.equal(header?.fields.decision?.value, '2016-12-19');
  }
});
