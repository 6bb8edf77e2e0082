import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatParagraphs } from '../../../server/src/format/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { replaced } from '../../../server/src/text/pieces.ts';
import { formatted } from './build.ts';

const SUMMARY = `The worker hurt the left knee on a ladder in May 2014 and has
had twelve visits of therapy. An anti-inflammatory gave relief.
The knee swells in the evening, and stairs are difficult for the
worker, who asks for a brace. The antiinflammatory was stopped.`;

const ISSUE = `Knee brace, left: Upheld
Claims Administrator guideline: Decision based on Knee Complaints.
MAXIMUS guideline: Decision based on MTUS Knee Complaints.
Decision rationale: The knee is stable, so a brace is not needed.
The request is not medically necessary.`;

const letterWith = (summary: string): string =>
  `CLINICAL CASE SUMMARY\n${summary}\n\nIMR ISSUES, DECISIONS AND RATIONALES\n\n${ISSUE}\n`;

/** What stands between the heading of the summary and the next one. */
const summaryOf = (text: string): string =>
  text.slice(text.indexOf('SUMMARY') + 'SUMMARY'.length, text.indexOf('IMR ISSUES')).trim();

const doubleSpaced = (text: string): string => text.split('\n').join('\n\n');

describe('one paragraph a line', () => {
  test('lines of a paragraph become one, blocks stand apart by one empty line', () => {
    assert.equal(
      formatted(`\n\n${letterWith(SUMMARY)}\n\n\n`, 0),
      [
        'CLINICAL CASE SUMMARY',
        SUMMARY.replaceAll('\n', ' '),
        'IMR ISSUES, DECISIONS AND RATIONALES',
        ...ISSUE.replace('needed.\n', 'needed. ').split('\n'),
      ].join('\n\n') + '\n',
    );
  });

  test('many empty lines become one, and blanks within a line too', () => {
    const text = letterWith(`The worker   fell.\n\n\n\n  It was\t\training.`);
    assert.equal(summaryOf(formatted(text, 0)), 'The worker fell.\n\nIt was raining.');
  });

  test('double spacing collapses', () => {
    assert.equal(summaryOf(formatted(doubleSpaced(letterWith(SUMMARY)), 0)), SUMMARY.replaceAll('\n', ' '));
  });

  test('lists keep their lines', () => {
    const list = 'Diagnoses:\n1. Sprain of the knee.\n2. Strain of the back.';
    assert.equal(summaryOf(formatted(letterWith(list), 0)), list);
  });
});

describe('pages', () => {
  const paged = (between: string): string =>
    `Case Number: CM14-0012345\n${letterWith(SUMMARY.replace('in May', `in${between}May`))}`;

  test('a form feed within a paragraph is put aside', () => {
    const text = formatted(paged('\n\f'), 0);
    assert.ok(!text.includes('\f'));
    assert.equal(summaryOf(text), SUMMARY.replaceAll('\n', ' '));
  });

  test('a footer with its empty lines is put aside, and the sentence goes on', () => {
    const footer = '\n\nFinal Determination Letter for IMR Case Number CM14-0012345  3\n\n\f';
    const text = formatted(paged(footer), 0);
    assert.ok(!text.includes('Final Determination Letter for'));
    assert.equal(summaryOf(text), SUMMARY.replaceAll('\n', ' '));
  });
});

describe('words divided at a line end', () => {
  test('are joined where the letter writes them whole elsewhere', () => {
    const text = letterWith('The lumbar pain is worse. Then the lum-\nbar spine was seen.');
    assert.equal(summaryOf(formatted(text, 0)), 'The lumbar pain is worse. Then the lumbar spine was seen.');
  });

  test('keep their hyphen where nothing speaks against it', () => {
    const text = letterWith('The worker saw a well-\nknown doctor.');
    assert.equal(summaryOf(formatted(text, 0)), 'The worker saw a well-known doctor.');
  });
});

describe('a width', () => {
  for (const width of [40, 72, 100]) {
    test(`of ${width}: no line is longer, none could have taken another word`, () => {
      const summary = summaryOf(formatted(letterWith(SUMMARY), width));
      assert.equal(summary.replaceAll('\n', ' '), SUMMARY.replaceAll('\n', ' '));
      const lines = summary.split('\n');
      lines.forEach((line, i) => {
        assert.ok(line.length <= width, line);
        const next = lines[i + 1]?.split(' ')[0];
        assert.ok(next === undefined || line.length + 1 + next.length > width, line);
      });
    });
  }

  test('does not break a word that is longer', () => {
    const word = 'x'.repeat(50);
    assert.equal(summaryOf(formatted(letterWith(`See ${word} and more.`), 40)), `See\n${word}\nand more.`);
  });
});

describe('line ends', () => {
  for (const [name, ending] of [
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    test(`${name} are kept`, () => {
      const text = letterWith(SUMMARY);
      assert.equal(formatted(text.replaceAll('\n', ending), 60), formatted(text, 60).replaceAll('\n', ending));
    });
  }

  test('a text that ends without one stays so', () => {
    assert.ok(formatted(letterWith(SUMMARY).trimEnd(), 0).endsWith('necessary.'));
  });

  test('between two letters stands an empty line', () => {
    const one = `Case Number: CM14-0012345 Date Assigned: 07/01/2014\n${letterWith(SUMMARY)}`;
    const two = formatted(`${one}\f${one}`, 0);
    assert.equal(parse(two).length, 2);
    assert.ok(two.includes('necessary.\n\nCase Number'));
  });
});

test('a text that is no letter keeps its words', () => {
  assert.equal(formatted('', 0), '');
  assert.equal(formatted('\n \n', 0).trim(), '');
  assert.equal(formatted('one  two\n\n\nthree\n', 0), 'one two\n\nthree\n');
});

describe('a range', () => {
  const text = letterWith(`${SUMMARY}\n\n${SUMMARY}`);
  const rangeFormatted = (start: number, end: number): string => {
    const [placed] = parse(text);
    assert.ok(placed);
    return replaced(text, formatParagraphs(placed.letter, { width: 0, followed: false }, { start, end }));
  };

  test('formats the whole of each paragraph that it touches, and no other', () => {
    const at = text.lastIndexOf('swells');
    assert.equal(summaryOf(rangeFormatted(at, at)), `${SUMMARY}\n\n${SUMMARY.replaceAll('\n', ' ')}`);
    assert.equal(
      summaryOf(rangeFormatted(text.indexOf('swells'), at)),
      `${SUMMARY.replaceAll('\n', ' ')}\n\n${SUMMARY.replaceAll('\n', ' ')}`,
    );
  });

  test('of the whole letter leaves nothing to do', () => {
    assert.equal(rangeFormatted(0, text.length), formatted(text, 0));
  });

  test('between paragraphs changes nothing', () => {
    const at = text.indexOf('\n\n') + 1;
    assert.equal(rangeFormatted(at, at), text);
  });
});
