import type { Basis, Citation, Field, Issue, Letter, ListField } from '../letter/model.ts';
import type { Span } from '../text/span.ts';

type Spanned = { readonly span: Span } | null | undefined;

/** The span of every node of the letter's tree, in no order. */
export function* spansOf(letter: Letter): Generator<Span> {
  for (const node of nodesOf(letter)) if (node) yield node.span;
}

function* nodesOf(letter: Letter): Generator<Spanned> {
  const { header, cover, reviewer, summary, documents } = letter;
  yield* [letter, header, cover, reviewer, summary, documents];
  for (const section of letter.sections) yield* [section, section.heading];
  for (const field of Object.values(header?.fields ?? {})) yield* fieldNodes(field);
  yield* fieldNodes(cover?.determination);
  yield* [cover?.addressee, summary?.heading, summary?.text, summary?.age, summary?.sex, summary?.injuryDate];
  for (const list of [reviewer?.licensedStates, reviewer?.specialties, reviewer?.subspecialties])
    yield* fieldNodes(list);
  yield documents?.heading;
  yield* documents?.items ?? [];
  for (const issue of letter.issues) yield* issueNodes(issue);
}

function* issueNodes(issue: Issue): Generator<Spanned> {
  yield* [issue, issue.title, issue.item, issue.originalRequest, issue.authorized, issue.decision];
  for (const basis of [issue.claimsAdministrator, issue.expertReviewer]) yield* basisNodes(basis);
  yield* fieldNodes(issue.rationale);
}

function* basisNodes(basis: Basis | null): Generator<Spanned> {
  yield* [basis, basis?.label, basis?.text];
  for (const citation of basis?.citations ?? []) yield* citationNodes(citation);
}

const citationNodes = (citation: Citation): readonly Spanned[] => [
  citation,
  citation.guideline,
  citation.year,
  ...citation.sections,
  ...citation.pages,
];

const fieldNodes = (field: Field<unknown> | ListField | null | undefined): readonly Spanned[] => [
  field,
  field?.label,
  field?.printed,
  ...(field && 'values' in field ? field.values : []),
];
