import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fieldsOf } from './case-table.ts';

describe('the fields of a cover page', () => {
  const cover = `Independent Medical Review Final Determination Letter

Dated: 12/19/2016

IMR Case Number:              CM16-0123456
Date of Injury:               03/17/2015
Claims Number:                123-45
Date(s) of UR Decision:       10/04/2016
Priority:                     STANDARD
IMR Application Received:     10/21/2016
Employee Name:
Provider Name:                J. Example, MD
Treatment(s) in Dispute Listed on IMR Application:
Paraffin bath
DEAR ,`;

  test('are those of the table and more', () => {
    assert.deepEqual(fieldsOf(cover), {
      decision: '2016-12-19',
      caseNumber: 'CM16-0123456',
      injury: '2015-03-17',
      claimNumber: '123-45',
      utilizationReview: '2016-10-04',
      priority: 'standard',
      applicationReceived: '2016-10-21',
      employee: null,
      provider: 'J. Example, MD',
    });
  });

  test('the date of the letter may have no label, below the heading alone', () => {
    const unlabelled = cover.replace('Dated: 12/19/2016', 'December 19, 2016');
    assert.equal(fieldsOf(unlabelled).decision, '2016-12-19');
    assert.equal(fieldsOf(cover.replace('Dated: 12/19/2016', 'P. Example')).decision, undefined);
    assert.equal(fieldsOf(cover.replace('Dated: 12/19/2016', 'Dr. E, 12/19/2016')).decision, undefined);
    assert.equal(fieldsOf(`${unlabelled}\nDecision Date: 12/20/2016`).decision, '2016-12-20');
  });

  test('names that are blanked are nothing', () => {
    const fields = fieldsOf(cover.replace('J. Example, MD', '').replace('123-45', ''));
    assert.equal(fields.employee, null);
    assert.equal(fields.provider, null);
    assert.equal(fields.claimNumber, null);
    assert.equal(fields.utilizationReview, '2016-10-04');
  });

  test('a name that is not blanked stands as printed', () => {
    assert.equal(fieldsOf(cover.replace('Employee Name:', 'Employee Name:   P. Example')).employee, 'P. Example');
  });
});
