import { labelledPartCheck } from './labelled-part.ts';

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
  asked: 'clinical-reasons',
  why: 'asks for the clinical reasons',
});
