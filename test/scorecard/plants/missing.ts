import { decisionWords, type Part, requires } from '../../../server/src/checks/forms.ts';
import type { Issue, Letter, Mark } from '../../../server/src/letter/model.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { type Damage, lose, type Plant, put } from '../plant.ts';

/** A part that the form requires is lost: what `part` finds of it is taken out. */
const lost = (part: Part, name: string, spanOf: (letter: Letter, issue: Issue) => Span | null): Plant => ({
  code: `missing.${part}`,
  name,
  anywhere: true,
  // Where a sentence of its own decides an issue, what it loses makes it no issue; of issues that a notice lists before it
  // explains them, their parts are missing.
  others: part === 'issues' ? ['missing.rationale'] : ['missing.issues'],
  plant(letter, random) {
    const issue = random.pick(letter.issues);
    const span = issue && requires(letter, part) ? spanOf(letter, issue) : null;
    return span && lose(span);
  },
});

/** The label stays and nothing stands behind it. */
const behind = (part: { readonly label: Mark | null; readonly span: Span } | null): Span | null =>
  part?.label ? { start: part.label.span.end, end: part.span.end } : null;

/** Title and decision on one line, as the forms since 2014 print them. */
const decisionIn = ({ title, decision }: Issue): Span | null =>
  title && decision && decision.span.start > title.span.start && decision.span.end <= title.span.end
    ? decision.span
    : null;

/** All of the title before the decision: of a longer one, the rest would be taken for the treatment. */
const itemIn = ({ title, item, decision }: Issue): Span | null =>
  item && decision && item.span.end <= decision.span.start && item.span.start === title?.span.start ? item.span : null;

/** The section that holds the issues: the notice of 2013 has its decisions in another one too. */
const issuesSpan = ({ sections, issues: [issue] }: Letter): Span | null =>
  sections.find(
    ({ id, span }) => id === 'issues' && issue && span.start <= issue.span.start && issue.span.end <= span.end,
  )?.span ?? null;

const sectionSpan = (letter: Letter, id: string): Span | null =>
  letter.sections.find((section) => section.id === id)?.span ?? null;

/** A list of the reviewer in labelled lines. */
const listOf = (letter: Letter, field: 'licensedStates' | 'specialties'): Span | null =>
  letter.reviewer?.form === 'credentials' ? (letter.reviewer[field]?.span ?? null) : null;

/** The list of documents, in the forms of 2013. */
const documents: Plant = {
  code: 'missing.documents',
  name: 'the section',
  anywhere: true,
  plant: (letter) => {
    const span = letter.format.endsWith('2013') && letter.cover ? sectionSpan(letter, 'documents') : null;
    return span && lose(span);
  },
};

const WRONG_WORDS = ['Approved', 'Denied', 'Pending'];

const unreadable: Plant = {
  code: 'missing.decision',
  name: 'another word in place of the decision',
  plant(letter, random): Damage | null {
    const issue = random.pick(letter.issues);
    const span = issue && decisionWords(letter).length > 0 ? decisionIn(issue) : null;
    return span && { ...put(span, random.pick(WRONG_WORDS) ?? ''), restores: false };
  },
};

/** Parts of a letter, or what stands behind their labels, are lost. */
export const MISSING_PLANTS: readonly Plant[] = [
  lost('reviewer-licence', 'the line of states', (letter) => listOf(letter, 'licensedStates')),
  lost('reviewer-specialty', 'the line of specialties', (letter) => listOf(letter, 'specialties')),
  lost('summary', 'the section', (letter) => sectionSpan(letter, 'summary')),
  documents,
  lost('issues', 'the section', issuesSpan),
  lost('item', 'the treatment before its decision', (_, issue) => itemIn(issue)),
  lost('decision', 'the word', (_, issue) => decisionIn(issue)),
  unreadable,
  lost('claims-guideline', 'the part', (_, issue) => issue.claimsAdministrator?.span ?? null),
  lost('claims-guideline', 'what stands behind the label', (_, issue) => behind(issue.claimsAdministrator)),
  lost('maximus-guideline', 'the part', (_, issue) => issue.expertReviewer?.span ?? null),
  lost('maximus-guideline', 'what stands behind the label', (_, issue) => behind(issue.expertReviewer)),
  lost('rationale', 'the part', (_, issue) => issue.rationale?.span ?? null),
  lost('rationale', 'what stands behind the label', (_, issue) => behind(issue.rationale)),
];
