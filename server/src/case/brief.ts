import type { Case, CaseBasis, CaseCitation, CaseIssue } from './case.ts';
import { clean } from './clean.ts';

/*
 * The brief of a case: one page that a person can hand on. What it says is decided here, once; markdown.ts and html.ts only
 * set it. What the letter does not say is left out.
 */

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

const OUTCOMES = {
  upheld: 'Upheld',
  overturned: 'Overturned',
  'partially-overturned': 'Partially overturned',
  modified: 'Modified',
} as const;

/** The blocks of a record's page, in order. No text in them is empty. */
export const briefOf = (record: Case): readonly Block[] => [
  heading(1, titleOf(record)),
  ...facts(headerFacts(record)),
  ...section('Reviewer', facts(reviewerFacts(record))),
  ...section('Clinical case summary', [...facts(patientFacts(record)), ...text(record.summary)]),
  ...section('Issues', record.issues.flatMap(issueBlocks)),
  ...section('Documents reviewed', list(record.documentsReviewed)),
  ...section('Source', facts(sourceFacts(record))),
];

const titleOf = ({ caseNumber }: Case): string => `Independent Medical Review ${caseNumber ?? ''}`;

const heading = (level: 1 | 2 | 3, words: string): Block => ({ kind: 'heading', level, text: clean(words) });

const text = (value: string | null): readonly Block[] => {
  const cleaned = clean(value ?? '');
  return cleaned ? [{ kind: 'text', text: cleaned }] : [];
};

const list = (values: readonly string[]): readonly Block[] => {
  const items = values.map(clean).filter(Boolean);
  return items.length > 0 ? [{ kind: 'list', items }] : [];
};

/** A heading only where something stands below it. */
const section = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length > 0 ? [heading(2, title), ...blocks] : [];

type Pair = readonly [label: string, value: string | number | null | readonly string[]];

const facts = (pairs: readonly Pair[]): readonly Block[] => {
  const known = pairs.flatMap(([label, value]) => {
    const words =
      typeof value === 'object' ? (value ?? []).map(clean).filter(Boolean).join('; ') : clean(String(value));
    return words ? [{ label, value: words }] : [];
  });
  return known.length > 0 ? [{ kind: 'facts', facts: known }] : [];
};

const headerFacts = ({ caseNumber, determination, dates, priority }: Case): readonly Pair[] => [
  ['Case number', caseNumber],
  ['Determination', determination && OUTCOMES[determination]],
  ['Decision date', dates.decision],
  ['Date of injury', dates.injury],
  ['Utilization review decision', dates.utilizationReview],
  ['Application received', dates.applicationReceived],
  ['Assigned', dates.assigned],
  ['Priority', priority],
];

const reviewerFacts = ({ reviewer }: Case): readonly Pair[] => [
  ['Specialty', reviewer.specialties],
  ['Subspecialty', reviewer.subspecialties],
  ['Licensed in', reviewer.licensedStates],
];

const patientFacts = ({ patient }: Case): readonly Pair[] => [
  ['Age', patient.age],
  ['Sex', patient.sex],
  ['Injured', patient.injuryDate],
];

const sourceFacts = ({ source }: Case): readonly Pair[] => [
  ['Document', source.uri],
  ['Letter', source.letter],
  ['Lines', `${source.firstLine}–${source.lastLine}`],
];

const issueBlocks = (issue: CaseIssue): readonly Block[] => [
  heading(3, `${issue.number}. ${clean(issue.item ?? '') || 'Treatment not stated'}`),
  ...facts([
    ['Decision', issue.decision ? OUTCOMES[issue.decision] : issue.decisionText],
    ['Claims administrator relied on', issue.claimsAdministrator?.text ?? null],
    ['Reviewer relied on', issue.expertReviewer?.text ?? null],
    ['Citations', citationWords(issue.expertReviewer)],
  ]),
  ...text(issue.rationale),
];

/** What the reviewer's statement cites, each with its place. */
const citationWords = (basis: CaseBasis | null): readonly string[] => (basis?.citations ?? []).map(wordsOf);

const wordsOf = ({ scheme, guideline, year, sections, pages, text: printed }: CaseCitation): string => {
  const title = [guideline, year].filter((part) => part !== null).join(', ');
  const places = pages.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
  const known = [title, sections.join(', '), places && `pages ${places}`].filter(Boolean);
  return [scheme === 'other' ? '' : scheme, ...(known.length > 0 ? known : [printed])].filter(Boolean).join(' · ');
};
