import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPatient } from '../../../server/src/letter/people.ts';
import { flowOf } from '../../../server/src/text/flow.ts';
import { splitLines } from '../../../server/src/text/lines.ts';
import type { Leaf } from '../../../server/src/text/span.ts';
import { at, letterOf, letterText } from './write.ts';

const flow = (text: string): ReturnType<typeof flowOf> =>
  flowOf({ lines: splitLines(text), furniture: [] }, 0, text.length);

/** What was read, and where it is printed. */
const told = <T>(text: string, leaf: Leaf<T> | null): readonly [T, string] | null =>
  leaf && [leaf.value, at({ text }, leaf.span)];

const age = (text: string): readonly [number, string] | null => told(text, readPatient(flow(text), 0).age);
const sex = (text: string): readonly [string, string] | null => told(text, readPatient(flow(text), 0).sex);
const injury = (text: string): readonly [string, string] | null => told(text, readPatient(flow(text), 0).injuryDate);

describe('age', () => {
  for (const [text, value, printed] of [
    ['The injured worker is a 38 year old male.', 38, '38'],
    ['The injured worker is a 38-year-old male.', 38, '38'],
    ['The injured worker is a 38 year-old male.', 38, '38'],
    ['The injured worker is a 38- year- old male.', 38, '38'],
    ['The injured worker is a 38 -year -old male.', 38, '38'],
    ['The injured worker is a 38 years old male.', 38, '38'],
    ['The injured worker is a 38 yr old male.', 38, '38'],
    ['The injured worker is a 38 yr. old male.', 38, '38'],
    ['The injured worker is a 38yearold male.', 38, '38'],
    ['This case involves a now 61-year-old female.', 61, '61'],
    ['The patient is a 34 y/o male.', 34, '34'],
    ['The patient is a 34 y / o male.', 34, '34'],
    ['The patient is a 34-y/o male.', 34, '34'],
    ['The patient is a 34yo male.', 34, '34'],
    ['The patient is a 34 y.o. male.', 34, '34'],
    ['The patient is a male, age 33, who fell.', 33, '33'],
    ['The patient is a male aged 33.', 33, '33'],
    ['The patient, at the age of 33, fell.', 33, '33'],
    ['A thirty-eight-year-old cook fell.', 38, 'thirty-eight'],
    ['A Thirty eight year old cook fell.', 38, 'Thirty eight'],
    ['A forty year old cook fell.', 40, 'forty'],
    ['A nineteen-year-old cook fell.', 19, 'nineteen'],
    ['A cook aged sixty-one fell.', 61, 'sixty-one'],
    ['A 100 year old cook fell.', 100, '100'],
    ['The patient is a 38\nyear old male.', 38, '38'],
    ['The patient is a 38-\nyear-old male.', 38, '38'],
    ['The patient is a thirty-\neight-year-old male.', 38, 'thirty-\neight'],
    ['The injured worker is 38 years of age.', 38, '38'],
    ['The patient is a 34 y.o male.', 34, '34'],
    ['A 2 year old injury. He is a 44 year old cook.', 44, '44'],
    ['The patient is a seventy-one (71) year old male.', 71, 'seventy-one'],
    ['The patient is a 71 (71) year old male.', 71, '71'],
    // The age of another day stands behind that of today, wherever it is told.
    ['Hurt at age 33, the patient is a 38 year old male.', 38, '38'],
    // Other people have ages too, and so have injuries.
    ['Hit by a 16 year old male student, the baker, a 44 year old male, fell.', 44, '44'],
    ['Her 80-year-old mother drove. The patient is a 44 year old female.', 44, '44'],
    ['The baker, whose 55 year old supervisor saw it, is a 44 year old male.', 44, '44'],
    ['The 48 year old husband of the 44 year old baker drove.', 44, '44'],
    ['Lifting a heavy 90 year old client, the 44 year old aide fell.', 44, '44'],
    ['A 20 year old injury. He is a 44 year old cook.', 44, '44'],
    ['The claim was filed by a 44 year old cook.', 44, '44'],
    ['The patient is a 44 year old male with an injury.', 44, '44'],
    ['The patient is a 44 year old male whose wife drove.', 44, '44'],
    ['The injury is 2 years old. He is a 44 year old cook.', 44, '44'],
  ] as const) {
    test(JSON.stringify(text), () => {
      assert.deepEqual(age(text), [value, printed]);
    });
  }

  for (const text of [
    '',
    'The injured worker is a male cook.',
    'He worked for 38 years.',
    'The pain has lasted 2 years.',
    'An injury of 2015, page 33.',
    'The date was 33/2015; aged 2015 records.',
    'A 380 year old cook.',
    'Manage 33 patients.',
    'Dosage of 33 mg.',
    'The baker was hit by a 16 year old male student.',
    'She lives with her disabled 44-year-old son.',
    'The injury is 2 years old.',
  ]) {
    test(`none in ${JSON.stringify(text)}`, () => {
      assert.equal(age(text), null);
    });
  }

  test('none far behind the opening', () => {
    assert.equal(age(`${'He was seen again. '.repeat(50)}His son is a 12 year old boy.`), null);
  });
});

describe('sex', () => {
  for (const [text, value, printed] of [
    ['a 38 year old male baker', 'male', 'male'],
    ['a 38 year old Female baker', 'female', 'Female'],
    ['a 38-year-old woman', 'female', 'woman'],
    ['a 38-year-old man', 'male', 'man'],
    ['a 38-year-old gentleman', 'male', 'gentleman'],
    ['a lady of 38', 'female', 'lady'],
    ["She sells men's coats. A 38-year-old female", 'female', 'female'],
    ['A woman called. The patient is a 38-year-old man. Another woman called.', 'male', 'man'],
    ['The patient is a male, age 33, whose wife, a woman of 30, drove', 'male', 'male'],
    ['a male baker. At 38 years of age the baker fell', 'male', 'male'],
    ['a 38-year-old, right-handed, female baker', 'female', 'female'],
    ['a 33 y/o F with pain', 'female', 'F'],
    ['a 33yoM with pain', 'male', 'M'],
    ['The patient is a 33-year-old M.', 'male', 'M'],
    ['a 38 year old baker struck by a tall man on a ladder. The female fell', 'female', 'female'],
    ['On a man-lift, a woman fell', 'female', 'woman'],
  ] as const) {
    test(JSON.stringify(text), () => {
      assert.deepEqual(sex(text), [value, printed]);
    });
  }

  for (const text of [
    'He was seen for his knee.',
    'She was seen for her knee.',
    'He/she has no affiliation.',
    'The injured worker is a 38 year old baker. He fell.',
    'Management of a human, a foreman and a salesmanager.',
    'The workman was seen.',
    'The baker was hit by a 16 year old male student.',
    'a 38 year old baker who was lifting a female client',
    'a 38 year old baker who fell off a man-lift',
    'a 38 year old M.D. of Mars',
    "a 38 year old M's tests",
    'his male partner',
  ]) {
    test(`none in ${JSON.stringify(text)}`, () => {
      assert.equal(sex(text), null);
    });
  }
});

describe('date of injury', () => {
  for (const [text, value, printed] of [
    ['who sustained an industrial injury on 03-07-2015.', '2015-03-07', '03-07-2015'],
    ['who sustained an industrial injury on 03/07/2015.', '2015-03-07', '03/07/2015'],
    ['who sustained an industrial injury on March 7, 2015.', '2015-03-07', 'March 7, 2015'],
    ['who sustained an industrial injury on 3-7-15.', '2015-03-07', '3-7-15'],
    ['who sustained an industrial injury on 7 March 2015.', '2015-03-07', '7 March 2015'],
    ['who sustained an industrial injury on 2015-03-07.', '2015-03-07', '2015-03-07'],
    ['who sustained an industrial injury on Mar. 7th, 2015.', '2015-03-07', 'Mar. 7th, 2015'],
    ['with a date of injury of 3/7/2015.', '2015-03-07', '3/7/2015'],
    ['with a date of injury: 3/7/2015.', '2015-03-07', '3/7/2015'],
    ['(DOI 3/7/2015)', '2015-03-07', '3/7/2015'],
    ['who was injured on 3/7/2015.', '2015-03-07', '3/7/2015'],
    ['with a history of an occupational claim from 3/7/2015.', '2015-03-07', '3/7/2015'],
    ['who fell from a ladder on 3/7/2015.', '2015-03-07', '3/7/2015'],
    ['who had an accident at work on 3/7/2015.', '2015-03-07', '3/7/2015'],
    // A blank inside, a hyphen or a line break lost by the extraction.
    ['who was injured on 10/14/ 2016.', '2016-10-14', '10/14/ 2016'],
    ['who was injured on 1-9- 17.', '2017-01-09', '1-9- 17'],
    ['who was injured on 10-28-\n2016.', '2016-10-28', '10-28-\n2016'],
    ['who was injured on 10-282016.', '2016-10-28', '10-282016'],
    ['who was injured on\n\n10-28-2016.', '2016-10-28', '10-28-2016'],
    // Cumulative trauma: the first day.
    ['who sustained a cumulative trauma from 1/2/2013 to 3/7/2015.', '2013-01-02', '1/2/2013'],
    [
      'who sustained cumulative trauma injuries from January 2, 2013 through March 7, 2015.',
      '2013-01-02',
      'January 2, 2013',
    ],
    ['with injuries of 1/2/2013 - 3/7/2015.', '2013-01-02', '1/2/2013'],
    ['with cumulative trauma, 1/2/2013-3/7/2015.', '2013-01-02', '1/2/2013'],
    ['with cumulative trauma, 1/2/2013–3/7/2015.', '2013-01-02', '1/2/2013'],
    // Other dates stand before or behind.
    ['Seen on 6/1/2015, with a date of injury of 3/7/2015.', '2015-03-07', '3/7/2015'],
    ['He was injured on 3/7/2015. He was seen on 6/1/2015.', '2015-03-07', '3/7/2015'],
    ['On 3/7/2015, a 38 year old cook slipped.', '2015-03-07', '3/7/2015'],
  ] as const) {
    test(JSON.stringify(text), () => {
      assert.deepEqual(injury(text), [value, printed]);
    });
  }

  for (const text of [
    '',
    'A 38 year old male who was injured at work.',
    'A 38 year old male who was injured in March 2015.',
    'A 38 year old male who was injured on 2/30/2015.',
    'A 38 year old male who was injured on 13/13/2015.',
    // A visit, not the injury.
    'A 38 year old male who was seen on 6/1/2015.',
    'A 38 year old male with a report dated 6/1/2015.',
    'A 38 year old male was injured at work. The visit of 6/1/2015 found pain.',
    'The injured worker was seen on 6/1/2015 for pain.',
    'The injured employee, evaluated on 6/1/2015, had pain.',
    'A 38 year old male with pain after an injury, seen on 6/1/2015.',
    'A 38 year old male who underwent surgery on 6/1/2015.',
    'On 6/1/2015, a 38 year old male was seen for pain.',
  ]) {
    test(`none in ${JSON.stringify(text)}`, () => {
      assert.equal(injury(text), null);
    });
  }
});

describe('the people of a letter', () => {
  test('are sought behind the introduction, which says `He/she` and `the expert reviewer`', () => {
    const letter = letterOf(letterText({ summary: 'The injured worker is a baker. She burned an arm.' }));
    assert.equal(letter.summary?.sex, null);
    assert.equal(letter.summary?.age, null);
    assert.equal(letter.summary?.injuryDate, null);
  });

  test('stand at their places in the letter', () => {
    const letter = letterOf(letterText({ summary: 'The injured worker is a 38 year\nold male, hurt on 2-3-\n2015.' }));
    const { age: years, sex: is, injuryDate } = letter.summary ?? assert.fail();
    assert.deepEqual(years && [years.value, at(letter, years.span)], [38, '38']);
    assert.deepEqual(is && [is.value, at(letter, is.span)], ['male', 'male']);
    assert.deepEqual(injuryDate && [injuryDate.value, at(letter, injuryDate.span)], ['2015-02-03', '2-3-\n2015']);
  });
});
