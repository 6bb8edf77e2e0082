import { isMisrecognised } from '../../facts/confusions.ts';
import { readDecision } from '../../letter/decision.ts';
import type { Issue } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { nameWithin, quoted } from '../wording.ts';

/**
 * The word of a decision with up to two wrong characters, or in another case. Certain where each is a shape that recognition
 * takes for another.
 *
 *     Gym membership: Overtumed
 */
export const labelDecision: Check = {
  code: 'label.decision',
  title: 'The word of a decision is misspelt.',
  severity: 'warning',
  category: 'label',
  run: (letter) => flatMap(letter.issues, (issue) => foundIn(issue)),
};

const foundIn = (issue: Issue): readonly Found[] => {
  const { decision } = issue;
  const damaged = decision?.damage.includes('spelling') || decision?.damage.includes('case');
  const word = decision?.value && damaged ? readDecision(decision.printed)?.word : undefined;
  if (!decision || word === undefined) return [];
  const { span, printed } = decision;
  const message = `${quoted(printed)} stands where ${nameWithin(issue)} has its decision; the form's word is ${quoted(word)}.`;
  return [{ span, message, reading: word, certain: isMisrecognised(printed, word) }];
};
