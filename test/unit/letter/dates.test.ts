import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dateFrom, findDates, readDate } from '../../../server/src/letter/dates.ts';

const DATES: readonly (readonly [printed: string, iso: string | null])[] = [
  ['2015-03-07', '2015-03-07'],
  ['3/7/2015', '2015-03-07'],
  ['03/07/2015', '2015-03-07'],
  ['3/7/15', '2015-03-07'],
  ['3-7-2015', '2015-03-07'],
  ['03-07-15', '2015-03-07'],
  ['3.7.2015', '2015-03-07'],
  ['3/7/49', '2049-03-07'],
  ['3/7/50', '1950-03-07'],
  ['3/7/98', '1998-03-07'],
  ['March 7, 2015', '2015-03-07'],
  ['march 7, 2015', '2015-03-07'],
  ['MARCH 7, 2015', '2015-03-07'],
  ['Mar 7, 2015', '2015-03-07'],
  ['Mar. 7, 2015', '2015-03-07'],
  ['Sept. 7, 2015', '2015-09-07'],
  ['March 7 2015', '2015-03-07'],
  ['March 7th, 2015', '2015-03-07'],
  ['March 1st 2015', '2015-03-01'],
  ['March7, 2015', '2015-03-07'],
  ['7 March 2015', '2015-03-07'],
  ['7th of March, 2015', '2015-03-07'],
  ['3/7/ 2015', '2015-03-07'],
  ['3/ 7/2015', '2015-03-07'],
  ['3-7- 15', '2015-03-07'],
  ['10-282016', '2016-10-28'],
  ['10-82016', '2016-10-08'],
  ['9-82016', '2016-09-08'],
  ['1028-2016', '2016-10-28'],
  ['0928-2016', '2016-09-28'],
  ['928-2016', '2016-09-28'],
  ['2/29/2016', '2016-02-29'],
  ['2/29/2015', null],
  ['2/30/2016', null],
  ['4/31/2015', null],
  ['13/7/2015', null],
  ['0/7/2015', null],
  ['3/0/2015', null],
  ['3/7/1899', null],
  ['3/7/2100', null],
  ['February 30, 2015', null],
];

const NO_DATES = [
  '',
  // January 12 or November 2.
  '112-2016',
  '1328-2016',
  '555-2016',
  '1028-16',
  'March 2015',
  '3/2015',
  '2015',
  'May',
  '3/7',
  '1/2/3/4',
  '12345/6/2015',
  '3/7/20155',
  '1-800-555-1234',
  'L4-5, 2 of 10',
  'twice in March',
  '320/5/30/16',
];

describe('a date', () => {
  for (const [printed, iso] of DATES) {
    test(`${printed} is ${iso ?? 'no day'}`, () => {
      assert.equal(readDate(printed), iso);
      assert.equal(readDate(` ${printed} `), iso);
      for (const [before, after] of [
        ['on ', ', he fell'],
        ['(', ')'],
        ['of ', '. He fell'],
        ['', ''],
        ['from ', ' to now'],
      ] as const) {
        const found = findDates(`${before}${printed}${after}`);
        assert.deepEqual(found, [{ start: before.length, end: before.length + printed.length, value: iso }]);
      }
    });
  }
});

describe('what is no date', () => {
  for (const printed of NO_DATES) {
    test(JSON.stringify(printed), () => {
      assert.equal(readDate(printed), null);
      assert.deepEqual(findDates(`about ${printed} they spoke`), []);
    });
  }

  test('a date with more behind it is not one date', () => {
    assert.equal(readDate('3/7/2015 at noon'), null);
    assert.equal(readDate('3/7/2015 3/8/2015'), null);
    assert.equal(readDate(`3/7/2015${' '.repeat(80)}`), null);
  });
});

describe('several dates', () => {
  const text = 'seen 3/7/2015, April 2, 2015 and 2015-05-01; 2/30/2015 was none.';

  test('are found in order', () => {
    assert.deepEqual(
      findDates(text).map(({ start, end, value }) => [text.slice(start, end), value]),
      [
        ['3/7/2015', '2015-03-07'],
        ['April 2, 2015', '2015-04-02'],
        ['2015-05-01', '2015-05-01'],
        ['2/30/2015', null],
      ],
    );
  });

  test('the first one behind a place', () => {
    assert.equal(dateFrom(text, 10)?.value, '2015-04-02');
    assert.equal(dateFrom(text, text.indexOf('; ') + 1)?.value, null);
    assert.equal(dateFrom(text, text.length - 3), null);
  });
});

describe('properties of dates', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
  const MONTHS = Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2000, month)).toLocaleString('en-US', { month: 'long', timeZone: 'UTC' }),
  );

  test('each day of the calendar is read in each style', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const iso = date.toISOString().slice(0, 10);
        const short = String(y % 100).padStart(2, '0');
        const month = MONTHS[m - 1];
        for (const printed of [
          iso,
          `${m}/${d}/${y}`,
          `${m}-${d}-${short}`,
          `${m}/${d}/${short}`,
          `${month} ${d}, ${y}`,
          `${month?.slice(0, 3)}. ${d}, ${y}`,
          `${d} ${month} ${y}`,
        ]) {
          assert.equal(readDate(printed), iso, printed);
        }
      }),
    );
  });

  test('what is read is a day of the calendar', () => {
    const parts = fc.constantFrom(
      '1',
      '2',
      '29',
      '30',
      '31',
      '12',
      '13',
      '2015',
      '15',
      '/',
      '-',
      ' ',
      'May',
      ', ',
      '.',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 9 }), (pieces) => {
        for (const { value } of findDates(pieces.join(''))) {
          if (value !== null) assert.equal(new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10), value);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
