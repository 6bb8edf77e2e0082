import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MARK_ROWS, type MarkRow } from '../../../server/src/facts/formats/index.ts';
import { type FoundMark, SHORTEST_HEAD } from '../../../server/src/letter/marks.ts';
import type { Damage } from '../../../server/src/letter/model.ts';
import { findMarks } from '../../../server/src/letter/skeleton.ts';
import { splitLines } from '../../../server/src/text/lines.ts';

const found = (text: string): readonly FoundMark[] => findMarks(splitLines(text));

const HEADINGS = MARK_ROWS.filter(({ kind }) => kind === 'heading');
const LABELS = MARK_ROWS.filter(({ kind }) => kind === 'label');
const ALL = [...HEADINGS, ...LABELS];
const VALUE = ' What was said';
const isHeading = ({ kind }: MarkRow): boolean => kind === 'heading';
const valueOf = (row: MarkRow): string => (isHeading(row) ? '' : VALUE);
const hasColon = ({ text }: MarkRow): boolean => text.endsWith(':');
const bare = (text: string): string => text.replace(/:$/, '');

/** The damaged forms of a mark, by what was done to it. */
type Damaging = (text: string) => readonly string[];
const places = (text: string): readonly number[] => Array.from(bare(text), (_, place) => place);
const replaced = (text: string, place: number, by: string): string => text.slice(0, place) + by + text.slice(place + 1);

const oneReplaced: Damaging = (text) => places(text).map((place) => replaced(text, place, '~'));
const twoReplaced: Damaging = (text) =>
  places(text).map((place) => replaced(replaced(text, place, '~'), (place + 7) % bare(text).length, '~'));
const dropped: Damaging = (text) => places(text).map((place) => replaced(text, place, ''));
const added: Damaging = (text) =>
  [...places(text), ...(text.endsWith(':') ? [bare(text).length] : [])].map(
    (place) => `${text.slice(0, place)}~${text.slice(place)}`,
  );
const swapped: Damaging = (text) =>
  places(text)
    .slice(1)
    .filter((place) => text[place] !== text[place - 1] && !text.slice(place - 1, place + 1).includes(' '))
    .map((place) => replaced(replaced(text, place, text[place - 1] ?? ''), place - 1, text[place] ?? ''));

/** Are two rows printed alike but for case? Then damage cannot tell them apart, and need not: they open the same section. */
const alike = (a: MarkRow, b: MarkRow): boolean => a.text.toLowerCase() === b.text.toLowerCase();

const finds = (row: MarkRow, text: string, printed: string, damage: readonly Damage[]): void => {
  const marks = found(text);
  assert.equal(marks.length, 1, `marks in ${JSON.stringify(text)}`);
  const [mark] = marks;
  assert.ok(mark && alike(mark.row, row), `${mark?.row.id} in ${JSON.stringify(text)}`);
  assert.equal(mark.row.section, row.section);
  assert.equal(text.slice(mark.mark.span.start, mark.mark.span.end), printed);
  assert.deepEqual(mark.mark.damage, damage, JSON.stringify(text));
  if (!isHeading(row)) assert.equal(text.slice(mark.valueStart).split('\n')[0]?.trim(), VALUE.trim());
};

const inLetter = (printed: string, row: MarkRow): string =>
  `Some words before.\n${printed}${valueOf(row)}\nSome after.`;

const tryAll = (what: string, rows: readonly MarkRow[], damaging: Damaging, damage: readonly Damage[]): void => {
  describe(what, () => {
    for (const row of rows) {
      test(row.text, () => {
        for (const printed of damaging(row.text)) finds(row, inLetter(printed, row), printed, damage);
      });
    }
  });
};

describe('a damaged mark opens its part and tells its damage', () => {
  tryAll('one character replaced', ALL, oneReplaced, ['spelling']);
  tryAll('two characters replaced', ALL, twoReplaced, ['spelling']);
  tryAll('a character lost', ALL, dropped, ['spelling']);
  tryAll('a character added', ALL, added, ['spelling']);
  tryAll('two characters swapped', ALL, swapped, ['spelling']);
  tryAll('the colon lost', LABELS.filter(hasColon), (text) => [bare(text)], ['colon']);
  tryAll('the colon of a heading lost', HEADINGS.filter(hasColon), (text) => [bare(text)], ['colon']);
  tryAll('another character for the colon', LABELS.filter(hasColon), (text) => [`${bare(text)}i`], [
    'spelling',
    'colon',
  ]);
  tryAll('the colon doubled', ALL.filter(hasColon), (text) => [`${text}:`, `${text}::`], ['colon']);
  tryAll('a semicolon for the colon', ALL.filter(hasColon), (text) => [`${bare(text)};`], ['colon']);
  tryAll('a blank before the colon', LABELS.filter(hasColon), (text) => [`${bare(text)} :`], ['spacing']);
  tryAll(
    'blanks between words',
    ALL,
    (text) => [text.replaceAll(' ', '  '), text.replace(' ', '\t ')].filter((printed) => printed !== text),
    ['spacing'],
  );
  tryAll(
    'lower case',
    ALL.filter(({ text }) => !MARK_ROWS.some((row) => row.text === text.toLowerCase())),
    (text) => [text.toLowerCase()],
    ['case'],
  );
  tryAll(
    'capitals',
    ALL.filter(({ text }) => !MARK_ROWS.some((row) => row.text === text.toUpperCase())),
    (text) => [text.toUpperCase()],
    ['case'],
  );
});

describe('a mark divided over two lines', () => {
  const blanks = (text: string): readonly number[] =>
    Array.from(text.matchAll(/ /g), ({ index }) => index).filter((index) => index >= 3);

  for (const row of ALL.filter(({ wraps }) => !wraps)) {
    test(row.text, () => {
      for (const blank of blanks(row.text)) {
        // A first line that is a heading of its own opens the same section.
        if (MARK_ROWS.some(({ text }) => text === row.text.slice(0, blank))) continue;
        for (const gap of ['\n', ' \n\n', '\n   ', '\r\n']) {
          const printed = row.text.slice(0, blank) + gap + row.text.slice(blank + 1);
          finds(row, inLetter(printed, row), printed, ['split']);
        }
      }
    });
  }
});

describe('a mark glued to the text before it', () => {
  const ids = [
    'claims-administrator-guideline',
    'maximus-guideline',
    'decision-rationale',
    'licensed-states',
    'specialties',
  ];
  const headings = ['method', 'credentials', 'summary', 'issues', 'qualifications', 'documents-for-determination'];

  for (const row of MARK_ROWS.filter(({ id }) => [...ids, ...headings].includes(id))) {
    for (const before of ['It ends. ', 'It ends.', 'An item: Upheld ']) {
      test(`${before}${row.text}`, () => {
        const text = `${before}${row.text}${valueOf(row)}\nSome after.`;
        finds(row, text, row.text, ['glued']);
      });
    }
  }

  for (const row of HEADINGS.filter(({ wraps }) => wraps)) {
    test(`broken by the form itself: ${row.text}`, () => {
      for (const { index } of row.text.matchAll(/ /g)) {
        if (index < SHORTEST_HEAD) continue;
        for (const gap of ['\n', ' \n\n', '\r\n']) {
          const printed = row.text.slice(0, index) + gap + row.text.slice(index + 1);
          finds(row, `It ends. ${printed}\nSome after.`, printed, ['glued']);
        }
      }
    });
  }

  test('in the middle of a sentence is prose', () => {
    assert.deepEqual(found('the words Decision rationale: were missing, and the MAXIMUS guideline: too.'), []);
  });
});

describe('a heading in capitals with the text below it on its line', () => {
  for (const [id, text] of [
    ['summary', 'CLINICAL CASE SUMMARY The patient fell.'],
    ['issues', 'IMR ISSUES, DECISIONS AND RATIONALES The Final Determination was based on decisions'],
    ['documents-for-determination-capitals', 'DOCUMENTS REVIEWED FOR DETERMINATION: - Notes of the visit'],
  ] as const) {
    test(text, () => {
      const [mark, another] = found(`before\n${text}\nafter`);
      assert.equal(another, undefined);
      assert.equal(mark?.row.id, id);
      assert.ok(text.endsWith(`before\n${text}`.slice(mark.valueStart)));
    });
  }
});

describe('damage of two kinds is told twice', () => {
  for (const [printed, damage] of [
    ['CLINCAL CASE SUMMARY', ['spelling']],
    ['Clinical Case Summary:', ['case']],
    ['CLINICAL CASE\nSUMARY', ['spelling', 'split']],
    ['Clinical  case summary', ['spacing', 'case']],
    ['DECISION RATIONALE::', ['case', 'colon']],
    ['Decision\nratoinale:', ['spelling', 'split']],
  ] as const) {
    test(JSON.stringify(printed), () => {
      assert.deepEqual(
        found(`before\n${printed}\nafter`).map(({ mark }) => mark.damage),
        [damage],
      );
    });
  }
});

describe('what is no mark', () => {
  for (const line of [
    'The clinical case summary was read with care.',
    'Clinical case summary and records were sent.',
    'In the MAXIMUS guideline nothing is said of it.',
    'MAXIMUS guidelines say nothing of it.',
    'Claims administrators use guidelines of their own.',
    'The claims administrator guideline was another: it spoke of the neck.',
    'The decision rationale was not given.',
    'Decision rationales were not given.',
    'Documents reviewed by the physician were few.',
    'The documents reviewed',
    'How the decision was made is unknown.',
    'The expert reviewer has the following opinion:',
    'State of licensure is unknown.',
    'Case summaries:',
    'No case summary',
    'Disclaimer: the patient was told.',
    'A case number was given.',
    'IMR ISSUES',
    'DECISIONS AND RATIONALES',
    'CLINICAL SUMMARY',
    'CASE',
    'SUMMARY',
  ]) {
    test(line, () => {
      assert.deepEqual(
        found(`Some words before.\n${line}\nSome after.`).map(({ row }) => row.id),
        [],
      );
    });
  }

  test('three damaged characters', () => {
    assert.deepEqual(found('CLINXXXL CASE SUMMARY\nDecXXXon rationale: none'), []);
  });

  test('three damaged characters of a short heading', () => {
    assert.deepEqual(found('Cass Sumnory:'), []);
  });
});
