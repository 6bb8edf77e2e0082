import type { Issue, Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { flowOf, sourceSpan } from '../../text/flow.ts';
import type { Check, Found } from '../check.ts';
import { decisionWords } from '../forms.ts';
import { nameOf, quoted } from '../wording.ts';
import { conclusionAgainst } from './conclusion.ts';

/**
 * A decision that the rationale denies: upheld, though the treatment is found necessary, or the other way round.
 *
 *     Gym membership: Upheld … Decision rationale: … The request is medically necessary.
 *
 * Speaks only where the rationale concludes in the form's own words, and neither another conclusion nor a limit stands
 * beside it. Reviewers conclude in many ways; of all others nothing is said.
 */
export const crossCheckDecision: Check = {
  code: 'cross-check.decision',
  title: 'The decision of an issue is not what its rationale concludes.',
  severity: 'warning',
  category: 'cross-check',
  run: (letter) => flatMap(letter.issues, (issue) => problemsIn(letter, issue)),
};

const OPPOSITE = { upheld: 'Overturned', overturned: 'Upheld' } as const;

const problemsIn = (letter: Letter, issue: Issue): readonly Found[] => {
  const { decision, rationale } = issue;
  if (!rationale?.printed || (decision?.value !== 'upheld' && decision?.value !== 'overturned')) return [];
  const conclusion = conclusionAgainst(decision.value, rationale.printed.value);
  if (!conclusion) return [];
  const { start, end } = rationale.printed.span;
  const span = sourceSpan(flowOf(letter, start, end), conclusion.start, conclusion.end);
  const words = quoted(rationale.printed.value.slice(conclusion.start, conclusion.end));
  const message = `${nameOf(issue)} is ${decision.value}, but its rationale concludes that it ${words}.`;
  const reading = decisionWords(letter).find((word) => word === OPPOSITE[decision.value as keyof typeof OPPOSITE]);
  const related = [{ span, message: 'The conclusion of the rationale' }];
  return [{ span: decision.span, message, related, ...(reading !== undefined && { reading }) }];
};
