import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRange } from '../../../server/src/features/selection.ts';
import { basisOf, citationOf, issueOf, leafIn, letterOf, markIn, spanIn } from './build.ts';

const TEXT = 'ISSUES\nGym: Upheld\nMAXIMUS guideline: MTUS Summary Page(s): 24\nend\n';
const BASIS = spanIn(TEXT, 'MAXIMUS guideline: MTUS Summary Page(s): 24');
const letter = letterOf(TEXT, {
  sections: [{ id: 'issues', heading: markIn(TEXT, 'ISSUES'), span: { start: 0, end: TEXT.indexOf('end') } }],
  issues: [
    issueOf(spanIn(TEXT, 'Gym: Upheld\nMAXIMUS guideline: MTUS Summary Page(s): 24\n'), {
      item: leafIn(TEXT, 'Gym'),
      expertReviewer: basisOf(BASIS, {
        label: markIn(TEXT, 'MAXIMUS guideline:'),
        text: leafIn(TEXT, 'MTUS Summary Page(s): 24'),
        citations: [
          citationOf(spanIn(TEXT, 'MTUS Summary Page(s): 24'), 'MTUS Summary Page(s): 24', {
            pages: [{ first: 24, last: 24, span: spanIn(TEXT, '24') }],
          }),
        ],
      }),
    }),
  ],
});

/** The selected texts from the inside out; all lines of these letters are short. */
const grown = (text: string, selection: SelectionRange | undefined): readonly string[] => {
  if (!selection) return [];
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
  const { start, end } = selection.range;
  return [text.slice(offset(start), offset(end)), ...grown(text, selection.parent)];
};

test('selectionRange: grows from the word to the letter', () => {
  assert.deepEqual(grown(TEXT, selectionRange(letter, TEXT.indexOf('24') + 1)), [
    '24',
    'MTUS Summary Page(s): 24',
    'MAXIMUS guideline: MTUS Summary Page(s): 24',
    'Gym: Upheld\nMAXIMUS guideline: MTUS Summary Page(s): 24\n',
    TEXT.slice(0, TEXT.indexOf('end')),
    TEXT,
  ]);
});

test('selectionRange: a word in no part is followed by the letter', () => {
  assert.deepEqual(grown(TEXT, selectionRange(letter, TEXT.length - 2)), ['end', TEXT]);
});

test('selectionRange: between words and in an empty letter it is never empty', () => {
  assert.deepEqual(grown('a  b', selectionRange(letterOf('a  b'), 2)), ['a  b']);
  assert.deepEqual(grown('', selectionRange(letterOf(''), 0)), ['']);
  assert.deepEqual(grown('ab', selectionRange(letterOf('ab'), 99)), ['ab']);
});
