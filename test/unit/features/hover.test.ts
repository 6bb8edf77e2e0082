import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MarkupContent, MarkupKind } from 'vscode-languageserver';
import { hover } from '../../../server/src/features/hover.ts';
import type { Letter, SectionId } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { runs, samples } from '../../properties/letters.ts';
import { letterOf, spanIn } from './build.ts';

const DECISION = '2015-09-30';

/** A letter that is one section of running text. */
const proseOf = (text: string, id: SectionId = 'summary'): Letter =>
  letterOf(text, {
    sections: [{ id, heading: null, span: { start: 0, end: text.length } }],
    header: {
      span: { start: 0, end: 0 },
      fields: { decision: { label: null, span: { start: 0, end: 0 }, printed: null, value: DECISION } },
    },
  });

const textOf = (letter: Letter, offset: number, kind: MarkupKind = MarkupKind.PlainText): string => {
  const found = hover(letter, offset, kind);
  return found && MarkupContent.is(found.contents) ? found.contents.value : '';
};

/** The first line of the card at the first character of `word`, empty where there is none. */
const firstLine = (text: string, word: string, id?: SectionId): string =>
  textOf(proseOf(text, id), spanIn(text, word).start).split('\n')[0] ?? '';

test('hover: nothing in plain prose, on any character of it', () => {
  const letter = proseOf(
    'The worker was seen for knee complaints and low back pain after lifting a crate. Surgery and pain management were ' +
      'discussed; physical therapy, acupuncture and opioids were declined. He is in the United States and it was 5/5 ' +
      'strength, 120 degrees, 10.5 hours, at L4/5 and 3-4 mm. The general approach to work was agreed. Or who cares, us too.',
  );
  for (let offset = 0; offset <= letter.text.length; offset++)
    assert.equal(textOf(letter, offset), '', `at “${letter.text.slice(offset, offset + 20)}”`);
});

test('hover: an abbreviation counts as a whole word in its exact case only', () => {
  assert.match(firstLine('He had UR.', 'UR'), /^UR: utilization review/);
  assert.match(firstLine('Two ESIs', 'ESIs'), /^ESIs: epidural/);
  assert.match(firstLine('An EMG/NCS', 'NCS'), /^NCS: nerve/);
  assert.match(firstLine('Form PR-2.', 'PR-2'), /^PR-2: primary/);
  for (const [text, word] of [
    ['He had ur.', 'ur'],
    ['The URL was', 'UR'],
    ['Our PURE oil', 'UR'],
    ['x.PT.org', 'PT'],
    ['pt_PT@x.org', 'PT'],
  ] as const)
    assert.equal(firstLine(text, word), '', text);
});

test('hover: titles of guidelines count only as titles, and near words that speak of guidelines', () => {
  assert.match(firstLine('The chapter Low Back Complaints says', 'Back'), /^Low Back Complaints \(2004\)/);
  assert.equal(firstLine('The chapter on low back complaints says', 'back'), '');
  assert.equal(firstLine('Diagnosis: Low Back Complaints', 'Back'), '');
});

test('hover: a specialty in prose counts only as a title, and a treatment is no licence', () => {
  assert.match(firstLine('Surgery', 'Surgery', 'credentials'), /^Surgery: specialty/);
  assert.match(firstLine('A consultation in Orthopedic Surgery', 'Surgery'), /^Orthopaedic Surgery: specialty/);
  assert.equal(firstLine('Twelve visits of Physical Therapy', 'Therapy'), '');
});

test('hover: a drug is none in names and the words of the form', () => {
  assert.match(firstLine('Norco daily', 'Norco'), /^Norco: a brand of hydrocodone/);
  assert.equal(firstLine('Dr. Norco', 'Norco', 'cover'), '');
});

test('hover: the schedule is not what a Non-MTUS citation names', () => {
  assert.match(firstLine('the MTUS states', 'MTUS'), /^Medical Treatment Utilization Schedule/);
  assert.match(firstLine('a Non-MTUS Citation', 'MTUS'), /^Non-MTUS: a work outside the Medical/);
});

test('hover: statutes and regulations by their number, with a link, known or not', () => {
  const lines = (text: string, word: string) => textOf(proseOf(text), spanIn(text, word).start).split('\n');
  assert.match(lines('Labor Code section 4610.6(h).', '4610')[0] ?? '', /^Labor Code section 4610\.6: conduct of IMR/);
  assert.match(lines('8 CCR § 9792.10.6', '9792')[0] ?? '', /^8 CCR section 9792\.10\.6: IMR standards/);
  assert.match(lines('see 9792.24.2.', '9792')[0] ?? '', /^8 CCR 9792\.24\.2: Chronic Pain/);
  assert.match(lines('Labor Code 3700', '3700')[0] ?? '', /not known here/);
  assert.match(lines('Labor Code 3700', '3700')[1] ?? '', /lawCode=LAB&sectionNum=3700\.\)$/);
  assert.deepEqual(lines('page 4610.6 of it', '4610'), ['']);
});

test('hover: the link of an article is built from its id alone', () => {
  const linked = (text: string, word: string) => textOf(proseOf(text), spanIn(text, word).start).split('\n')[1];
  assert.equal(linked('PMID: 12345678.', '123'), 'https://pubmed.ncbi.nlm.nih.gov/12345678/');
  assert.equal(linked('doi:10.1000/xyz.12).', '10.1'), 'https://doi.org/10.1000/xyz.12');
  assert.equal(linked('doi:10.1016/S0304(97)00111-4', '10.1'), 'https://doi.org/10.1016/S0304(97)00111-4');
  assert.equal(linked('call 12345678 now', '123'), undefined);
});

test('hover: a date in its ISO form with the days to the decision; no day of the week', () => {
  const card = (text: string, word: string) => textOf(proseOf(text), spanIn(text, word).start);
  assert.equal(card('on 9-1-2015 he', '9-1'), '2015-09-01\n29 days before the decision of 2015-09-30');
  assert.equal(card('on Oct 1, 2015 he', 'Oct'), '2015-10-01\n1 day after the decision of 2015-09-30');
  assert.equal(card('on 9/30/2015', '9/30'), '2015-09-30: decision date of this letter');
  assert.equal(card('on 2/30/2015', '2/30'), '');
  assert.equal(card('in May 2015', 'May'), '');
});

test('hover: a name divided over lines and page furniture is one place', () => {
  const text = 'He takes Tylenol\nFINAL 3\n  with\n   Codeine and Lidocaine\n 5%   patch.';
  const furniture = [spanIn(text, 'FINAL 3')];
  const letter = { ...proseOf(text), furniture };
  const found = hover(letter, spanIn(text, '5%').start, MarkupKind.PlainText);
  assert.deepEqual(found?.range, { start: { line: 3, character: 15 }, end: { line: 4, character: 11 } });
  assert.equal(hover(letter, spanIn(text, 'NAL').start), null);
  assert.equal(hover(letter, text.indexOf('and')), null);
  assert.equal(hover(proseOf('Norco   daily'), 7), null, 'white space that the flow leaves out is no place');
});

test('hover: nothing on headings, labels and the fixed sentences of the form', () => {
  const [placed] = parse(samples.get('credentials-2015.imr.txt') ?? '');
  assert.ok(placed);
  const { letter } = placed;
  for (const printed of [
    'HOW THE IMR FINAL',
    'IMR FINAL',
    'UR Denial Date:',
    'CLINICAL CASE SUMMARY',
    'IMR ISSUES',
    'Claims Administrator guideline:',
    'MAXIMUS guideline:',
    'Decision rationale:',
    'in active clinical practice',
    'strength of evidence hierarchy',
  ])
    assert.equal(textOf(letter, spanIn(letter.text, printed).start), '', printed);
});

/** Words that make cards, and markup that must not come through them. */
const TRIGGERS = [
  'MTUS',
  'ODG, Pain Chapter',
  'Low Back Complaints',
  'Norco',
  'Labor Code 4610.6(h)',
  'PMID: 12345678',
];
const MARKUP = [
  '[x](command:quit)',
  '<img src=x>',
  '`y`',
  '**',
  '![a](http://b)',
  '\n# ',
  '| a |',
  '$e$',
  '&lt;',
  '\\',
];
const injected = fc
  .array(fc.constantFrom(...TRIGGERS, ...MARKUP, ' ', '\n', 'doi:10.1000/a(b)_c', '8 CCR 9792.20', '1/2/2015', 'QME'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(' '));

/** The card's own links and strong text taken out, with what is escaped. */
const rest = (markdown: string): string =>
  markdown
    .replace(/\\[^a-z\d\s]/gi, '')
    .replace(/\[[^[\]]*\]\(https:\/\/[\w.-]+(?:\/[\w./?=;&%-]*)?\)/g, '')
    .replace(/\*\*[^*\n]+\*\*/g, '');

test('hover: whatever a letter prints, a card holds no markup but its own, and links only to the web', () => {
  const base = samples.get('credentials-2015.imr.txt') ?? '';
  fc.assert(
    fc.property(injected, injected, fc.nat(), (one, two, number) => {
      const text = base
        .replace('Opioids, long-term assessment', () => one)
        .replace('Tramadol is a centrally acting opioid.', () => two)
        .replace('Chronic Pain Medical Treatment 2009,', () => `${one} 2009,`);
      for (const { letter } of parse(text)) {
        const { text: whole } = letter;
        const places = [number % (whole.length + 1), ...[one, two].map((part) => whole.indexOf(part) + (number % 60))];
        for (const place of places) {
          const card = textOf(letter, Math.min(Math.max(place, 0), whole.length), MarkupKind.Markdown);
          assert.ok(card.split('\n').length <= 12);
          assert.doesNotMatch(rest(card), /[*_`<>[\]|$\\]|^#/m, card);
        }
      }
    }),
    runs(200),
  );
});

test('hover: twelve lines at most for every word of every sample', () => {
  for (const text of samples.values()) {
    for (const { letter } of parse(text)) {
      for (const { index } of letter.text.matchAll(/[\p{L}\d]+/gu)) {
        const lines = textOf(letter, index).split('\n');
        assert.ok(lines.length <= 12 && !lines.includes('…'), `${lines[0] ?? ''} is cut`);
      }
    }
  }
});
