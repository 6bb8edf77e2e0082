import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type HintKinds, inlayHints } from '../../../server/src/features/inlayHints.ts';
import type { Citation, Letter } from '../../../server/src/letter/model.ts';
import { offsetAt } from '../../../server/src/text/lines.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { basisOf, citationOf, issueOf, leafIn, letterOf, spanIn } from './build.ts';

const NONE: HintKinds = { dates: false, generics: false, pages: false };

/** The text with every hint put in where it is shown. */
const shown = (letter: Letter, wanted: Partial<HintKinds>, within: Span = letter.span): string => {
  let text = letter.text;
  for (const { position, label } of inlayHints(letter, within, { ...NONE, ...wanted }).toReversed()) {
    const at = offsetAt(letter.lines, position.line, position.character);
    text = `${text.slice(0, at)}‹${String(label)}›${text.slice(at)}`;
  }
  return text;
};

const dates = (text: string, within?: Span) => shown(letterOf(text), { dates: true }, within);
const generics = (text: string) => shown(letterOf(text), { generics: true });

test('hints: none unless wanted', () => {
  assert.equal(shown(letterOf('On 1-25-08 Norco was given.'), {}), 'On 1-25-08 Norco was given.');
});

describe('dates', () => {
  test('numeric ones, with two or four digits of the year', () => {
    assert.equal(dates('On 1-25-08 and 04/27/2016.'), 'On 1-25-08‹2008-01-25› and 04/27/2016‹2016-04-27›.');
  });

  test('not those that are plain already, and not what is no day', () => {
    for (const text of ['On May 2, 2016', 'on 2016-05-02', 'on 2/30/2016', '120/80', 'L4-5-S1'])
      assert.equal(dates(text), text);
  });

  test('one that a line end divides has its hint at its end', () => {
    assert.equal(dates('On 10-28-\n2016 he'), 'On 10-28-\n2016‹2016-10-28› he');
  });

  test('only within what was asked for', () => {
    const text = '1-25-08\n1-26-08\n1-27-08';
    assert.equal(dates(text, spanIn(text, '1-26-08')), '1-25-08\n1-26-08‹2008-01-26›\n1-27-08');
  });

  test('the tooltip owns up to the century', () => {
    const [hint] = inlayHints(letterOf('1-25-08'), { start: 0, end: 7 }, { ...NONE, dates: true });
    assert.equal(hint?.tooltip, 'Read as month, day and year; the century is taken to be 2000.');
  });
});

describe('generics', () => {
  test('a brand has its generic name beside it, over a line end too', () => {
    assert.equal(generics('Soma was refilled.'), 'Soma‹carisoprodol› was refilled.');
  });

  test('a generic name has none, nor has a brand whose generic name is printed close by', () => {
    for (const text of ['carisoprodol 350mg', 'Soma (carisoprodol) 350mg', 'Carisoprodol, that is Soma'])
      assert.equal(generics(text), text);
  });

  test('the tooltip says what it is and how sure that is', () => {
    const [hint] = inlayHints(letterOf('Soma'), { start: 0, end: 4 }, { ...NONE, generics: true });
    assert.match(String(hint?.tooltip), /\. How sure: drug [a-z, ]+\.$/);
  });
});

describe('pages', () => {
  const TEXT = 'MTUS Chronic Pain Medical Treatment 2009, Section(s): Benzodiazepines, Page(s): 24 and 111-113.';
  const span = spanIn(TEXT, TEXT);
  const page = (printed: string, first: number, last: number) => ({ first, last, span: spanIn(TEXT, printed) });
  const CITED: Partial<Citation> = {
    scheme: 'MTUS',
    guideline: leafIn(TEXT, 'Chronic Pain Medical Treatment'),
    year: { value: 2009, span: spanIn(TEXT, '2009') },
    sections: [leafIn(TEXT, 'Benzodiazepines')],
    pages: [page('24', 24, 24), page('111-113', 111, 113)],
  };
  const letterWith = (parts: Partial<Citation>) =>
    letterOf(TEXT, {
      issues: [
        issueOf(span, {
          expertReviewer: basisOf(span, { citations: [citationOf(span, TEXT, { ...CITED, ...parts })] }),
        }),
      ],
    });
  const marks = (parts: Partial<Citation>, within: Span = span) =>
    inlayHints(letterWith(parts), within, { ...NONE, pages: true }).map(({ label }) => label);

  test('a tick within the topic’s pages, a question mark elsewhere', () => {
    assert.equal(shown(letterWith({}), { pages: true }), TEXT.replace('24', '24‹✓›').replace('111-113', '111-113‹?›'));
  });

  test('the tooltip hedges', () => {
    const [fits, doubt] = inlayHints(letterWith({}), span, { ...NONE, pages: true });
    assert.match(String(fits?.tooltip), /is thought to stand on page 24\. How sure: pages /);
    assert.match(String(doubt?.tooltip), /^Pages 111-113 of Chronic Pain Medical Treatment \(2009\) are not about /);
  });

  test('nothing where the topic, its pages or the guideline are not known', () => {
    assert.deepEqual(marks({ sections: [] }), []);
    assert.deepEqual(marks({ guideline: { value: 'Gym', span } }), []);
    assert.deepEqual(marks({ sections: [{ value: 'Gym', span }], pages: [page('111-113', 111, 113)] }), []);
  });

  test('a page beyond the book, and a range that runs backwards', () => {
    assert.deepEqual(marks({ sections: [], pages: [page('24', 500, 500)] }), ['?']);
    assert.deepEqual(marks({ pages: [page('24', 24, 20)] }), ['?']);
  });

  test('nothing outside of what was asked for', () => {
    assert.deepEqual(marks({}, { start: 0, end: 4 }), []);
  });
});
