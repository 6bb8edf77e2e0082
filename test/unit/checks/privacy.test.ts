import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CHECKS, type CheckSettings, checkLetter, fixesFor, type Problem } from '../../../server/src/checks/index.ts';
import { onlyLetter } from './fixing.ts';
import { letterWith } from './slips.ts';

/** All checks of identifiers turned on. */
const ON: CheckSettings = Object.fromEntries(
  CHECKS.filter(({ category }) => category === 'privacy').map(({ code }) => [code, 'warning']),
);

const found = (text: string, settings: CheckSettings = ON): readonly Problem[] =>
  checkLetter(onlyLetter(text), settings).filter(({ code }) => code.startsWith('privacy.'));

const marked = (text: string): readonly string[] =>
  found(text).map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);

const COVER = readFileSync(new URL('../../letters/cover-names.imr.txt', import.meta.url), 'utf8');

describe('what tells who a person is', () => {
  test('names and numbers of a cover page', () => {
    assert.deepEqual(marked(COVER), [
      'privacy.number WC-000-1',
      'privacy.name Sam Example',
      'privacy.name Sam Example',
    ]);
  });

  test('is told only where a setting asks for it', () => {
    assert.deepEqual(found(COVER, {}), []);
  });

  test('a cover page that is blanked out', () => {
    const text = COVER.replaceAll('Sam Example', '[redacted]').replace('WC-000-1', '██████');
    assert.deepEqual(marked(text), []);
  });

  const PROSE: readonly (readonly [sentence: string, marked: string])[] = [
    ['His number is 123-45-6789.', 'privacy.number 123-45-6789'],
    ['The file ADJ1234567 was read.', 'privacy.number ADJ1234567'],
    ['He can be called at (510) 555-0123 in the evening.', 'privacy.contact (510) 555-0123'],
    ['He can be called at 510-555-0123.', 'privacy.contact 510-555-0123'],
    ['Call 510.555.0123 first.', 'privacy.contact 510.555.0123'],
    ['Write to sam.example@example.org.', 'privacy.contact sam.example@example.org'],
    ['He lives with a 92 year old man.', 'privacy.age 92'],
  ];
  for (const [sentence, expected] of PROSE) {
    test(sentence, () => {
      for (const style of ['raw', 'double'] as const) {
        for (const lineBreak of ['\n', '\r\n'] as const) {
          const text = letterWith(sentence, undefined, style, lineBreak);
          assert.deepEqual(marked(text), [expected]);
          const letter = onlyLetter(text);
          const [edit] = found(text).flatMap((problem) => fixesFor(problem, letter)[0]?.edits ?? []);
          assert.ok(edit);
          assert.deepEqual(marked(text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)), []);
        }
      }
    });
  }

  for (const sentence of [
    'Case CM15-0220410 of 2-3-2015 and the codes 97110-59, 99213 and 64483-50-1234.',
    'The codes 5-45-6789 and 1120-80-1200; pages 101-102-1003-4.',
    'He rates pain @ 4, and (510) is no number. The code 510-555-01234 is too long.',
    'He is a 62 year old man; the house is 200 years old.',
  ])
    test(`nothing: ${sentence}`, () => {
      assert.deepEqual(marked(letterWith(sentence, undefined, 'raw')), []);
    });
});
