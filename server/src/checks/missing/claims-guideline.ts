import { labelledPartCheck } from './labelled-part.ts';

/**
 * Every issue says what the claims administrator relied on, even where nothing was cited. No law asks for it, but the
 * form has it in every issue, so that a letter without it has lost a line.
 *
 *     Gym membership: Upheld
 *     MAXIMUS guideline: …
 */
export const missingClaimsGuideline = labelledPartCheck({
  part: 'claims-guideline',
  slot: 'claimsAdministrator',
  name: 'statement of what the claims administrator relied on',
  title: "An issue does not say what the claims administrator's decision was based on.",
  severity: 'warning',
  why: 'the form has it in every issue, even where nothing was cited',
});
