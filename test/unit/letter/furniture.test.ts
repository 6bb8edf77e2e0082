import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findFurniture } from '../../../server/src/letter/furniture.ts';
import { splitLines } from '../../../server/src/text/lines.ts';
import { issueText, letterOf, letterText, valueOf } from './write.ts';

const furniture = (text: string): readonly string[] =>
  findFurniture(splitLines(text)).map(({ start, end }) => text.slice(start, end));

describe('page furniture', () => {
  for (const line of [
    'Final Determination Letter for IMR Case Number CM15-0012345  4',
    'Final Determination Letter for IMR Case Number CM15-0012345',
    'Final Determination Letter for IMR Case Number',
    'Page 2 of 5',
    'IMR Case Number CM15-0012345 3',
    'MAXIMUS Case Number: CM15-0012345 Page 3',
    'page 2 of 5',
  ]) {
    test(`anywhere: ${line}`, () => {
      assert.deepEqual(furniture(`a long\n${line}\nline`), [line]);
      assert.deepEqual(furniture(`a long\n   ${line}  \nline`), [line]);
    });
  }

  for (const [what, text, found] of [
    ['a bare number before a page break', 'a long\n4\n\fline', ['4']],
    ['a bare number behind a page break', 'a long\n\f4\nline', ['4']],
    ['a bare number with blank lines up to the page break', 'a long\n\n 12 \n\n\fline', ['12']],
    ['a bare number between blank lines', 'a long\n\n\n12\n\n\nline', ['12']],
    ['a bare number at the end', 'a long line\n\n12\n', ['12']],
    ['a number between dashes', 'a long\n- 4 -\n\fline', ['- 4 -']],
    ['a number of pages', 'a long\n2 of 4\n\fline', ['2 of 4']],
    ['a number with its word', 'a long\nPage 2\n\fline', ['Page 2']],
    ['a rating that is wrapped', 'pain was rated\n2 of 4\nat rest', []],
    ['a page that is wrapped', 'as told on\nPage 2\nof it', []],
    ['a wrapped quantity', 'tablets, number\n60\nwith refills', []],
    ['a quantity in double-spaced text', 'tablets, number \n\n60 \n\nwith refills', []],
    ['a number with words', 'a long\n4 tablets\n\fline', []],
    ['a year', 'in the year\n2015\n\fit was', []],
    ['a sentence that names the letter', 'This is the Final Determination Letter for IMR Case Number CM15-0012345', []],
    ['nothing', '', []],
  ] as const) {
    test(what, () => {
      assert.deepEqual(furniture(text), found);
    });
  }

  test('the case number alone, once it was named', () => {
    const line = 'IMR Case Number: CM15-0012345';
    assert.deepEqual(furniture(`${line}\na\n${line}\n\fb`), [line]);
    assert.deepEqual(furniture(`${line}\na\n`), []);
  });
});

describe('furniture in the middle of things', () => {
  const FOOTER = 'Final Determination Letter for IMR Case Number CM15-0012345  4';
  const BREAKS: Readonly<Record<string, string>> = {
    'a footer': `\n${FOOTER}\n\f`,
    'a footer between blank lines': `\n\n${FOOTER}\n\n\f`,
    'a number': '\n4\n\f',
    'a number behind blank lines': '\n\n\n4\n\f',
    'a page break alone': '\n\f',
    'a blank line and a page break': '\n\n\f',
    'a number on the next page': '\n\n\f4\n\n',
  };

  const told = (text: string): unknown => {
    const letter = letterOf(text);
    return [
      letter.summary?.text?.value,
      letter.issues.map(({ item, decision, claimsAdministrator, expertReviewer, rationale }) => [
        valueOf(item),
        valueOf(decision),
        claimsAdministrator?.text?.value,
        expertReviewer?.citations.map(({ guideline, sections }) => [
          guideline?.value,
          sections.map(({ value }) => value),
        ]),
        rationale?.value,
      ]),
    ];
  };

  const parts = {
    title: 'Paraffin bath,@ large, for home use is:@ Overturned',
    claims:
      'Claims Administrator guideline:@ The Claims Administrator did not cite@ any medical evidence for its decision.',
    maximus:
      'MAXIMUS guideline: Decision based on MTUS Low@ Back Complaints 2004, Section(s): Initial@ Care, Physical@ Methods.',
    rationale: 'Decision rationale: Heat may be tried. It is@ cheap. The request is medically@ necessary.',
  };
  const summary = 'The injured worker is a 38@ year old male baker who was injured@ on 2-3-2015. He was seen.';
  const whole = letterText({ summary, issues: [issueText(parts), issueText(parts)].join('\n') });
  const places = whole.split('@').length - 1;
  const expected = told(whole.replaceAll('@', ''));

  for (const [what, printed] of Object.entries(BREAKS)) {
    test(what, () => {
      for (let place = 0; place < places; place++) {
        let count = 0;
        const text = whole.replace(/@ ?/g, () => (count++ === place ? printed : ' '));
        assert.deepEqual(
          told(text),
          expected,
          JSON.stringify(text.slice(text.indexOf('\f') - 90, text.indexOf('\f') + 20)),
        );
      }
    });
  }
});
