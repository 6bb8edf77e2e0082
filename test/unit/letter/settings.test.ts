import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Letter } from '../../../server/src/letter/model.ts';
import { letterOf, valueOf, valuesOf, wrap } from './write.ts';

/* The same letter, however it was set: widths, blank lines, pages, indents, line ends. */

const HEADINGS: readonly string[] = [
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'The Expert Reviewer has the following credentials:',
  'CLINICAL CASE SUMMARY',
  'IMR ISSUES, DECISIONS AND RATIONALES',
];

/** The paragraphs of a letter, each on one line. */
const PARAGRAPHS: readonly string[] = [
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the employer, employee, providers or the claims administrator. He/she is familiar with governing laws and regulations, including the strength of evidence hierarchy that applies to Independent Medical Review determinations.',
  'The Expert Reviewer has the following credentials:',
  'State(s) of Licensure: Nevada, North Carolina, New Mexico, District of Columbia',
  'Certification(s)/Specialty: Public Health & General Preventive Medicine, Physical Medicine & Rehabilitation',
  'CLINICAL CASE SUMMARY',
  'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:',
  'The injured worker is a 38-year-old male baker who sustained an industrial injury on 2-3-2015. He was seen on 6/1/2015 with pain, rated 5/10, at L4-L5. The plan was heat, a follow-up, and an X-ray. Medications were wax 5% #60 and none.',
  'IMR ISSUES, DECISIONS AND RATIONALES',
  'The Final Determination was based on decisions for the disputed items/services set forth below:',
  'Paraffin bath, with: a lid; for home use (DOS: 6/1/2015), "large" is: Overturned',
  'Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.',
  'MAXIMUS guideline: Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Initial Care, Physical Methods, and Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & cardiovascular risk. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Wax, pg. 4. http://www.example.com/wax/bath.html.',
  'Decision rationale: Heat may be tried at home. The skin has healed, and it is cheap. The request is medically necessary.',
  'Therapy, 14 visits was the original request. Therapy, 8 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, therapy, 6 visits is: Upheld',
  'Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment.',
  'MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Author A, et al. Warmth of the hand.',
  'Decision rationale: Eight visits are open to him. What they achieve decides about more. The request is not medically necessary.',
  'Associated surgical service: Sling: Upheld',
  'Claims Administrator guideline: Decision based on MTUS Shoulder Complaints 2004.',
  'MAXIMUS guideline: Decision based on MTUS Shoulder Complaints 2004, Section(s): Surgical Considerations.',
  'Decision rationale: No operation was asked for. The request is not medically necessary.',
];

const MARK =
  /^(?:Claims Administrator guideline|MAXIMUS guideline|Decision rationale|State\(s\) of Licensure|Certification\(s\)\/Specialty):/;
const MARKED = PARAGRAPHS.flatMap((text, k) => (HEADINGS.includes(text) || MARK.test(text) ? [k] : []));

const KINDS = [
  'replaced',
  'lost',
  'added',
  'swapped',
  'capitals',
  'small',
  'colon lost',
  'colon doubled',
  'semicolon',
] as const;

/** A paragraph whose heading or label is damaged at a place. */
const damaged = (paragraph: string, kind: (typeof KINDS)[number], place: number): string => {
  const mark = MARK.exec(paragraph)?.[0] ?? paragraph;
  const rest = paragraph.slice(mark.length);
  const at = place % (mark.length - 1);
  const [head, tail] = [mark.slice(0, at), mark.slice(at + 1)];
  switch (kind) {
    case 'replaced':
      return `${head}#${tail}${rest}`;
    case 'lost':
      return head + tail + rest;
    case 'added':
      return `${head}x${mark.slice(at)}${rest}`;
    case 'swapped':
      return head + (mark[at + 1] ?? '') + (mark[at] ?? '') + mark.slice(at + 2) + rest;
    case 'capitals':
      return mark.toUpperCase() + rest;
    case 'small':
      return mark.toLowerCase() + rest;
    case 'colon lost':
      return mark.replace(/:$/, '') + rest;
    case 'colon doubled':
      return mark.replace(/:$/, '::') + rest;
    case 'semicolon':
      return mark.replace(/:$/, ';') + rest;
  }
};

const told = (letter: Letter): unknown => ({
  format: letter.format,
  sections: letter.sections.map(({ id }) => id),
  states: valuesOf(letter.reviewer?.licensedStates?.values),
  specialties: valuesOf(letter.reviewer?.specialties?.values),
  summary: letter.summary?.text?.value,
  people: [valueOf(letter.summary?.age), valueOf(letter.summary?.sex), valueOf(letter.summary?.injuryDate)],
  issues: letter.issues.map((issue) => [
    valueOf(issue.title),
    valueOf(issue.item),
    valueOf(issue.decision),
    valueOf(issue.originalRequest),
    valueOf(issue.authorized),
    issue.rationale?.value,
    ...[issue.claimsAdministrator, issue.expertReviewer].map((side) => [
      side?.text?.value,
      side?.cited,
      side?.citations.map(({ scheme, guideline, year, sections, pages, text }) => [
        scheme,
        valueOf(guideline),
        valueOf(year),
        valuesOf(sections),
        pages.map(({ first, last }) => [first, last]),
        text,
      ]),
    ]),
  ]),
});

interface Setting {
  readonly width: number;
  /** What stands between lines, and between paragraphs. */
  readonly gaps: readonly [line: string, paragraph: string];
  readonly indent: string;
  readonly lineEnd: string;
  /** Lines of a page, and what stands between pages. */
  readonly page: number;
  readonly pageBreak: string;
}

const FOOTER = 'Final Determination Letter for IMR Case Number CM15-0012345  4';

const set = (paragraphs: readonly string[], { width, gaps, indent, lineEnd, page, pageBreak }: Setting): string => {
  const lines = paragraphs.flatMap((paragraph, k) => {
    const wrapped = (HEADINGS.includes(PARAGRAPHS[k] ?? '') ? paragraph : wrap(paragraph, width)).split('\n');
    return wrapped.map((text, i) => ({ text, last: i === wrapped.length - 1 }));
  });
  return lines
    .map(({ text, last }, i) => {
      const breaks = i % page === page - 1;
      const gap = breaks ? pageBreak : last ? gaps[1] : gaps[0];
      return `${indent}${text}${gap}`;
    })
    .join('')
    .replaceAll('\n', lineEnd);
};

const setting: fc.Arbitrary<Setting> = fc.record({
  width: fc.integer({ min: 60, max: 200 }),
  gaps: fc.constantFrom<(readonly [string, string])[]>(
    ['\n', '\n'],
    [' \n', ' \n'],
    ['\n', '\n\n'],
    ['\n', '\n\n\n'],
    [' \n\n', ' \n\n'],
    [' \n\n', ' \n\n \n\n'],
    [' \n', ' \n \n'],
  ),
  indent: fc.constantFrom('', '', ' ', '        ', '\t', '\u00a0'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  page: fc.integer({ min: 12, max: 60 }),
  pageBreak: fc.constantFrom(
    '\n\f',
    '\n\n\f',
    '\n4\n\f',
    '\n\n4\n\n\f',
    `\n${FOOTER}\n\f`,
    `\n\n\n${FOOTER}\n\n\f`,
    ' \n \n\f',
  ),
});

describe('the same letter in another setting', () => {
  const expected = told(letterOf(PARAGRAPHS.join('\n')));

  test('says the same', () => {
    fc.assert(
      fc.property(setting, (each) => {
        assert.deepEqual(told(letterOf(set(PARAGRAPHS, each))), expected);
      }),
      { numRuns: 400 },
    );
  });

  test('says the same with some of its marks damaged', () => {
    const damages = fc.array(fc.record({ which: fc.nat(), place: fc.nat(), kind: fc.constantFrom(...KINDS) }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(setting, damages, (each, list) => {
        const paragraphs = [...PARAGRAPHS];
        for (const { which, place, kind } of list) {
          const k = MARKED[which % MARKED.length] ?? 0;
          // One damage a mark.
          if (paragraphs[k] === PARAGRAPHS[k]) paragraphs[k] = damaged(PARAGRAPHS[k] ?? '', kind, place);
        }
        assert.deepEqual(told(letterOf(set(paragraphs, each))), expected);
      }),
      { numRuns: 400 },
    );
  });
});
