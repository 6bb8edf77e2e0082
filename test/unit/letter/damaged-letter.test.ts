import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Basis, Letter } from '../../../server/src/letter/model.ts';
import { issueText, letterOf, letterText, METHOD, valueOf, valuesOf } from './write.ts';

/* A letter with one of its marks damaged says what it said before, but for the mark. */

const issues = [
  issueText({ title: 'First bath, large: Upheld' }),
  issueText({
    title:
      'Second bath was the original request. A basin was authorized by the Claims Administrator. The remaining\nIMR eligible portion of the original request, second bath is:\nOverturned',
    maximus: 'MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.',
  }),
  issueText({
    title: 'Third bath: Upheld',
    rationale: 'Decision rationale: Two are enough. The request is not\nmedically necessary.',
  }),
].join('\n');
const CREDENTIALS_2015 = letterText({ issues });
const PROSE_2014 = letterText({
  issues,
  credentials: '',
  method: `${METHOD}\nThe expert reviewer is Board Certified in Neurology and is licensed to practice in Iowa.`,
});

const basis = (side: Basis | null): readonly unknown[] => [
  side?.text?.value,
  side?.cited,
  side?.citations.map(({ guideline, year }) => [valueOf(guideline), valueOf(year)]),
];

/** All that a letter says. */
const told = (letter: Letter): unknown => ({
  format: letter.format,
  sections: letter.sections.map(({ id }) => id),
  states: valuesOf(letter.reviewer?.licensedStates?.values),
  specialties: valuesOf(letter.reviewer?.specialties?.values),
  summary: letter.summary?.text?.value,
  issues: letter.issues.map((issue) => [
    valueOf(issue.item),
    valueOf(issue.decision),
    valueOf(issue.originalRequest),
    basis(issue.claimsAdministrator),
    basis(issue.expertReviewer),
    issue.rationale?.value,
  ]),
});

const MARKS = [
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'The Expert Reviewer has the following credentials:',
  'State(s) of Licensure:',
  'Certification(s)/Specialty:',
  'CLINICAL CASE SUMMARY',
  'IMR ISSUES, DECISIONS AND RATIONALES',
  'Claims Administrator guideline:',
  'MAXIMUS guideline:',
  'Decision rationale:',
];

const DAMAGES: Readonly<Record<string, (mark: string) => string>> = {
  'one character replaced': (mark) => `${mark.slice(0, 5)}#${mark.slice(6)}`,
  'its first character replaced': (mark) => `#${mark.slice(1)}`,
  'two characters replaced': (mark) => `${mark.slice(0, 3)}#${mark.slice(4, 9)}#${mark.slice(10)}`,
  'a character lost': (mark) => mark.slice(0, 7) + mark.slice(8),
  'a character added': (mark) => `${mark.slice(0, 7)}x${mark.slice(7)}`,
  'two characters swapped': (mark) => `${mark.slice(0, 1)}${mark.charAt(2)}${mark.charAt(1)}${mark.slice(3)}`,
  'its colon lost': (mark) => mark.replace(/:$/, ''),
  'its colon doubled': (mark) => mark.replace(/:$/, '::'),
  'a semicolon': (mark) => mark.replace(/:$/, ';'),
  'a blank before its colon': (mark) => mark.replace(/:$/, ' :'),
  capitals: (mark) => mark.toUpperCase(),
  'small letters': (mark) => mark.toLowerCase(),
  'double blanks': (mark) => mark.replaceAll(' ', '  '),
  'two lines': (mark) => mark.replace(/ (?=\S+$)/, '\n'),
  'two lines, the first short': (mark) => mark.replace(/(?<=\S{3}) /, '\n'),
  'a page break inside': (mark) => mark.replace(/ (?=\S+$)/, '\n\n\f'),
};

/** The text with the nth occurrence of a mark replaced. */
const replaced = (text: string, mark: string, nth: number, by: string): string => {
  const pieces = text.split(mark);
  return `${pieces.slice(0, nth + 1).join(mark)}${by}${pieces.slice(nth + 1).join(mark)}`;
};

for (const [name, text] of Object.entries({ CREDENTIALS_2015, PROSE_2014 })) {
  const whole = told(letterOf(text));

  test(`${name}, undamaged`, () => {
    const letter = letterOf(text);
    assert.deepEqual(
      letter.issues.map(({ item }) => valueOf(item)),
      ['First bath, large', 'second bath', 'Third bath'],
    );
    assert.equal(letter.format, name.toLowerCase().replace('_', '-'));
  });

  for (const [kind, damage] of Object.entries(DAMAGES)) {
    describe(`${name}, ${kind}`, () => {
      for (const mark of MARKS.filter((each) => text.includes(each))) {
        test(mark, () => {
          for (let nth = 0; nth < text.split(mark).length - 1; nth++) {
            assert.deepEqual(told(letterOf(replaced(text, mark, nth, damage(mark)))), whole);
          }
        });
      }

      test('all marks at once', () => {
        const damaged = MARKS.reduce((before, mark) => before.replaceAll(mark, damage(mark)), text);
        assert.deepEqual(told(letterOf(damaged)), whole);
      });
    });
  }

  describe(`${name}, glued to the text before it`, () => {
    for (const mark of MARKS.slice(1).filter((each) => text.includes(each))) {
      test(mark, () => {
        for (let nth = 0; nth < text.split(mark).length - 1; nth++) {
          // A heading and a label stand together on one line only where the form has nothing between them.
          const before = text
            .split(mark)
            .slice(0, nth + 1)
            .join(mark);
          if (/:\n$/.test(before)) continue;
          const glued = replaced(text, `\n${mark}`, nth, ` ${mark}`);
          assert.deepEqual(told(letterOf(glued)), whole, `${nth}`);
        }
      });
    }
  });
}
