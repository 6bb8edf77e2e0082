import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PRINTED, READ, SHAPES } from './case-table.ts';
import { at, letterOf, letterText, valuesOf } from './write.ts';

const INTRODUCTION = `The following relevant documents received from the interested parties and the documents provided
with the application were reviewed and considered. These documents included:`;

const documentsOf = (list: string): readonly string[] | null => {
  const { documents } = letterOf(letterText({ credentials: `DOCUMENTS REVIEWED\n\n${list}\n` }, '\n\n'));
  return documents && valuesOf(documents.items);
};

describe('the documents reviewed', () => {
  for (const [what, list, items] of [
    ['one a line', 'Application\nRecords of the provider', ['Application', 'Records of the provider']],
    ['bullets', '• Application\n• Records', ['Application', 'Records']],
    ['dashes', '- Application\n- Records', ['Application', 'Records']],
    ['boxes', '[X] Application\n[X] Records', ['Application', 'Records']],
    ['boxes drawn', '☒ Application\n☐ Records', ['Application', 'Records']],
    ['numbers', '1. Application\n2. Records', ['Application', 'Records']],
    ['bullets of the fonts of Word', '\uf0b7 Application\n\uf0a7 Records', ['Application', 'Records']],
    ['letters', 'a) Application\nb) Records of\nthe provider', ['Application', 'Records of the provider']],
    ['letters o', 'o Application\no Records', ['Application', 'Records']],
    [
      'a bullet over two lines',
      '• Application\n• Records of the\n  provider, 2015\n• Letter',
      ['Application', 'Records of the provider, 2015', 'Letter'],
    ],
    [
      'a line that goes on',
      'Application\nRecords from A and\nthe hospital\nLetter',
      ['Application', 'Records from A and the hospital', 'Letter'],
    ],
    [
      'a line that goes on behind a comma, where no other line ends in one',
      'Application\nDetermination\nRecords of A, B,\nThe Provider',
      ['Application', 'Determination', 'Records of A, B, The Provider'],
    ],
    ['items that end in commas', 'Application,\nRecords,\nLetter', ['Application,', 'Records,', 'Letter']],
    ['a range over two lines', '• Records, 1/6/15\n- 7/28/15\n• Letter', ['Records, 1/6/15 - 7/28/15', 'Letter']],
    ['behind the introduction', `${INTRODUCTION}\n\n• Application\n• Records`, ['Application', 'Records']],
    ['behind the introduction, one a line', `${INTRODUCTION}\nApplication\nRecords`, ['Application', 'Records']],
    [
      'by date ranges',
      'Records of A, 3/2/15 - 9/9/15\nRecords of B, 1/2/15 - 2/2/15',
      ['Records of A, 3/2/15 - 9/9/15', 'Records of B, 1/2/15 - 2/2/15'],
    ],
    [
      'over a page break',
      '• Application\n2\n\f• Records of\n3\n\fthe provider',
      ['Application', 'Records of the provider'],
    ],
    ['double spaced', '• Application \n\n• Records ', ['Application', 'Records']],
    ['nothing', '', []],
    ['the introduction alone', INTRODUCTION, []],
  ] as const) {
    test(what, () => {
      assert.deepEqual(documentsOf(list), items);
    });
  }

  test('end above a case table, of which the fields are read then, in each of its shapes', () => {
    for (const [shape, table] of Object.entries(SHAPES)) {
      const cover = 'Independent Medical Review Final Determination Letter\n\nDated: 1/2/2017\n\nDEAR ,\n\nSincerely,';
      const list = `DOCUMENTS REVIEWED\n\n${INTRODUCTION}\n\n• Application\n• Records of\n  the provider`;
      const letter = letterOf(letterText({ header: `${cover}\n\n${list}\n\n${table(PRINTED)}` }));
      assert.deepEqual(valuesOf(letter.documents?.items), ['Application', 'Records of the provider'], shape);
      const fields = Object.entries(letter.header?.fields ?? {}).map(([id, { value }]) => [id, value]);
      assert.deepEqual(Object.fromEntries(fields), READ, shape);
    }
  });

  test('a letter without the section has none', () => {
    assert.equal(letterOf(letterText()).documents, null);
  });

  test('stand at their places', () => {
    const letter = letterOf(
      letterText({ credentials: 'DOCUMENTS REVIEWED\n\n• Application\n• Records of\n  the provider' }, '\n\n'),
    );
    assert.deepEqual(
      letter.documents?.items.map(({ span }) => at(letter, span)),
      ['Application', 'Records of\n  the provider'],
    );
  });
});
