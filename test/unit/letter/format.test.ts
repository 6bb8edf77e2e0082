import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { looksLikeLetter } from '../../../server/src/letter/detect.ts';
import { CREDENTIALS, issueText, letterOf, letterText, METHOD } from './write.ts';

const SENTENCE = 'The expert reviewer is Board Certified in Neurology and is licensed to practice in Iowa.';
const PROSE = letterText({ credentials: '', method: `${METHOD}\n${SENTENCE}` });

describe('the format of a letter', () => {
  for (const [what, text, format] of [
    ['nothing', '', 'unknown'],
    ['a novel', 'It was a dark night.\nNobody spoke of letters.', 'unknown'],
    ['one word of the form', 'CLINICAL CASE SUMMARY\nThe patient fell.', 'unknown'],
    ['one label', 'MAXIMUS guideline: none.', 'unknown'],
    ['one label many times', 'Decision rationale: none.\n'.repeat(9), 'unknown'],
    ['one word of the notice', 'Notice of Independent Medical Review Determination\nIt was sent.', 'unknown'],
    ['labelled qualifications', letterText(), 'credentials-2015'],
    ['qualifications in a sentence', PROSE, 'prose-2014'],
    ['neither', letterText({ credentials: '' }), 'prose-2014'],
    ['a body without its first page', letterText({ methodHeading: '', method: '' }), 'credentials-2015'],
    ['credentials and a sentence', letterText({ method: `${METHOD}\n${SENTENCE}` }), 'credentials-2015'],
    [
      'issues alone',
      letterText({ methodHeading: '', method: '', credentials: '', summaryHeading: '', introduction: '', summary: '' }),
      'prose-2014',
    ],
    [
      'a letter of 2015 that quotes a heading of the notice',
      letterText({ summary: 'He was seen.\nCase Summary:\nHe fell.' }),
      'credentials-2015',
    ],
    [
      'a letter of 2015 with documents',
      letterText({ credentials: `${CREDENTIALS}\n\nDOCUMENTS REVIEWED\n\nApplication\n` }),
      'credentials-2015',
    ],
    [
      'a letter of 2014 with the heading of 2013 over its issues',
      PROSE.replace('IMR ISSUES, DECISIONS AND RATIONALES', 'IMR DECISION(S) AND RATIONALE(S)'),
      'prose-2014',
    ],
    [
      'a letter of 2015 behind a letterhead',
      `MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review\n${letterText()}`,
      'credentials-2015',
    ],
    [
      'a rationale that speaks of a dispute',
      letterText({
        issues: issueText({ rationale: 'Decision rationale: This is the\nISSUE AT DISPUTE:\nnothing else.' }),
      }),
      'credentials-2015',
    ],
  ] as const) {
    test(what, () => {
      assert.equal(letterOf(text).format, format);
    });
  }
});

describe('is a text a letter?', () => {
  for (const [what, text, is] of [
    ['a letter', letterText(), true],
    ['a letter with CRLF', letterText().replaceAll('\n', '\r\n'), true],
    ['a letter with CR', letterText().replaceAll('\n', '\r'), true],
    ['a letter with indented headings', letterText().replaceAll('\n', '\n      '), true],
    ['a letter with form feeds', letterText().replaceAll('\n', '\n\f'), true],
    ['a letter with a byte order mark', `\ufeff${letterText()}`, true],
    ['a letter in another case', letterText().toLowerCase(), true],
    ['a body', letterText({ methodHeading: '', method: '' }), true],
    ['two labels', 'MAXIMUS guideline: a\nDecision rationale: b', true],
    ['a letter behind unrelated text', `${'Dear all, see below.\n'.repeat(20)}${letterText()}`, true],
    ['one label', 'MAXIMUS guideline: a', false],
    ['one label twice', 'MAXIMUS guideline: a\nMAXIMUS guideline: b', false],
    ['nothing', '', false],
    ['a novel', 'It was a dark night. '.repeat(500), false],
    [
      'a text that speaks of letters',
      'The clinical case summary, the MAXIMUS guideline: and the decision rationale: are parts of a letter.',
      false,
    ],
  ] as const) {
    test(what, () => {
      assert.equal(looksLikeLetter(text), is);
    });
  }
});
