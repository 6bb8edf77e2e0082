import { SymbolKind } from 'vscode-languageserver';
import type { Basis, DecisionLeaf, Issue } from '../../letter/model.ts';
import { contains } from '../../text/span.ts';
import type { Row } from '../symbol.ts';
import { DECISION_WORDS } from '../words.ts';
import { basisWords } from './citation.ts';

/**
 * An issue by its number and item, its decision as detail; below it the decision, both guideline statements with what
 * they cite, and the rationale: those that the letter has, in document order.
 */
export const issueRow = (issue: Issue): Row => ({
  name: `${issue.number} ${issue.item?.value ?? '(no item)'}`,
  detail: decisionWords(issue.decision),
  kind: SymbolKind.Class,
  span: issue.span,
  selection: issue.item?.span ?? issue.title?.span,
  children: [
    ...decisionRows(issue),
    ...basisRows(issue.claimsAdministrator, "Claims administrator's guideline"),
    ...basisRows(issue.expertReviewer, 'MAXIMUS guideline'),
    ...rationaleRows(issue),
  ].sort((a, b) => a.span.start - b.span.start),
});

/** `Upheld`; the printed word in quotation marks where it is no decision; `no decision` where none stands. */
export const decisionWords = (decision: DecisionLeaf | null): string => {
  if (!decision) return 'no decision';
  return decision.value ? DECISION_WORDS[decision.value] : `“${decision.printed}”`;
};

/** None where the decision is told elsewhere, as in the list at the head of a notice: a row must lie in its issue. */
const decisionRows = ({ decision, span }: Issue): readonly Row[] =>
  decision && contains(span, decision.span)
    ? [
        {
          name: 'Decision',
          detail: decisionWords(decision),
          kind: SymbolKind.EnumMember,
          span: decision.span,
          selection: decision.span,
        },
      ]
    : [];

const basisRows = (basis: Basis | null, name: string): readonly Row[] =>
  basis
    ? [
        {
          name,
          detail: basisWords(basis),
          kind: SymbolKind.Interface,
          span: basis.span,
          selection: basis.text?.span ?? basis.label?.span,
        },
      ]
    : [];

const rationaleRows = ({ rationale }: Issue): readonly Row[] =>
  rationale
    ? [
        {
          name: 'Rationale',
          detail: rationale.printed ? '' : 'empty',
          kind: SymbolKind.String,
          span: rationale.span,
          selection: rationale.label?.span,
        },
      ]
    : [];
