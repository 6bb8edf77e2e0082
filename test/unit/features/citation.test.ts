import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkupContent, MarkupKind } from 'vscode-languageserver';
import { hover } from '../../../server/src/features/hover.ts';
import type { Citation, Letter } from '../../../server/src/letter/model.ts';
import { basisOf, citationOf, issueOf, leafIn, letterOf, spanIn } from './build.ts';

const TEXT = 'UR 2016-08-20: MTUS Chronic Pain Medical Treatment 2009, Section(s): A, B, C, D, E. End.';
const CITED = 'MTUS Chronic Pain Medical Treatment 2009, Section(s): A, B, C, D, E.';
const span = spanIn(TEXT, CITED);

/** A letter of one citation, with the day of the utilization review. */
const letterWith = (parts: Partial<Citation>, review: string | null = null): Letter =>
  letterOf(TEXT, {
    header: review
      ? {
          span: spanIn(TEXT, 'UR 2016-08-20'),
          fields: { utilizationReview: { label: null, span, printed: null, value: review } },
        }
      : null,
    issues: [issueOf(span, { expertReviewer: basisOf(span, { citations: [citationOf(span, CITED, parts)] }) })],
  });

const CHRONIC_PAIN: Partial<Citation> = {
  scheme: 'MTUS',
  guideline: leafIn(TEXT, 'Chronic Pain Medical Treatment'),
  year: { value: 2009, span: spanIn(TEXT, '2009') },
};

const cardOf = (letter: Letter, offset = span.start + 3): readonly string[] => {
  const found = hover(letter, offset, MarkupKind.PlainText);
  return found && MarkupContent.is(found.contents) ? found.contents.value.split('\n') : [];
};

const lineWith = (lines: readonly string[], part: string): string | undefined =>
  lines.find((line) => line.includes(part));

test('citation: the card shows from the first to the last character of the citation, and nowhere else', () => {
  const letter = letterWith(CHRONIC_PAIN);
  for (const offset of [span.start, span.start + 20, span.end]) assert.ok(cardOf(letter, offset).length > 3);
  assert.deepEqual(cardOf(letter, span.start - 1), []);
  assert.deepEqual(cardOf(letter, span.end + 1), []);
});

test('citation: guideline, adoption with a link, times and certainty', () => {
  assert.deepEqual(cardOf(letterWith(CHRONIC_PAIN)), [
    'Chronic Pain Medical Treatment (2009): 127 pages',
    'Adopted into the Medical Treatment Utilization Schedule (MTUS) by 8 CCR 9792.24.2 (https://www.dir.ca.gov/t8/9792_24_2.html)',
    'In the schedule from 2009-07-18 to 2016-07-27; published 2009-05',
    'How sure: guideline well documented',
  ]);
});

test('citation: at the letter’s date it was in force, it was not, or a change lay near', () => {
  const inForce = (review: string) => lineWith(cardOf(letterWith(CHRONIC_PAIN, review)), 'On the');
  assert.equal(inForce('2015-03-01'), 'On the UR denial date, 2015-03-01, it was in force');
  assert.equal(
    inForce('2016-08-20'),
    'On the UR denial date, 2016-08-20, Chronic Pain Medical Treatment (2016) had just taken over; the date of the request decides which edition governs',
  );
  assert.equal(
    inForce('2017-03-01'),
    'On the UR denial date, 2017-03-01, it was not in force: the schedule held Chronic Pain Medical Treatment (2016)',
  );
});

test('citation: three topics are told, the rest counted, unknown ones named as such', () => {
  const sections = ['A', 'Benzodiazepines', 'Muscle relaxants (for pain)', 'D', 'E'].map((value) => ({
    value,
    span: spanIn(TEXT, 'A'),
  }));
  assert.deepEqual(cardOf(letterWith({ ...CHRONIC_PAIN, sections })).slice(2, 6), [
    'Section “A” is not known in this guideline',
    'Topic Benzodiazepines, page 24',
    'Topic Muscle relaxants (for pain), pages 63-66',
    'and 2 more',
  ]);
});

test('citation: pages far from the topic’s are mentioned, near ones are not', () => {
  const topicLine = (page: number) => {
    const pages = [{ first: page, last: page, span: spanIn(TEXT, 'A') }];
    const sections = [{ value: 'Benzodiazepines', span: spanIn(TEXT, 'A') }];
    return lineWith(cardOf(letterWith({ ...CHRONIC_PAIN, sections, pages })), 'Topic');
  };
  assert.equal(topicLine(25), 'Topic Benzodiazepines, page 24');
  assert.equal(topicLine(91), 'Topic Benzodiazepines, page 24; the cited page 91 may be another topic’s');
});

test('citation: a title that no schedule has is said to be unknown, and cut to a readable length', () => {
  const guideline = { value: `Gym ${'x'.repeat(300)}`, span };
  const card = cardOf(letterWith({ scheme: 'MTUS', guideline }));
  assert.equal(card[1], 'No guideline of the MTUS is known by this title.');
  assert.ok((card[0]?.length ?? 0) < 120);
});

test('citation: of another work nothing is told where the tables do not hold it', () => {
  assert.deepEqual(cardOf(letterWith({ scheme: 'other', guideline: { value: 'A web page of a maker', span } })), []);
});

test('citation: what a letter prints cannot become Markdown', () => {
  const guideline = { value: '[x](command:quit) <img src=x> `y`\n# z', span };
  const found = hover(letterWith({ scheme: 'MTUS', guideline }), span.start, MarkupKind.Markdown);
  assert.ok(found && MarkupContent.is(found.contents));
  assert.equal(
    found.contents.value.split('\n')[0],
    '**MTUS citation**\\: “\\[x\\](command:quit) \\<img src=x\\> \\`y\\` # z”  ',
  );
});
