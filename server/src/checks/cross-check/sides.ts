import type { Basis, Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { flowOf, sourceSpan } from '../../text/flow.ts';
import type { Check, Found } from '../check.ts';
import { nameWithin, quoted } from '../wording.ts';

/**
 * What stands behind the label of one side speaks of the other.
 *
 *     Claims Administrator guideline: The Expert Reviewer did not cite any medical evidence for its decision.
 *
 * The two statements may have changed places. That both are alike is common and no sign of it.
 */
export const crossCheckSides: Check = {
  code: 'cross-check.sides',
  title: 'What is said to be one side’s statement speaks of the other side.',
  severity: 'warning',
  category: 'cross-check',
  run: (letter) =>
    flatMap(SIDES, ({ slot, speaksOf }) =>
      flatMap(letter.issues, (issue) => {
        const basis = issue[slot];
        const words = basis?.text ? speaksOf.exec(basis.text.value)?.[0] : undefined;
        if (!basis?.label || words === undefined) return [];
        return [problemOf(letter, basis, `${quoted(basis.label.canonical)} of ${nameWithin(issue)}`, words)];
      }),
    ),
};

const SIDES = [
  { slot: 'claimsAdministrator', speaksOf: /^The Expert Reviewer\b/i },
  { slot: 'expertReviewer', speaksOf: /^The Claims Administrator\b/i },
] as const;

const problemOf = (letter: Letter, basis: Basis, where: string, words: string): Found => {
  const { start, end } = basis.text?.span ?? basis.span;
  const span = sourceSpan(flowOf(letter, start, end), 0, words.length);
  return {
    span,
    message: `${where} begins with ${quoted(words)}: the statements of the two sides may have changed places.`,
    related: basis.label ? [{ span: basis.label.span, message: 'The label' }] : [],
  };
};
