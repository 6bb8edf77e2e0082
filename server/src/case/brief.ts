import type { Case, CaseBasis, CaseCitation, CaseCorrection, CaseIssue } from './case.ts';
import { clean } from './clean.ts';

/*
 * The brief of a case: one page that a person can hand on. What it says is decided here, once; markdown.ts and html.ts only
 * set it. What the letter does not say is left out.
 */

/** Words of the page. `at`: the value of the record that they show, as a JSON Pointer; null where they are of the page itself. */
export interface Words {
  readonly text: string;
  readonly at: string | null;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly words: Words }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'text'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] };

export interface Fact {
  readonly label: string;
  /** Shown with a semicolon between them. */
  readonly values: readonly [Words, ...Words[]];
}

const OUTCOMES = {
  upheld: 'Upheld',
  overturned: 'Overturned',
  'partially-overturned': 'Partially overturned',
  modified: 'Modified',
} as const;

/** The blocks of a record's page, in order. No text in them is empty. */
export const briefOf = (record: Case): readonly Block[] => [
  heading(1, titleOf(record), record.caseNumber === null ? null : '/caseNumber'),
  ...facts(headerFacts(record)),
  ...section('Reviewer', facts(reviewerFacts(record))),
  ...section('Clinical case summary', [...facts(patientFacts(record)), ...text(record.summary, '/summary')]),
  ...section('Issues', record.issues.flatMap(issueBlocks)),
  ...section('Kept as printed', list((record.corrections ?? []).map(correctionWords))),
  ...section('Documents reviewed', list(each(record.documentsReviewed, '/documentsReviewed'))),
  ...section('Source', facts(sourceFacts(record))),
];

const titleOf = ({ caseNumber }: Case): string => `Independent Medical Review ${caseNumber ?? ''}`;

const heading = (level: 1 | 2 | 3, words: string, at: string | null = null): Block => ({
  kind: 'heading',
  level,
  words: { text: clean(words), at },
});

/** What of some words is worth showing. */
const known = (words: readonly Words[]): readonly Words[] =>
  words.map(({ text, at }) => ({ text: clean(text), at })).filter(({ text }) => text !== '');

const text = (value: string | null, at: string): readonly Block[] =>
  known([{ text: value ?? '', at }]).map((words) => ({ kind: 'text', words }));

const list = (values: readonly Words[]): readonly Block[] => {
  const items = known(values);
  return items.length > 0 ? [{ kind: 'list', items }] : [];
};

/** A heading only where something stands below it. */
const section = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length > 0 ? [heading(2, title), ...blocks] : [];

type Pair = readonly [label: string, values: readonly Words[]];

const facts = (pairs: readonly Pair[]): readonly Block[] => {
  const told = pairs.flatMap(([label, values]) => {
    const [first, ...others] = known(values);
    return first ? [{ label, values: [first, ...others] as const }] : [];
  });
  return told.length > 0 ? [{ kind: 'facts', facts: told }] : [];
};

/** One value or none. */
const one = (value: string | number | null, at: string | null = null): readonly Words[] =>
  value === null ? [] : [{ text: String(value), at }];

/** The values of a list of the record. */
const each = (values: readonly string[], at: string): readonly Words[] =>
  values.map((value, i) => ({ text: value, at: `${at}/${i}` }));

const headerFacts = ({ caseNumber, determination, dates, priority }: Case): readonly Pair[] => [
  ['Case number', one(caseNumber, '/caseNumber')],
  ['Determination', one(determination && OUTCOMES[determination], '/determination')],
  ['Decision date', one(dates.decision, '/dates/decision')],
  ['Date of injury', one(dates.injury, '/dates/injury')],
  ['Utilization review decision', one(dates.utilizationReview, '/dates/utilizationReview')],
  ['Application received', one(dates.applicationReceived, '/dates/applicationReceived')],
  ['Assigned', one(dates.assigned, '/dates/assigned')],
  ['Priority', one(priority, '/priority')],
];

const reviewerFacts = ({ reviewer }: Case): readonly Pair[] => [
  ['Specialty', each(reviewer.specialties, '/reviewer/specialties')],
  ['Subspecialty', each(reviewer.subspecialties, '/reviewer/subspecialties')],
  ['Licensed in', each(reviewer.licensedStates, '/reviewer/licensedStates')],
];

const patientFacts = ({ patient }: Case): readonly Pair[] => [
  ['Age', one(patient.age, '/patient/age')],
  ['Sex', one(patient.sex, '/patient/sex')],
  ['Injured', one(patient.injuryDate, '/patient/injuryDate')],
];

/** Both readings of a slip that stays as printed. */
export const correctionText = ({ printed, reading }: CaseCorrection): string =>
  `“${printed}” [sic], to be read “${reading}”`;

const correctionWords = (correction: CaseCorrection): Words => ({
  text: correctionText(correction),
  at: correction.pointer,
});

const sourceFacts = ({ source }: Case): readonly Pair[] => [
  ['Document', one(source.uri)],
  ['Letter', one(source.letter)],
  ['Lines', one(`${source.firstLine}–${source.lastLine}`)],
];

const issueBlocks = (issue: CaseIssue, i: number): readonly Block[] => {
  const at = `/issues/${i}`;
  const { decision, decisionText, claimsAdministrator, expertReviewer } = issue;
  return [
    heading(3, `${issue.number}. ${clean(issue.item ?? '') || 'Treatment not stated'}`, `${at}/item`),
    ...facts([
      ['Decision', decision ? one(OUTCOMES[decision], `${at}/decision`) : one(decisionText, `${at}/decisionText`)],
      ['Claims administrator relied on', one(claimsAdministrator?.text ?? null, `${at}/claimsAdministrator/text`)],
      ['Reviewer relied on', one(expertReviewer?.text ?? null, `${at}/expertReviewer/text`)],
      ['Citations', citationWords(expertReviewer, `${at}/expertReviewer/citations`)],
    ]),
    ...text(issue.rationale, `${at}/rationale`),
  ];
};

/** What the reviewer's statement cites, each with its place. */
const citationWords = (basis: CaseBasis | null, at: string): readonly Words[] =>
  (basis?.citations ?? []).map((citation, i) => ({ text: wordsOf(citation), at: `${at}/${i}/text` }));

const wordsOf = ({ scheme, guideline, year, sections, pages, text: printed }: CaseCitation): string => {
  const title = [guideline, year].filter((part) => part !== null).join(', ');
  const places = pages.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
  const found = [title, sections.join(', '), places && `pages ${places}`].filter(Boolean);
  return [scheme === 'other' ? '' : scheme, ...(found.length > 0 ? found : [printed])].filter(Boolean).join(' · ');
};
