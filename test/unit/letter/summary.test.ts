import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at, letterOf, letterText, SUMMARY_INTRODUCTION, valueOf } from './write.ts';

const summaryOf = (summary: string, introduction: string): string | null =>
  valueOf((letterOf(letterText({ introduction, summary })).summary ?? assert.fail()).text);

describe('the summary', () => {
  for (const [what, introduction, summary, value] of [
    ['behind its introduction', SUMMARY_INTRODUCTION, 'He fell.', 'He fell.'],
    ['over several lines', SUMMARY_INTRODUCTION, 'He\nfell on\n\nhis knee.', 'He fell on his knee.'],
    ['of several paragraphs', SUMMARY_INTRODUCTION, 'He fell.\n\nIt hurt.', 'He fell. It hurt.'],
    ['without an introduction', '', 'He fell.', 'He fell.'],
    ['behind an introduction on one line', SUMMARY_INTRODUCTION.replace('\n', ' '), 'He fell.', 'He fell.'],
    [
      'behind an introduction without `records`',
      'The physician reviewer developed the following clinical case summary:',
      'He fell.',
      'He fell.',
    ],
    ['with colons', SUMMARY_INTRODUCTION, 'Note: he fell. Records: none.', 'Note: he fell. Records: none.'],
    ['with a word divided at a line end', SUMMARY_INTRODUCTION, 'His follow-\nup was late.', 'His follow-up was late.'],
    ['empty', SUMMARY_INTRODUCTION, '', null],
    ['empty, without an introduction', '', '', null],
  ] as const) {
    test(what, () => {
      assert.equal(summaryOf(summary, introduction), value);
    });
  }

  test('ends before the next heading and stands at its place', () => {
    const letter = letterOf(letterText({ summary: 'He\nfell.  ' }));
    const { text, heading, span } = letter.summary ?? assert.fail();
    assert.equal(text && at(letter, text.span), 'He\nfell.');
    assert.equal(heading && at(letter, heading.span), 'CLINICAL CASE SUMMARY');
    assert.ok(text && span.start < text.span.start && text.span.end <= span.end);
  });

  test('a letter without its heading has none', () => {
    assert.equal(letterOf(letterText({ summaryHeading: '' })).summary, null);
  });
});
