import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folding } from '../../../server/src/features/folding.ts';
import { basisOf, issueOf, letterOf, spanIn } from './build.ts';

/** Folds as `first-last`, lines from 1. */
const drawn = (...args: Parameters<typeof folding>) =>
  folding(...args).map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`);

const TEXT = ['HEADING', 'one', ' ', 'two', '', ' \f', 'NEXT', 'three', ''].join('\n');
const next = TEXT.indexOf('NEXT');
const SECTIONS = [
  { id: 'summary', heading: null, span: { start: 0, end: next } },
  { id: 'issues', heading: null, span: { start: next, end: TEXT.length } },
] as const;

test('folding: sections over several lines, without the blank lines at their end', () => {
  assert.deepEqual(drawn(letterOf(TEXT, { sections: SECTIONS }), true), ['1-4', '7-8']);
});

test('folding: CRLF folds as LF does', () => {
  const text = TEXT.replaceAll('\n', '\r\n');
  const start = text.indexOf('NEXT');
  const sections = [
    { ...SECTIONS[0], span: { start: 0, end: start } },
    { ...SECTIONS[1], span: { start, end: text.length } },
  ];
  assert.deepEqual(drawn(letterOf(text, { sections }), true), ['1-4', '7-8']);
});

test('folding: beside other letters the letter takes the fold of its first line', () => {
  assert.deepEqual(drawn(letterOf(TEXT, { sections: SECTIONS }), false), ['1-8', '7-8']);
});

test('folding: a section that begins with blank lines folds at its first words', () => {
  const text = '\n \none\ntwo\n';
  const sections = [{ ...SECTIONS[0], span: { start: 0, end: text.length } }];
  assert.deepEqual(drawn(letterOf(text, { sections }), true), ['3-4']);
});

test('folding: an issue and those of its parts that take several lines', () => {
  const text = 'Item: Upheld\nClaims: a\nb\nMAXIMUS: c\nRationale: d\ne\n\n';
  const issue = issueOf(
    { start: 0, end: text.length },
    {
      claimsAdministrator: basisOf(spanIn(text, 'Claims: a\nb\n')),
      expertReviewer: basisOf(spanIn(text, 'MAXIMUS: c\n')),
      rationale: { label: null, span: spanIn(text, 'Rationale: d\ne\n\n'), printed: null, value: null },
    },
  );
  assert.deepEqual(drawn(letterOf(text, { issues: [issue] }), true), ['1-6', '2-3', '5-6']);
});

test('folding: nothing in an empty letter or one of a single line', () => {
  assert.deepEqual(drawn(letterOf(''), false), []);
  assert.deepEqual(
    drawn(letterOf('one line', { sections: [{ ...SECTIONS[0], span: { start: 0, end: 8 } }] }), false),
    [],
  );
});
