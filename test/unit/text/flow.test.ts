import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Flow, flowOf, reflow, type Source, sourceSpan, toSource } from '../../../server/src/text/flow.ts';
import { splitLines } from '../../../server/src/text/lines.ts';
import { type Span, spanOf } from '../../../server/src/text/span.ts';

const spanIn = (text: string, part: string): Span => {
  const start = text.indexOf(part);
  assert.ok(start >= 0, `no ${JSON.stringify(part)}`);
  return spanOf(start, start + part.length);
};

/** The text as a source, the given parts of it hidden. */
const sourceOf = (text: string, ...furniture: readonly string[]): Source => ({
  lines: splitLines(text),
  furniture: furniture.map((part) => spanIn(text, part)),
});

const flow = (text: string, ...furniture: readonly string[]): Flow =>
  flowOf(sourceOf(text, ...furniture), 0, text.length);

interface Row {
  readonly what: string;
  readonly text: string;
  readonly flow: string;
  readonly hidden?: readonly string[];
}

const WRAPS: readonly Row[] = [
  { what: 'nothing', text: '', flow: '' },
  { what: 'blanks alone', text: ' \n\f\n \t ', flow: '' },
  { what: 'a line break is one blank', text: 'one\ntwo', flow: 'one two' },
  { what: 'whatever its kind', text: 'one\r\ntwo\rthree', flow: 'one two three' },
  { what: 'blank lines add nothing', text: 'one\n\n \n\ntwo', flow: 'one two' },
  { what: 'double spacing adds nothing', text: 'one \n\ntwo \n\nthree ', flow: 'one two three' },
  { what: 'padding is one blank', text: '   one    two\tthree', flow: 'one two three' },
  { what: 'no-break spaces are blanks', text: 'one\u00a0two\u00a0 three', flow: 'one two three' },
  { what: 'a form feed is a blank', text: 'one\n\ftwo\fthree', flow: 'one two three' },
  { what: 'a byte order mark is none of the text', text: '\ufeffone', flow: 'one' },
  { what: 'furniture is hidden', text: 'one\n4\n\ftwo', flow: 'one two', hidden: ['4'] },
  {
    what: 'furniture first, in between and last',
    text: 'p. 1\none\np. 2\np. 3\ntwo\np. 4',
    flow: 'one two',
    hidden: ['p. 1', 'p. 2', 'p. 3', 'p. 4'],
  },
];

const HYPHENS: readonly Row[] = [
  { what: 'without evidence the hyphen stays', text: 'anti-\ninflammatory', flow: 'anti-inflammatory' },
  {
    what: 'it stays where the letter writes the word with it',
    text: 'A follow-up. Then a followup, then a follow-\nup.',
    flow: 'A follow-up. Then a followup, then a follow-up.',
  },
  {
    what: 'it goes where the letter writes the word without it',
    text: 'The guidelines say so. The guide-\nlines are old.',
    flow: 'The guidelines say so. The guidelines are old.',
  },
  { what: 'evidence may follow', text: 'guide-\nlines and guidelines', flow: 'guidelines and guidelines' },
  { what: 'a part of a word is no evidence', text: 'misguidelines, guide-\nlines', flow: 'misguidelines, guide-lines' },
  {
    what: 'nor is a word whose hyphen it would be',
    text: 'pre-guidelines, guide-\nlines',
    flow: 'pre-guidelines, guidelines',
  },
  { what: 'dates keep it', text: 'on 10-28-\n2016', flow: 'on 10-28-2016' },
  { what: 'levels keep it', text: 'at L4-\nL5', flow: 'at L4-L5' },
  { what: 'capitals keep it', text: 'EC-\nNaprosyn ECNaprosyn', flow: 'EC-Naprosyn ECNaprosyn' },
  { what: 'a dash between words is no division', text: 'neck -\npain', flow: 'neck - pain' },
  { what: 'a dash that opens a line is none', text: 'neck\n- pain', flow: 'neck - pain' },
  { what: 'two hyphens are a dash', text: 'neck--\npain', flow: 'neck-- pain' },
  {
    what: 'behind a page break too',
    text: 'guidelines\nguide-\n7\n\flines',
    flow: 'guidelines guidelines',
    hidden: ['7'],
  },
  { what: 'with trailing blanks', text: 'guidelines \n\nguide- \n\nlines', flow: 'guidelines guidelines' },
];

const check = ({ what, text, flow: expected, hidden }: Row): void => {
  test(`${what}: ${JSON.stringify(text)}`, () => {
    assert.equal(flow(text, ...(hidden ?? [])).text, expected);
  });
};

describe('what a flow leaves out', () => WRAPS.forEach(check));

describe('a hyphen at a line end, by the evidence of the letter', () => HYPHENS.forEach(check));

describe('the evidence for a hyphen', () => {
  const filler = 'nothing of the kind stands here.\n'.repeat(2000);

  test('is the same in a text so long that its words are gathered once', () => {
    for (const { text, flow: expected } of HYPHENS.filter(({ hidden }) => !hidden)) {
      const long = `${text}\n\n${filler}`;
      assert.equal(flowOf(sourceOf(long), 0, text.length).text, expected);
    }
  });
});

describe('a region of the source', () => {
  const text = '  one two\nthree  four\nfive';

  test('begins and ends inside lines', () => {
    const { start } = spanIn(text, 'two');
    const { end } = spanIn(text, 'three');
    assert.equal(flowOf(sourceOf(text), start, end).text, 'two three');
  });

  test('loses the blanks at its edges', () => {
    assert.equal(reflow(sourceOf(text), spanIn(text, ' two\nthree  ')), 'two three');
  });

  test('may be empty', () => {
    const empty = flowOf(sourceOf(text), 4, 4);
    assert.deepEqual(empty, { text: '', at: [], from: [], end: 4 });
    assert.deepEqual(sourceSpan(empty, 0, 0), spanOf(4, 4));
  });

  test('hides furniture that ends before it or begins behind it at no cost', () => {
    const paged = '1\none\n2\ntwo\n3';
    assert.equal(reflow(sourceOf(paged, '1', '2', '3'), spanIn(paged, 'one\n2\ntwo')), 'one two');
  });
});

describe('back to the source', () => {
  const text = '\f one   two\n9\n\nguidelines, guide-\nlines ';
  const mapped = flow(text, '9');

  test('the flow', () => {
    assert.equal(mapped.text, 'one two guidelines, guidelines');
  });

  for (const [part, printed] of [
    ['one', 'one'],
    ['two', 'two'],
    ['one two', 'one   two'],
    ['two guidelines', 'two\n9\n\nguidelines'],
    ['delines, guide', 'delines, guide'],
    ['guidelines, guidelines', 'guidelines, guide-\nlines'],
    ['lines', 'lines'],
  ] as const) {
    test(`${JSON.stringify(part)} is printed ${JSON.stringify(printed)}`, () => {
      const { start, end } = spanIn(mapped.text, part);
      const span = sourceSpan(mapped, start, end);
      assert.equal(text.slice(span.start, span.end), printed);
    });
  }

  test('an empty span is a place', () => {
    const { start } = spanIn(mapped.text, 'two');
    assert.deepEqual(sourceSpan(mapped, start, start), spanOf(text.indexOf('two'), text.indexOf('two')));
  });

  test('the end of the flow is the end of its last word', () => {
    assert.equal(toSource(mapped, mapped.text.length), text.trimEnd().length);
    assert.equal(toSource(mapped, 9999), text.trimEnd().length);
  });
});

describe('properties of flows', () => {
  const piece = fc.constantFrom(
    'a',
    'bc',
    'a-',
    '-',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\r',
    '\f',
    '\t',
    '\u00a0',
    'É',
    '7.',
    '😀',
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test('a flow holds no break, no double blank and none at its edges', () => {
    fc.assert(
      fc.property(text, (any) => {
        assert.doesNotMatch(flow(any).text, /[\r\n\f\t\u00a0]|^ | $| {2}/);
      }),
    );
  });

  test('every character of a flow stands at its place in the source', () => {
    fc.assert(
      fc.property(text, (any) => {
        const flowing = flow(any);
        for (let i = 0; i < flowing.text.length; i++) {
          const printed = any.charAt(toSource(flowing, i));
          // A blank stands for a run of white space that begins there.
          if (flowing.text.charAt(i) === ' ') assert.match(printed, /\s/);
          else assert.equal(printed, flowing.text.charAt(i));
        }
      }),
    );
  });

  test('a span of whole words, reflowed, is its own text', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (any, a, b) => {
        const source = sourceOf(any);
        const flowing = flowOf(source, 0, any.length);
        const words = Array.from(flowing.text.matchAll(/\S+/g));
        const [first, last] = [words[a % (words.length || 1)], words[b % (words.length || 1)]];
        if (!first || !last || first.index > last.index) return;
        const end = last.index + last[0].length;
        assert.equal(reflow(source, sourceSpan(flowing, first.index, end)), flowing.text.slice(first.index, end));
      }),
    );
  });
});
