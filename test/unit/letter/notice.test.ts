import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDetermined } from '../../../server/src/letter/determined.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { flow } from './citing.ts';
import { at, letterOf, valueOf, valuesOf, wrap } from './write.ts';

/* The notice of 2013: decisions in sentences at the letter's head, one section for each request below. */

interface Request {
  readonly item: string;
  readonly verdict: string;
}

const determined = ({ item, verdict }: Request, i: number): string =>
  `${i + 1}) MAXIMUS Federal Services, Inc. has determined the request for ${item} ${verdict}.`;

const regarding = ({ item }: Request, i: number): string => `${i + 1}) Regarding the request for ${item}:

Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer
to Make His/Her Decision

The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, page ${i + 20},
which is part of the MTUS. The Expert Reviewer based his/her decision on the Official Disability
Guidelines, a medical treatment guideline that is not part of the MTUS.

Rationale for the Decision:
Reason ${i + 1} is given here. It speaks of the request for ${item} too.`;

const NECESSARY = 'is medically necessary and appropriate';
const NOT_NECESSARY = 'is not medically necessary and appropriate';

const notice = (
  requests: readonly Request[],
  listed = requests,
): string => `Notice of Independent Medical Review Determination

Dated: 9/26/2013

Employee:
Claim Number:                 12-345
Date of UR Decision:          7/30/2013
Date of Injury:               11/5/2012
IMR Application Received:     8/4/2013
MAXIMUS Case Number:          CM13-0012345

${listed.map(determined).join('\n\n')}

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

An application for Independent Medical Review was filed on 8/4/2013 disputing the Utilization Review
Denial dated 7/30/2013. A decision has been made for each of the treatment and/or services that were
in dispute:

${listed.map(determined).join('\n\n')}

Medical Qualifications of the Expert Reviewer:
The physician reviewer is Board Certified in Neurology and is licensed to practice in Iowa.

Case Summary:
Disclaimer: The following case summary was taken directly from the utilization review
denial/modification dated July 30, 2013:
"The patient is a 41 year old male who was injured on 11/5/12."

Documents Reviewed for Determination:
The following relevant documents received from the interested parties were reviewed. These included:
• Application for Independent Medical Review
• Medical Records from the Provider

${requests.map(regarding).join('\n\n')}

Disclaimer: MAXIMUS is providing an independent review service under contract with the
California Department of Industrial Relations.
`;

const REQUESTS: readonly Request[] = [
  { item: 'a paraffin bath', verdict: NOT_NECESSARY },
  { item: 'two visits of therapy: wrist; and a brace (large)', verdict: NECESSARY },
  { item: 'Wax 5% #30', verdict: 'was not medically necessary and appropriate' },
];

const decisions = ({ issues }: Letter): unknown =>
  issues.map(({ item, decision }) => [valueOf(item), valueOf(decision)]);

describe('a notice', () => {
  const letter = letterOf(notice(REQUESTS));

  test('is told', () => {
    assert.equal(letter.format, 'notice-2013');
    assert.deepEqual(
      letter.sections.map(({ id }) => id),
      ['cover', 'header', 'issues', 'credentials', 'summary', 'documents', 'issues', 'disclaimer'],
    );
  });

  test('has its decisions from the list and the rest from below', () => {
    assert.deepEqual(decisions(letter), [
      ['a paraffin bath', 'upheld'],
      ['two visits of therapy: wrist; and a brace (large)', 'overturned'],
      ['Wax 5% #30', 'upheld'],
    ]);
    letter.issues.forEach(({ claimsAdministrator, expertReviewer, rationale }, i) => {
      assert.deepEqual(
        claimsAdministrator?.citations[0]?.pages.map(({ first }) => first),
        [i + 20],
      );
      assert.equal(expertReviewer?.citations[0]?.scheme, 'ODG');
      assert.equal(
        rationale?.value,
        `Reason ${i + 1} is given here. It speaks of the request for ${REQUESTS[i]?.item} too.`,
      );
    });
  });

  test('has people, documents and reviewer', () => {
    assert.deepEqual(valuesOf(letter.reviewer?.specialties?.values), ['Neurology']);
    assert.equal(letter.summary?.text?.value, '"The patient is a 41 year old male who was injured on 11/5/12."');
    assert.equal(letter.summary.injuryDate?.value, '2012-11-05');
    assert.deepEqual(valuesOf(letter.documents?.items), [
      'Application for Independent Medical Review',
      'Medical Records from the Provider',
    ]);
    const { fields } = letter.header ?? assert.fail();
    assert.deepEqual(
      [fields.caseNumber?.value, fields.decision?.value, fields.utilizationReview?.value, fields.employee?.value],
      ['CM13-0012345', '2013-09-26', '2013-07-30', null],
    );
  });

  test('places item and decision where they are printed', () => {
    for (const { title, item, decision, span } of letter.issues) {
      assert.equal(
        title && at(letter, title.span).replace(/^\d\) Regarding the request for /, ''),
        `${valueOf(item)}:`,
      );
      assert.equal(item && at(letter, item.span), valueOf(item));
      assert.equal(decision && at(letter, decision.span), decision?.printed);
      assert.ok(item && span.start <= item.span.start && item.span.end <= span.end);
    }
  });

  for (const [what, set] of Object.entries({
    'double spaced': (text: string) => text.replaceAll('\n', ' \n\n'),
    'with CRLF': (text: string) => text.replaceAll('\n', '\r\n'),
    'without blank lines': (text: string) => text.replace(/\n+/g, '\n'),
    indented: (text: string) => text.replaceAll('\n', '\n    '),
    'with glued words': (text: string) => text.replaceAll('not medically', 'notmedically'),
    'with page numbers': (text: string) => text.replaceAll('\n\n', '\n\n2\n\f'),
  })) {
    test(what, () => {
      assert.deepEqual(decisions(letterOf(set(notice(REQUESTS)))), decisions(letter));
    });
  }

  test('at any width', () => {
    for (let width = 40; width < 120; width += 3) {
      const text = notice(REQUESTS)
        .split('\n\n')
        .map((part) => (/^\d\)/.test(part) ? wrap(part, width) : part))
        .join('\n\n');
      assert.deepEqual(decisions(letterOf(text)), decisions(letter), `${width}`);
    }
  });
});

describe('a notice with parts missing', () => {
  test('a request that the list names and no section takes up', () => {
    assert.deepEqual(decisions(letterOf(notice(REQUESTS.slice(0, 2), REQUESTS))), [
      ['a paraffin bath', 'upheld'],
      ['two visits of therapy: wrist; and a brace (large)', 'overturned'],
      ['Wax 5% #30', 'upheld'],
    ]);
  });

  test('the list alone', () => {
    const text = notice(REQUESTS);
    const head = text.slice(0, text.indexOf('Medical Qualifications'));
    assert.deepEqual(decisions(letterOf(head)), [
      ['a paraffin bath', 'upheld'],
      ['two visits of therapy: wrist; and a brace (large)', 'overturned'],
      ['Wax 5% #30', 'upheld'],
    ]);
  });

  test('a section that the list does not name has no decision', () => {
    assert.deepEqual(decisions(letterOf(notice(REQUESTS.slice(0, 2), REQUESTS.slice(0, 1)))), [
      ['a paraffin bath', 'upheld'],
      ['two visits of therapy: wrist; and a brace (large)', null],
    ]);
  });

  test('a section without its rationale', () => {
    const text = notice(REQUESTS.slice(0, 2)).replace('Rationale for the Decision:\nReason 1', 'Reason 1');
    const [first, second] = letterOf(text).issues;
    assert.equal(first?.rationale, null);
    assert.equal(second?.rationale?.value?.startsWith('Reason 2'), true);
  });
});

describe('a determination', () => {
  for (const [text, item, value] of [
    [
      '1) MAXIMUS Federal Services, Inc. has determined the request for a bath is not medically necessary and appropriate.',
      'a bath',
      'upheld',
    ],
    [
      '1) MAXIMUS Federal Services, Inc. has determined that the request for baths are medically necessary and appropriate.',
      'baths',
      'overturned',
    ],
    [
      'MAXIMUS Federal Services, Inc has determined the request for a bath was medically necessary and appropriate.',
      'a bath',
      'overturned',
    ],
    ['2. Baths were not medically necessary and appropriate.', 'Baths', 'upheld'],
    ['1. Decision: A bath is medically necessary and appropriate.', 'A bath', 'overturned'],
    ['1. The request for a bath is notmedically necessary and appropriate.', 'a bath', 'upheld'],
    ['1. A bath is not medically necessary.', 'A bath', 'upheld'],
    ['1. A lid that is large is not medically necessary and appropriate.', 'A lid that is large', 'upheld'],
    ['is not medically necessary and appropriate.', null, 'upheld'],
  ] as const) {
    test(text, () => {
      const flowing = flow(text);
      const found = readDetermined(flowing, 0, flowing.text.length);
      assert.equal(valueOf(found?.item), item);
      assert.equal(found?.decision.value, value);
    });
  }

  test('none without a verdict', () => {
    const flowing = flow('1) MAXIMUS Federal Services, Inc. has determined the request for a bath.');
    assert.equal(readDetermined(flowing, 0, flowing.text.length), null);
  });
});
