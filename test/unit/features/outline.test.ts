import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol } from 'vscode-languageserver';
import { outline } from '../../../server/src/features/outline.ts';
import { basisOf, between, citationOf, issueOf, leafIn, letterOf, markIn, spanIn } from './build.ts';

/** Names and details alone, as nested arrays. */
const shape = ({ name, detail, children }: DocumentSymbol): unknown => {
  const row = detail ? `${name} · ${detail}` : name;
  return children ? [row, children.map(shape)] : row;
};

test('outline: a letter without any part is one row, named by its place in the document', () => {
  assert.equal(shape(outline(letterOf(''), 1)), 'Letter 1 · no issues');
  assert.equal(shape(outline(letterOf('A novel.\n'), 2)), 'Letter 2 · no issues');
});

test('outline: header fields by the form’s label with their printed values; an empty one says so', () => {
  const text = 'Case Number: CM16-0200001\nDecision Date: 12/19/2016\nPriority:\n';
  const letter = letterOf(text, {
    header: {
      span: { start: 0, end: text.length },
      fields: {
        caseNumber: {
          label: markIn(text, 'Case Number:'),
          span: between(text, 'Case', '00001'),
          printed: leafIn(text, 'CM16-0200001'),
          value: 'CM16-0200001',
        },
        priority: { label: markIn(text, 'Priority:'), span: spanIn(text, 'Priority:'), printed: null, value: null },
        decision: {
          label: null,
          span: between(text, 'Decision', '2016'),
          printed: leafIn(text, '12/19/2016'),
          value: '2016-12-19',
        },
      },
    },
    sections: [{ id: 'header', heading: null, span: { start: 0, end: text.length } }],
  });
  assert.deepEqual(shape(outline(letter, 1)), [
    'Case CM16-0200001 · no issues',
    [['Case', ['Case Number · CM16-0200001', 'Decision Date · 12/19/2016', 'Priority · empty']]],
  ]);
});

test('outline: an issue that stands in no section is a row of the letter', () => {
  const text = 'Gym membership\nDecision rationale:\n';
  const letter = letterOf(text, {
    issues: [
      issueOf(
        { start: 0, end: text.length },
        {
          item: leafIn(text, 'Gym membership'),
          rationale: {
            label: markIn(text, 'Decision rationale:'),
            span: spanIn(text, 'Decision rationale:'),
            printed: null,
            value: null,
          },
        },
      ),
    ],
  });
  assert.deepEqual(shape(outline(letter, 1)), [
    'Letter 1 · 1 issue',
    [['1 Gym membership · no decision', ['Rationale · empty']]],
  ]);
});

test('outline: a word that is no decision is quoted; an item that is missing is said to be', () => {
  const text = ': Perhaps\nMAXIMUS guideline: nothing\n';
  const letter = letterOf(text, {
    issues: [
      issueOf(
        { start: 0, end: text.length },
        {
          decision: { value: null, printed: 'Perhaps', damage: [], span: spanIn(text, 'Perhaps') },
          expertReviewer: basisOf(between(text, 'MAXIMUS', 'nothing'), { cited: false, text: leafIn(text, 'nothing') }),
        },
      ),
    ],
  });
  assert.deepEqual(shape(outline(letter, 1)), [
    'Letter 1 · 1 issue',
    [['1 (no item) · “Perhaps”', ['Decision · “Perhaps”', 'MAXIMUS guideline · none cited']]],
  ]);
});

test('outline: a guideline statement shows what it cites, short', () => {
  const text = 'MTUS Low Back Complaints 2004, Section(s): Summary, pages 301 and 303-305; a web page';
  const span = { start: 0, end: text.length };
  const leaf = (part: string) => leafIn(text, part);
  const letter = letterOf(text, {
    issues: [
      issueOf(span, {
        expertReviewer: basisOf(span, {
          text: leaf(text),
          citations: [
            citationOf(spanIn(text, 'MTUS Low Back Complaints 2004'), 'MTUS Low Back Complaints 2004', {
              scheme: 'MTUS',
              guideline: leaf('Low Back Complaints'),
              year: { value: 2004, span: spanIn(text, '2004') },
              sections: [leaf('Summary')],
              pages: [
                { first: 301, last: 301, span: spanIn(text, '301') },
                { first: 303, last: 305, span: spanIn(text, '303-305') },
              ],
            }),
            citationOf(spanIn(text, 'a web page'), 'a web page'),
          ],
        }),
      }),
    ],
  });
  const [, [[, rows]]] = shape(outline(letter, 1)) as [string, [[string, string[]]]];
  assert.deepEqual(rows, ['MAXIMUS guideline · MTUS Low Back Complaints 2004, Summary p. 301, 303-305; a web page']);
});

test('outline: the detail of the letter is what its issues add up to, unless one is undecided', () => {
  const text = 'Upheld Overturned';
  const decided = (value: 'upheld' | 'overturned' | 'modified' | null, number: number) =>
    issueOf(spanIn(text, 'Upheld'), {
      number,
      decision: { value, printed: '?', damage: [], span: spanIn(text, 'Upheld') },
    });
  const detail = (...values: ('upheld' | 'overturned' | 'modified' | null)[]) =>
    outline(letterOf(text, { issues: values.map((value, index) => decided(value, index + 1)) }), 1).detail;
  assert.equal(detail('upheld', 'upheld'), 'upheld · 2 issues');
  assert.equal(detail('overturned'), 'overturned · 1 issue');
  assert.equal(detail('upheld', 'overturned'), 'partially overturned · 2 issues');
  assert.equal(detail('modified'), 'partially overturned · 1 issue');
  assert.equal(detail('upheld', null), '2 issues');
});

test('outline: the cover page’s word decides', () => {
  const text = 'Final Determination: OVERTURN';
  const letter = letterOf(text, {
    cover: {
      span: { start: 0, end: text.length },
      addressee: null,
      determination: {
        label: null,
        span: spanIn(text, 'OVERTURN'),
        printed: leafIn(text, 'OVERTURN'),
        value: 'overturned',
      },
    },
  });
  assert.equal(outline(letter, 1).detail, 'overturned · no issues');
});
