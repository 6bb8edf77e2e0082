import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DocumentHighlightKind, type Range } from 'vscode-languageserver';
import { definition } from '../../../server/src/features/definition.ts';
import { highlight } from '../../../server/src/features/highlight.ts';
import { referencedAt, references } from '../../../server/src/features/references.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { offsetAt } from '../../../server/src/text/lines.ts';

const TEXT = `CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the case
file, including all medical records:

The patient is a 50-year-old baker with low back complaints who takes Soma and naproxen. The MTUS
was quoted by the physician.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Soma 350mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004, Section(s):
Summary.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids,
criteria for use; Carisoprodol (Soma), Page(s): 29. Decision based on Non-MTUS Citation Official Disability Guidelines
(ODG), Pain Chapter, Benzodiazepines.

Decision rationale: The cited guidelines ask for more. Per the MTUS guidelines and the ODG, Soma
is a relaxant. In summary, carisoprodol fails; the Chronic Pain Medical Treatment Guidelines agree,
and ACOEM does. Nothing is said of gyms. The request is not medically necessary.

Gym membership: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its
decision.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.

Decision rationale: The guidelines do not ask for gyms, nor does ACOEM. The request is not medically
necessary.
`;

const letterOf = (text: string): Letter => {
  const [placed] = parse(text);
  assert.ok(placed);
  return placed.letter;
};
const letter = letterOf(TEXT);
const at = (phrase: string, text = TEXT): number => {
  const index = text.indexOf(phrase);
  assert.ok(index >= 0, phrase);
  return index + 1;
};
const textAt = ({ start, end }: Range, of = letter): string =>
  of.text
    .slice(offsetAt(of.lines, start.line, start.character), offsetAt(of.lines, end.line, end.character))
    .replace(/\s+/g, ' ');

describe('definition', () => {
  const defined = (phrase: string): readonly string[] =>
    definition(letter, at(phrase))?.targets.map(({ selection }) => textAt(selection)) ?? [];
  const REVIEWERS = ['MTUS Chronic Pain', 'Official Disability'];

  test('the cited guidelines are what the expert reviewer cites for this issue', () => {
    const found = definition(letter, at('cited guidelines ask'));
    assert.equal(found && textAt(found.origin), 'The cited guidelines');
    const cited = found?.targets.map(({ range }) => textAt(range)) ?? [];
    assert.equal(cited.length, 2);
    REVIEWERS.forEach((words, index) => assert.ok(cited[index]?.includes(words)));
    assert.deepEqual(defined('guidelines do not'), [
      'Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.',
    ]);
  });

  test('the schedule or a work by its name are the citations of it', () => {
    assert.deepEqual(defined('MTUS guidelines and'), ['Chronic Pain Medical Treatment']);
    assert.deepEqual(defined('guidelines and the'), ['Chronic Pain Medical Treatment']);
    assert.deepEqual(defined('ODG, Soma'), ['Official Disability Guidelines (ODG)']);
  });

  test('ACOEM is a chapter of the schedule that was taken from it; where the reviewer cites none, the other side’s', () => {
    assert.deepEqual(defined('ACOEM. The'), ['Low Back Complaints']);
    assert.deepEqual(defined('ACOEM does'), ['Low Back Complaints']);
  });

  test('a chapter by its title, a topic or drug by its name', () => {
    assert.deepEqual(defined('Chronic Pain Medical Treatment Guidelines agree'), ['Chronic Pain Medical Treatment']);
    assert.deepEqual(defined('Soma\nis a'), ['Carisoprodol (Soma)']);
    assert.deepEqual(defined('carisoprodol fails'), ['Carisoprodol (Soma)']);
  });

  test('in the summary, the citations of every issue', () => {
    assert.deepEqual(defined('MTUS\nwas'), ['Chronic Pain Medical Treatment', 'Low Back Complaints']);
  });

  test('nothing elsewhere: prose, citations, headings, what is not cited', () => {
    for (const phrase of [
      'gyms. The',
      'low back complaints',
      'In summary',
      'MTUS Chronic',
      'CLINICAL CASE',
      'naproxen',
    ])
      assert.equal(definition(letter, at(phrase)), null, phrase);
  });
});

describe('references', () => {
  const found = (phrase: string, withCitations = true): readonly string[] =>
    references(letter, referencedAt(letter, at(phrase)), withCitations).map((range) => textAt(range));

  test('of a drug, by all its names', () => {
    assert.deepEqual(found('carisoprodol fails'), ['Soma', 'Soma', 'Carisoprodol (Soma)', 'Soma', 'carisoprodol']);
  });

  test('of a guideline, its citations only where declarations are wanted', () => {
    assert.deepEqual(found('Chronic Pain Medical Treatment 2009'), [
      'Chronic Pain Medical Treatment',
      'Chronic Pain Medical Treatment Guidelines',
    ]);
    assert.deepEqual(found('Chronic Pain Medical Treatment 2009', false), [
      'Chronic Pain Medical Treatment Guidelines',
    ]);
  });

  test('of a topic that several chapters have, not the everyday word', () => {
    assert.deepEqual(found('Summary.'), ['Summary', 'Summary']);
  });

  test('of the schedule, not where a work is said to be none of it', () => {
    assert.equal(found('MTUS\nwas').length, 5);
    assert.deepEqual(found('Non-MTUS'), []);
  });

  test('are the same in another letter', () => {
    const other = letterOf(TEXT.replaceAll('2009', '2016'));
    const subjects = referencedAt(letter, at('Opioids,\ncriteria'));
    assert.deepEqual(
      references(other, subjects, true).map((range) => textAt(range, other)),
      ['Opioids, criteria for use'],
    );
  });

  test('of a chapter of the Official Disability Guidelines and of its topic', () => {
    assert.deepEqual(found('Pain Chapter'), ['Pain']);
    assert.deepEqual(found('Benzodiazepines.'), ['Benzodiazepines']);
  });
});

describe('highlight', () => {
  test('tells citations from prose', () => {
    assert.deepEqual(
      highlight(letter, at('Chronic Pain Medical Treatment 2009'))?.map(({ kind }) => kind),
      [DocumentHighlightKind.Write, DocumentHighlightKind.Read],
    );
  });

  test('is null where nothing is named', () => {
    assert.equal(highlight(letter, at('baker')), null);
  });
});
