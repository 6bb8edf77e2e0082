import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { codesOf, fixed, onlyLetter, problemsIn } from './fixing.ts';
import { type Block, changed, LETTER_2014, LETTER_2015, STYLES, type Style, textOf, without } from './letters.ts';

/** One thing done to a sound letter: what is reported then, and what brings the letter back. */
interface Damage {
  readonly name: string;
  readonly of: readonly Block[];
  readonly damaged: readonly Block[];
  readonly codes: readonly string[];
  /** What is marked. */
  readonly marked: string;
  /** What a person types into the fix of the first problem; after that the letter is as it was. */
  readonly typed: readonly string[];
}

const STATES = 'State(s) of Licensure: Nevada, Oregon';
const SPECIALTY = 'Certification(s)/Specialty: Family Practice';

const DAMAGES: readonly Damage[] = [
  {
    name: 'no licence line',
    of: LETTER_2015,
    damaged: changed(LETTER_2015, 'credentials', STATES, ''),
    codes: ['missing.reviewer-licence'],
    marked: 'Certification(s)/Specialty:',
    typed: ['Nevada, Oregon'],
  },
  {
    name: 'an empty licence line',
    of: LETTER_2015,
    damaged: changed(LETTER_2015, 'credentials', ' Nevada, Oregon', ''),
    codes: ['missing.reviewer-licence'],
    marked: 'State(s) of Licensure:',
    typed: ['Nevada, Oregon'],
  },
  {
    name: 'no specialty line',
    of: LETTER_2015,
    damaged: changed(LETTER_2015, 'credentials', SPECIALTY, ''),
    codes: ['missing.reviewer-specialty'],
    marked: STATES,
    typed: ['Family Practice'],
  },
  {
    name: 'an empty specialty line',
    of: LETTER_2015,
    damaged: changed(LETTER_2015, 'credentials', ' Family Practice', ''),
    codes: ['missing.reviewer-specialty'],
    marked: 'Certification(s)/Specialty:',
    typed: ['Family Practice'],
  },
  {
    name: 'no specialty in the sentence',
    of: LETTER_2014,
    damaged: changed(LETTER_2014, 'method', 'Board Certified in Family Practice and is ', ''),
    codes: ['missing.reviewer-specialty'],
    marked: 'licensed to practice in Nevada',
    typed: ['Family Practice'],
  },
  {
    name: 'no licence in the sentence',
    of: LETTER_2014,
    damaged: changed(LETTER_2014, 'method', ' and is licensed to practice in Nevada', ''),
    codes: ['missing.reviewer-licence'],
    marked: 'Board Certified in Family Practice',
    typed: ['Nevada'],
  },
  {
    name: 'no decision',
    of: LETTER_2015,
    damaged: changed(LETTER_2015, 'title-2', ' Upheld', ''),
    codes: ['missing.decision'],
    marked: 'Gym membership for a year:',
    typed: ['Upheld'],
  },
  {
    name: 'neither decision nor colon',
    of: LETTER_2015,
    damaged: changed(LETTER_2015, 'title-1', ': Overturned', ''),
    codes: ['missing.decision'],
    marked: 'Paraffin bath for home use',
    typed: ['Overturned'],
  },
  {
    name: 'no item',
    of: LETTER_2015,
    damaged: changed(LETTER_2015, 'title-2', 'Gym membership for a year', ''),
    codes: ['missing.item'],
    marked: ': Upheld',
    typed: ['Gym membership for a year'],
  },
  {
    name: 'no line with item and decision',
    of: LETTER_2015,
    damaged: without(LETTER_2015, 'title-2'),
    codes: ['missing.decision', 'missing.item'],
    marked: 'Claims Administrator guideline:',
    typed: ['Gym membership for a year', 'Upheld'],
  },
  ...(['claims', 'maximus', 'rationale'] as const).flatMap((part) => partDamages(part)),
];

function partDamages(part: 'claims' | 'maximus' | 'rationale'): readonly Damage[] {
  const code = part === 'rationale' ? 'missing.rationale' : `missing.${part}-guideline`;
  return [1, 2].flatMap((issue) => {
    const id = `${part}-${issue}`;
    const line = LETTER_2015.find((block) => block.id === id)?.lines[0] ?? '';
    const [label = '', value = ''] = line.split(/(?<=:) (.*)/);
    const before = LETTER_2015[LETTER_2015.findIndex((block) => block.id === id) - 1]?.lines[0] ?? '';
    const shared = { of: LETTER_2015, codes: [code], typed: [value] };
    return [
      { ...shared, name: `no ${label} in issue ${issue}`, damaged: without(LETTER_2015, id), marked: before },
      {
        ...shared,
        name: `nothing after ${label} in issue ${issue}`,
        damaged: changed(LETTER_2015, id, ` ${value}`, ''),
        marked: label,
      },
    ];
  });
}

const SETTINGS = (Object.keys(STYLES) as Style[]).flatMap((style) =>
  (['\n', '\r\n'] as const).map((lineBreak) => ({
    style,
    lineBreak,
    name: `${style}, ${lineBreak === '\n' ? 'LF' : 'CRLF'}`,
  })),
);

describe('missing parts', () => {
  for (const { style, lineBreak, name } of SETTINGS) {
    for (const letter of [LETTER_2014, LETTER_2015]) {
      test(`a sound letter has no problem (${name})`, () => {
        assert.deepEqual(problemsIn(textOf(letter, style, lineBreak)), []);
      });
    }
    for (const damage of DAMAGES) {
      test(`${damage.name} (${name})`, () => {
        const text = textOf(damage.damaged, style, lineBreak);
        const problems = problemsIn(text);
        assert.deepEqual(codesOf(problems), damage.codes);
        const [problem] = problems;
        assert.ok(problem);
        assert.equal(text.slice(problem.span.start, problem.span.end), damage.marked);
        const target = problems.at(-1);
        assert.ok(target);
        assert.equal(
          fixed(text, target, damage.typed),
          textOf(damage.of, style, lineBreak),
          'the fix brings the letter back',
        );
      });
    }
  }
});

describe('missing sections', () => {
  for (const { style, lineBreak, name } of SETTINGS) {
    /** No part is missing; that a sentence of the form is, has a fix of its own. */
    const gone = (text: string): void =>
      assert.deepEqual(
        problemsIn(text).filter(({ code }) => code !== 'boilerplate.incomplete'),
        [],
      );

    test(`no summary (${name})`, () => {
      const text = textOf(without(LETTER_2015, 'summary-heading', 'summary-introduction', 'summary'), style, lineBreak);
      const [problem, ...more] = problemsIn(text);
      assert.ok(problem);
      assert.deepEqual(codesOf([problem, ...more]), ['missing.summary']);
      assert.equal(text.slice(problem.span.start, problem.span.end), SPECIALTY);
      gone(fixed(text, problem, ['The worker is a baker.']));
    });

    test(`an empty summary (${name})`, () => {
      const text = textOf(without(LETTER_2015, 'summary'), style, lineBreak);
      const [problem, ...more] = problemsIn(text);
      assert.ok(problem);
      assert.deepEqual(codesOf([problem, ...more]), ['missing.summary']);
      assert.equal(text.slice(problem.span.start, problem.span.end), 'CLINICAL CASE SUMMARY');
      const summary = LETTER_2015.find(({ id }) => id === 'summary')?.lines ?? [];
      const typed = summary.join(STYLES[style].line.replaceAll('\n', lineBreak));
      assert.equal(fixed(text, problem, [typed]), textOf(LETTER_2015, style, lineBreak));
    });

    test(`no issues, with and without their heading (${name})`, () => {
      const ids = LETTER_2015.map(({ id }) => id).filter((id) => /-\d$/.test(id));
      for (const removed of [ids, [...ids, 'issues-introduction'], [...ids, 'issues-introduction', 'issues-heading']]) {
        const text = textOf(without(LETTER_2015, ...removed), style, lineBreak);
        const [problem, ...more] = problemsIn(text);
        assert.ok(problem);
        assert.deepEqual(codesOf([problem, ...more]), ['missing.issues']);
        gone(fixed(text, problem, ['Cane', 'Upheld', 'None.', 'None.', 'No.']));
      }
    });

    for (const [form, letter] of Object.entries({ 2014: LETTER_2014, 2015: LETTER_2015 })) {
      test(`an excerpt that begins at the summary, in the form of ${form} (${name})`, () => {
        const text = textOf(without(letter, 'method-heading', 'method', 'credentials'), style, lineBreak);
        const [problem, second] = problemsIn(text);
        assert.ok(problem && second);
        assert.deepEqual(codesOf([problem, second]), ['missing.reviewer-licence', 'missing.reviewer-specialty']);
        assert.equal(text.slice(problem.span.start, problem.span.end), 'CLINICAL CASE SUMMARY');
        gone(fixed(text, second, ['Family Practice', 'Nevada']));
      });
    }

    test(`no qualifications at all (${name})`, () => {
      const text = textOf(without(LETTER_2015, 'credentials'), style, lineBreak);
      const problems = problemsIn(text);
      assert.ok(codesOf(problems).includes('missing.reviewer-specialty'));
      const specialty = problems.find(({ code }) => code === 'missing.reviewer-specialty');
      assert.ok(specialty);
      const prose = onlyLetter(text).format === 'prose-2014';
      const once = fixed(text, specialty, prose ? ['Family Practice', 'Nevada'] : ['Family Practice']);
      const [licence, ...more] = problemsIn(once);
      assert.deepEqual(more, []);
      if (licence) gone(fixed(once, licence, ['Nevada']));
    });
  }
});

describe('a part that has lost only its label', () => {
  for (const style of ['spaced', 'double'] as const) {
    for (const [id, label] of [
      ['rationale-1', 'Decision rationale: '],
      ['maximus-2', 'MAXIMUS guideline: '],
    ] as const) {
      test(`${label} (${style})`, () => {
        const text = textOf(changed(LETTER_2015, id, label, ''), style);
        const [problem, ...more] = problemsIn(text);
        assert.ok(problem);
        assert.deepEqual(more, []);
        assert.equal(fixed(text, problem, ['']), textOf(LETTER_2015, style), 'the label goes before its paragraph');
      });
    }
  }
});

describe('the list of documents', () => {
  const sample = (name: string): string =>
    readFileSync(new URL(`../../../samples/${name}.imr.txt`, import.meta.url), 'utf8');
  const found = (text: string): readonly string[] =>
    codesOf(problemsIn(text)).filter((code) => code === 'missing.documents');
  const FORMS = [
    ['professional-review-2013', /DOCUMENTS REVIEWED FOR DETERMINATION:[\s\S]*?(?=MEDICAL TREATMENT)/],
    ['decision-2013', /DOCUMENTS REVIEWED[\s\S]*?(?=CLINICAL CASE SUMMARY)/],
  ] as const;
  for (const [name, list] of FORMS) {
    test(`is missed in ${name}`, () => {
      assert.deepEqual(found(sample(name)), []);
      assert.deepEqual(found(sample(name).replace(list, '')), ['missing.documents']);
    });
  }

  test('is not missed in the forms that are posted without it', () => {
    for (const name of ['credentials-2015', 'cover-page']) assert.deepEqual(found(sample(name)), []);
  });
});
