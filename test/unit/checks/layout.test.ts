import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fixesFor, type Problem } from '../../../server/src/checks/index.ts';
import { onlyLetter } from './fixing.ts';
import { type Block, changed, LETTER_2015, STYLES, type Style, textOf } from './letters.ts';
import { edited, mends, SETTINGS, saidOf, silentOn } from './mending.ts';

const summary = (clean: string, damaged: string, rest: object = {}) => ({ block: 'summary', clean, damaged, ...rest });

/** The only problem of the category, and the text after its first fix. */
const mended = (text: string, code: string): { readonly problem: Problem; readonly after: string } => {
  const [problem, ...more] = saidOf(text, 'layout');
  assert.ok(problem, 'reported');
  assert.deepEqual(
    [problem, ...more].map((each) => each.code),
    [code],
  );
  assert.match(problem.message, /^[“A-Z][^\n]*\.$/);
  const [fix] = fixesFor(problem, onlyLetter(text));
  assert.ok(fix);
  const after = edited(text, fix.edits);
  assert.deepEqual(saidOf(after, 'layout'), [], 'one application is enough');
  return { problem, after };
};

const inEachSetting = (name: string, body: (style: Style, lineBreak: '\n' | '\r\n') => void): void => {
  for (const [style, lineBreak] of SETTINGS)
    test(`${name} (${style}, ${JSON.stringify(lineBreak)})`, () => body(style, lineBreak));
};

describe('words divided at a line end', () => {
  inEachSetting('the rest of the word comes up', (style, lineBreak) => {
    const clean = textOf(LETTER_2015, style, lineBreak);
    const line = STYLES[style].line.replaceAll('\n', lineBreak);
    const damaged = clean.replace(
      `has had nine${line}visits of therapy.`,
      `has had nine vis-${line.replace(/^ /, '')}its of therapy.`,
    );
    assert.notEqual(damaged, clean);
    const { after } = mended(damaged, 'layout.divided-word');
    assert.equal(after, clean.replace(`nine${line}visits of`, `nine visits${line}of`));
  });

  test('over a page break and a page number', () => {
    const clean = textOf(LETTER_2015);
    const damaged = clean.replace('has had nine\nvisits of', 'has had nine phy-\n\fPage 2 of 3\nsician visits of');
    const { after } = mended(damaged, 'layout.divided-word');
    assert.equal(after, clean.replace('nine\nvisits of', 'nine physician\n\fPage 2 of 3\nvisits of'));
  });

  test('with the mark behind it, and nothing left on its line', () => {
    const clean = textOf(LETTER_2015);
    const damaged = clean.replace('in the morning. He', 'in the mor-\nning. He');
    assert.equal(mended(damaged, 'layout.divided-word').after, clean.replace('morning. He', 'morning.\nHe'));
  });

  mends('layout.divided-word', [
    summary('therapy', 'ther- apy', { says: /“therapy”/ }),
    summary('paraffin', 'paraf- fin', { says: /the letter prints|a word of English/ }),
  ]);
  silentOn('layout', [
    ['summary', 'stiff in the', 'stiff in the follow-\nup and long-\nterm anti-\ninflammatory'],
    ['summary', 'stiff in', 'short- and long-term, pre- or post-operative, two- to three-week stiff in'],
    ['summary', 'stiff in', 'C5- 6 and L4- L5, 2-3- 2015, x-\nray in'],
    ['rationale-1', 'Heat', 'See https://example.org/a-\nb/nurs-\ning and heat'],
  ]);
});

describe('lost hyphens', () => {
  mends('layout.lost-hyphen', [
    summary('stiff in the morning.', 'right-sided and rightsided.', { mended: 'right-sided and right-sided.' }),
    summary('stiff in the morning.', 'anti-inflammatory, antiinflammatory.', {
      mended: 'anti-inflammatory, anti-inflammatory.',
    }),
  ]);
  silentOn('layout', [
    ['summary', 'stiff in', 'non-steroidal, nonsteroidal, post-surgical, postsurgical in'],
    ['summary', 'stiff in', 'work-up and workup, check-up and checkup in'],
  ]);
});

describe('headings and labels', () => {
  inEachSetting('divided over two lines', (style, lineBreak) => {
    const clean = textOf(LETTER_2015, style, lineBreak);
    const line = STYLES[style].line.replaceAll('\n', lineBreak);
    for (const [label, damaged] of [
      ['IMR ISSUES, DECISIONS AND RATIONALES', `IMR ISSUES, DECISIONS${line}AND RATIONALES`],
      ['Claims Administrator guideline:', `Claims Administrator${line}guideline:`],
    ] as const)
      assert.equal(mended(clean.replace(label, damaged), 'layout.label-split').after, clean);
  });

  inEachSetting('glued to the text before them', (style, lineBreak) => {
    const clean = textOf(LETTER_2015, style, lineBreak);
    const block = STYLES[style].block.replaceAll('\n', lineBreak);
    for (const label of ['Decision rationale: Heat', 'MAXIMUS guideline: Decision based on MTUS Knee'])
      assert.equal(mended(clean.replace(block + label, ` ${label}`), 'layout.label-glued').after, clean);
  });

  test('of two lines, glued to the text before them', () => {
    const clean = readFileSync(new URL('../../../samples/professional-review-2013.imr.txt', import.meta.url), 'utf8');
    const headings = ['RATIONALE FOR WHY THE REQUESTED', 'MEDICAL TREATMENT GUIDELINE(S) RELIED UPON'];
    for (const heading of headings) {
      const damaged = clean.replace(new RegExp(`\\s+(?=${heading.replace(/[()]/g, '\\$&')})`), ' ');
      assert.equal(mended(damaged, 'layout.label-glued').after, clean);
    }
  });

  inEachSetting('glued to the text behind them', (style, lineBreak) => {
    const clean = textOf(LETTER_2015, style, lineBreak);
    const block = STYLES[style].block.replaceAll('\n', lineBreak);
    const damaged = clean.replace(`CLINICAL CASE SUMMARY${block}`, 'CLINICAL CASE SUMMARY ');
    assert.equal(mended(damaged, 'layout.label-glued').after, clean);
  });

  inEachSetting('an issue glued to the rationale before it', (style, lineBreak) => {
    const clean = textOf(LETTER_2015, style, lineBreak);
    const block = STYLES[style].block.replaceAll('\n', lineBreak);
    const damaged = clean.replace(`medically necessary.${block}Gym`, 'medically necessary. Gym');
    const { problem, after } = mended(damaged, 'layout.title-glued');
    assert.equal(after, clean);
    assert.match(problem.message, /“Gym membership for a year: Upheld”/);
  });

  test('an issue glued to the last line of a long rationale', () => {
    const long = changed(
      LETTER_2015,
      'rationale-1',
      'Heat may',
      'Heat has no known harm where the skin is whole.\nHeat may',
    );
    const clean = textOf(long);
    const damaged = clean.replace('medically necessary.\nGym', 'medically necessary. Gym');
    assert.equal(mended(damaged, 'layout.title-glued').after, clean);
  });

  silentOn('layout', [['rationale-1', 'Heat may', 'The decision rationale: of the other side is not given. Heat may']]);
});

describe('page furniture in the text', () => {
  mends('layout.furniture', [
    summary('stiff in', 'stiff Page 3 of 7 in'),
    summary('stiff in', 'stiff Final Determination Letter for IMR Case Number CM15-0012345  4 in'),
    summary('stiff in', 'stiff Case Number CM15-0012345  4 in'),
  ]);
  inEachSetting('a bare number between two full lines', (style, lineBreak) => {
    const clean = textOf(LETTER_2015, style, lineBreak);
    const line = STYLES[style].line.replaceAll('\n', lineBreak);
    const damaged = clean.replace(`nine${line}visits`, `nine${line}4${line}visits`);
    const { after } = mended(damaged, 'layout.furniture');
    assert.equal(after, clean);
  });
  test('lines at the edge of several pages', () => {
    const clean = textOf(LETTER_2015);
    const page = (number: number): string => `Review of file 77, sheet ${String(number)}\n`;
    const broken = clean.replace('visits of', '\fvisits of').replace('Exercise needs', '\fExercise needs');
    const damaged = clean
      .replace('visits of', `\f${page(2)}visits of`)
      .replace('Decision rationale: Exercise', `Decision rationale: Exercise is good.\n\f${page(3)}Exercise`);
    const problems = saidOf(damaged, 'layout');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['layout.furniture', 'layout.furniture'],
    );
    assert.ok(broken.includes('\f'));
  });
  silentOn('layout', [
    ['summary', 'stiff in', 'stiff (Page 3 of 7), Page 3 of 7 of the report, page 3 of 7 in'],
    ['summary', 'stiff in', 'stiff in 4\n12\nmonths in'],
  ]);
});

describe('text that stands twice', () => {
  const words =
    'He lifts a bag of flour each day and the left hand goes numb at noon while the right one does not and so on'.split(
      ' ',
    );
  const block = Array.from({ length: 6 }, (_, i) => `On day ${String(i + 1)} ${words.slice(i).join(' ')}.`).join('\n');
  const of = changed(LETTER_2015, 'summary', 'The skin', `The skin\n${block}\nThe skin`);

  inEachSetting('the second copy goes', (style, lineBreak) => {
    const clean = textOf(of, style, lineBreak);
    assert.deepEqual(saidOf(clean, 'layout'), []);
    const own = block.replaceAll('\n', lineBreak);
    const damaged = clean.replace(`${own}${lineBreak}`, `${own}${lineBreak}${own}${lineBreak}`);
    const { problem, after } = mended(damaged, 'layout.duplicate-block');
    assert.equal(after, clean);
    assert.equal(problem.related?.length, 1);
  });

  test('wrapped in another way, with other text between', () => {
    const clean = textOf(of);
    const copy = block.replaceAll('\n', ' ');
    const { after } = mended(clean.replace('paraffin and for', `paraffin. ${copy} And for`), 'layout.duplicate-block');
    assert.equal(after, clean.replace('paraffin and for', 'paraffin. And for'));
  });

  test('what two rationales have in common is the reviewer’s own', () => {
    const text = textOf(
      changed(
        changed(LETTER_2015, 'rationale-1', 'Heat', `${block} Heat`),
        'rationale-2',
        'Exercise',
        `${block} Exercise`,
      ),
    );
    assert.deepEqual(saidOf(text, 'layout'), []);
  });
});

describe('sections in another order', () => {
  const from = (first: string, last?: string): readonly Block[] => {
    const at = LETTER_2015.findIndex(({ id }) => id === first);
    const end = last === undefined ? undefined : LETTER_2015.findIndex(({ id }) => id === last);
    return LETTER_2015.slice(at, end);
  };
  const method = from('method-heading', 'credentials');
  const credentials = from('credentials', 'summary-heading');
  const clinical = from('summary-heading', 'issues-heading');
  const issues = from('issues-heading');

  inEachSetting('the section moves back', (style, lineBreak) => {
    const clean = textOf(LETTER_2015, style, lineBreak);
    for (const order of [
      [method, credentials, issues, clinical],
      [method, clinical, credentials, issues],
      [method, clinical, issues, credentials],
    ]) {
      const damaged = textOf(order.flat(), style, lineBreak);
      const { problem, after } = mended(damaged, 'layout.section-order');
      // The letter's last section has the line end of the letter, the others that of a block.
      assert.equal(after.replace(/\s+/g, ' ').trim(), clean.replace(/\s+/g, ' ').trim());
      assert.equal(problem.related?.length, 1);
    }
  });
  test('two sections out of place, or one twice, are no moved page', () => {
    assert.deepEqual(saidOf(textOf([method, issues, clinical, credentials].flat()), 'layout'), []);
  });
});
