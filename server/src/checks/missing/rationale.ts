import { labelledPartCheck } from './labelled-part.ts';
import { law } from './legal.ts';

const LEGAL = law('clinical-reasons');

/**
 * Every issue gives the clinical reasons for its decision.
 *
 *     MAXIMUS guideline: …
 *     Decision rationale:
 */
export const missingRationale = labelledPartCheck({
  part: 'rationale',
  slot: 'rationale',
  name: 'rationale',
  title: 'An issue gives no reasons for its decision.',
  severity: 'error',
  legal: LEGAL,
  why: `${LEGAL} asks for the clinical reasons`,
});
