import { labelledPartCheck } from './labelled-part.ts';

/**
 * Every issue cites the guideline or the evidence that the expert reviewer relied on.
 *
 *     MAXIMUS guideline:
 *     Decision rationale: …
 */
export const missingMaximusGuideline = labelledPartCheck({
  part: 'maximus-guideline',
  slot: 'expertReviewer',
  name: 'statement of what the expert reviewer relied on',
  title: "An issue does not say what the expert reviewer's decision was based on.",
  severity: 'error',
  asked: 'evidence',
  why: 'asks for the evidence that the reviewer used',
});
