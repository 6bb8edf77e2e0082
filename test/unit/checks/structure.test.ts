import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checkLetter, fixesFor, type Problem } from '../../../server/src/checks/index.ts';
import { onlyLetter } from './fixing.ts';
import { changed, dated, LETTER_2015, textOf } from './letters.ts';

const found = (text: string): readonly Problem[] =>
  checkLetter(onlyLetter(text)).filter(({ code }) => code.startsWith('structure.'));

const marked = (text: string): readonly string[] =>
  found(text).map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);

const readingsOf = (text: string): readonly (readonly [string | undefined, boolean | undefined])[] =>
  found(text).map(({ reading, certain }) => [reading, certain]);

const sample = (name: string): string =>
  readFileSync(new URL(`../../../samples/${name}.imr.txt`, import.meta.url), 'utf8');

const COVER = sample('cover-page');
const NOTICE = sample('notice-2013');

describe('the order of the dates', () => {
  const withDates = (injury: string, review: string, decision: string): string =>
    textOf(dated(LETTER_2015, review, decision)).replace('1/2/2013', injury);

  test('the days of a letter may fall together', () => {
    assert.deepEqual(marked(textOf(dated(LETTER_2015, '1/2/2013', '1/4/2013'))), []);
  });

  test('the one date that is out of order is marked, with the one that it cannot lie behind', () => {
    const text = withDates('1/2/2014', '1/2/2013', '1/5/2013');
    assert.deepEqual(marked(text), ['structure.date-order 1/2/2014']);
    assert.equal(found(text)[0]?.related?.length, 1);
  });

  test('a decision before all else', () => {
    assert.deepEqual(marked(withDates('1/2/2013', '1/2/2013', '1/5/2012')), ['structure.date-order 1/5/2012']);
  });
});

describe('the case number', () => {
  const footers = (first: string, second: string): string =>
    textOf(dated(LETTER_2015, '1/2/2013', '1/5/2013'))
      .replace('CLINICAL', `Final Determination Letter for IMR Case Number ${first}  2\n\fCLINICAL`)
      .replace('IMR ISSUES', `Final Determination Letter for IMR Case Number ${second}  3\n\fIMR ISSUES`);

  test('is the same everywhere', () => {
    assert.deepEqual(marked(footers('CM17-0000001', 'CM17-0000001')), []);
  });

  test('differs at the foot of one page: the others are two witnesses', () => {
    const text = footers('CM17-0000001', 'CM17-OO00001');
    assert.deepEqual(marked(text), ['structure.case-number CM17-OO00001']);
    assert.deepEqual(readingsOf(text), [['CM17-0000001', true]]);
  });

  test('differs in the case table from all pages', () => {
    const text = footers('CM17-0000007', 'CM17-0000007');
    assert.deepEqual(marked(text), ['structure.case-number CM17-0000001']);
  });

  test('of another review in the prose is no contradiction', () => {
    assert.deepEqual(
      marked(footers('CM17-0000001', 'CM17-0000001').replace('The skin', 'Case Number CM15-0000002. The skin')),
      [],
    );
  });
});

describe('the determination of the cover page', () => {
  test('what all three say', () => assert.deepEqual(marked(COVER), []));

  test('a word that the sentence and the issues deny', () => {
    const text = COVER.replace('PARTIAL OVERTURN', 'UPHOLD');
    assert.deepEqual(marked(text), ['structure.determination UPHOLD']);
    assert.deepEqual(readingsOf(text), [['PARTIAL OVERTURN', true]]);
  });

  test('a sentence that the word and the issues deny', () => {
    const text = COVER.replace('some (but not all)', 'none');
    assert.deepEqual(marked(text), ['structure.determination none']);
    assert.deepEqual(readingsOf(text), [['some (but not all)', true]]);
  });

  test('issues that word and sentence deny: there is no telling which is wrong', () => {
    const text = COVER.replace(': Upheld', ': Overturned');
    assert.deepEqual(marked(text), ['structure.determination PARTIAL OVERTURN']);
    assert.deepEqual(readingsOf(text), [[undefined, undefined]]);
  });

  test('a decision is missing: nothing is said', () => {
    assert.deepEqual(marked(COVER.replace(': Upheld', ':')), []);
  });
});

describe('the lists of the notice of 2013', () => {
  test('agree', () => assert.deepEqual(marked(NOTICE), []));

  test('the second decides otherwise', () => {
    const second = NOTICE.lastIndexOf('pool is not medically necessary and appropriate.\n2)');
    assert.ok(second > 0);
    const text = NOTICE.slice(0, second) + NOTICE.slice(second).replace('is not', 'is');
    assert.deepEqual(marked(text), ['structure.issue-list is medically necessary and appropriate']);
  });

  test('a request without a part of its own', () => {
    const from = NOTICE.indexOf('2) Regarding');
    const to = NOTICE.indexOf('Disclaimer: MAXIMUS is providing');
    assert.equal(found(NOTICE.slice(0, from) + NOTICE.slice(to))[0]?.code, 'structure.issue-list');
  });

  test('a number that the list does not have', () => {
    const text = NOTICE.replace('2) Regarding', '7) Regarding');
    assert.ok(marked(text).includes('structure.issue-list 7'));
  });
});

describe('issues', () => {
  test('the same treatment twice, in whatever case', () => {
    const text = textOf(changed(LETTER_2015, 'title-2', /^.*$/, 'Paraffin Bath for home use: Upheld'));
    assert.deepEqual(marked(text), ['structure.duplicate-issue Paraffin Bath for home use']);
    const [problem] = found(text);
    assert.ok(problem);
    assert.deepEqual(fixesFor(problem, onlyLetter(text)), []);
  });

  test('another strength is another treatment', () => {
    const text = textOf(changed(LETTER_2015, 'title-2', /^.*$/, 'Paraffin bath for home use #2: Upheld'));
    assert.deepEqual(marked(text), []);
  });
});

test('a cover page without its fields', () => {
  const decision = sample('decision-2013');
  assert.deepEqual(marked(decision), []);
  assert.deepEqual(marked(decision.replace('10/2/2013', '')), ['structure.cover-incomplete UR Denial Date:']);
});
