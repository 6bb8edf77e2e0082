import { linkOfStatute, requiredField } from '../../facts/index.ts';
import type { Decision, Determination } from '../../letter/model.ts';
import { touches } from '../../text/span.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import type { Place } from './place.ts';
import { sureWords } from './sure.ts';

/** What a decision means for the worker and the claims administrator, and how it can be appealed. */
export const decisionCard: CardProvider = (place): Card | null => {
  const found = decisionAt(place);
  return found && { span: found.span, lines: [...MEANING[found.value], ...rules()] };
};

const decisionAt = ({ letter, offset }: Place) => {
  for (const { decision } of letter.issues)
    if (decision?.value && touches(decision.span, offset)) return { span: decision.span, value: decision.value };
  const { printed = null, value = null } = letter.cover?.determination ?? {};
  return printed && value && touches(printed.span, offset) ? { span: printed.span, value } : null;
};

const MEANING: Readonly<Record<Decision | Determination, readonly CardLine[]>> = {
  upheld: [
    [
      { strong: 'Upheld' },
      ': the reviewer agrees with utilization review that the treatment is not medically necessary',
    ],
    ['The denial stands. The claims administrator need not authorize the treatment'],
  ],
  overturned: [
    [{ strong: 'Overturned' }, ': the reviewer finds the treatment medically necessary, against utilization review'],
    ['The denial falls. The claims administrator must authorize the treatment for the worker'],
  ],
  modified: [
    [{ strong: 'Modified' }, ': the reviewer finds a part of the treatment medically necessary'],
    ['The claims administrator must authorize that part; for the rest the denial stands'],
  ],
  'partially-overturned': [
    [{ strong: 'Partially overturned' }, ': the reviewer finds some of the treatment medically necessary, not all'],
    ['The claims administrator must authorize what each issue overturns; for the rest the denial stands'],
  ],
};

/** The effect of a determination and the way to appeal, as the law has them. */
const rules = (): readonly CardLine[] => {
  const binding = requiredField('binding-effect');
  const appeal = requiredField('appeal-notice');
  const facts = [binding, appeal].filter((fact) => fact !== null);
  return [
    binding ? [`Effect: ${binding.requirement} (`, law('4610.6(g)'), ')'] : [],
    appeal ? [`Appeal: ${appeal.requirement} (`, law('4610.6(h)'), ')'] : [],
    facts.length > 0 ? [sureWords([{ what: 'effect and appeal', facts }])] : [],
  ];
};

const law = (number: string) => ({ text: `Labor Code ${number}`, url: linkOfStatute(number) });
