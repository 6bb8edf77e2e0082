import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at, letterOf, valueOf, valuesOf } from './write.ts';

/* The professional review of early 2013: one request, each of its parts a section, the decision in a heading. */

const WHY_NOT = 'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT\nMEDICALLY NECESSARY:';
const WHY = 'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS\nMEDICALLY NECESSARY:';

const PARTS = {
  title: 'MEDICAL PROFESSIONAL REVIEW',
  issue: 'ISSUE AT DISPUTE:\n\nA paraffin bath: large; with a lid,\nfor home use',
  summary: 'CASE SUMMARY:\n\nA fifty-one year old female painter was injured on September\n13, 2012.',
  documents: 'DOCUMENTS REVIEWED FOR DETERMINATION:\n\n- Notes of 12/3/2012\n- Letter of the clinic,\n  two pages',
  guidelines:
    'MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL\nREVIEWER AND WHY:\n\nOfficial Disability Guidelines, Wax. The work is current.',
  rationale: `${WHY_NOT}\n\nThe skin has healed. The bath is not needed.`,
  qualifications:
    'MEDICAL REVIEWER QUALIFICATIONS:\n\nThe physician reviewer is Board Certified in Occupational Medicine, has a\nsubspecialty in Medical Toxicology and is licensed to practice in Nevada.',
};
const review = (parts: Partial<typeof PARTS> = {}): string =>
  Object.values({ ...PARTS, ...parts })
    .filter((part: string) => part !== '')
    .join('\n\n');

describe('a professional review', () => {
  const letter = letterOf(review());
  const [issue, more] = letter.issues;

  test('is told', () => {
    assert.equal(letter.format, 'professional-review-2013');
    assert.deepEqual(
      letter.sections.map(({ id }) => id),
      ['cover', 'issues', 'summary', 'documents', 'issues', 'issues', 'credentials'],
    );
  });

  test('has one issue, its decision in the heading of its rationale', () => {
    assert.equal(more, undefined);
    assert.equal(valueOf(issue?.item), 'A paraffin bath: large; with a lid, for home use');
    assert.equal(issue?.decision?.value, 'upheld');
    assert.equal(at(letter, issue.decision.span), 'IS/WAS NOT\nMEDICALLY NECESSARY');
    assert.equal(issue.decision.printed, 'IS/WAS NOT MEDICALLY NECESSARY');
    assert.equal(issue.claimsAdministrator, null);
    assert.equal(issue.expertReviewer?.citations[0]?.scheme, 'ODG');
    assert.equal(issue.rationale?.value, 'The skin has healed. The bath is not needed.');
  });

  test('has people, documents and reviewer', () => {
    assert.deepEqual([letter.summary?.age?.value, letter.summary?.sex?.value], [51, 'female']);
    assert.equal(letter.summary?.injuryDate?.value, '2012-09-13');
    assert.deepEqual(valuesOf(letter.documents?.items), ['Notes of 12/3/2012', 'Letter of the clinic, two pages']);
    assert.deepEqual(valuesOf(letter.reviewer?.specialties?.values), ['Occupational Medicine']);
    assert.deepEqual(valuesOf(letter.reviewer?.subspecialties?.values), ['Medical Toxicology']);
  });

  for (const [what, set] of Object.entries({
    'without blank lines': (text: string) => text.replace(/\n+/g, '\n'),
    'double spaced': (text: string) => text.replaceAll('\n', ' \n\n'),
    'with CRLF': (text: string) => text.replaceAll('\n', '\r\n'),
    'headings on one line': (text: string) => text.replaceAll(/(PROFESSIONAL|NOT)\n(?=REVIEWER AND|MEDICALLY)/g, '$1 '),
    'a title that goes on': (text: string) => text.replace('REVIEW\n', 'REVIEW OF A REQUEST FOR TREATMENT\n'),
    'a blank line first': (text: string) => `\n\n${text}`,
  })) {
    test(what, () => {
      const read = letterOf(set(review()));
      const values = read.issues.map(({ item, decision, rationale }) => [
        valueOf(item),
        decision?.value,
        rationale?.value,
      ]);
      assert.deepEqual(values, [[issue?.item?.value, 'upheld', issue?.rationale?.value]]);
      assert.equal(read.format, 'professional-review-2013');
    });
  }

  test('overturned, the heading drops its NOT', () => {
    const [first] = letterOf(review({ rationale: `${WHY}\n\nThe skin is open. The bath is needed.` })).issues;
    assert.equal(first?.decision?.value, 'overturned');
    assert.equal(first.decision.printed, 'IS/WAS MEDICALLY NECESSARY');
  });

  test('with parts missing', () => {
    const without = (part: keyof typeof PARTS): (typeof letter)['issues'][number] | undefined =>
      letterOf(review({ [part]: '' })).issues[0];
    assert.equal(without('issue')?.item, null);
    assert.equal(without('guidelines')?.expertReviewer, null);
    assert.deepEqual([without('rationale')?.decision, without('rationale')?.rationale], [null, null]);
    assert.equal(letterOf(review({ qualifications: '' })).reviewer, null);
  });

  test('with nothing below a heading', () => {
    const [first] = letterOf(review({ issue: 'ISSUE AT DISPUTE:', rationale: WHY_NOT })).issues;
    assert.equal(first?.item, null);
    assert.equal(first?.rationale?.value, null);
    assert.equal(first?.decision?.value, 'upheld');
  });
});
