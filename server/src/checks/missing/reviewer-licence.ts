import { law } from './legal.ts';
import { reviewerPartCheck } from './reviewer-part.ts';

const LEGAL = law('reviewer-licence');

/**
 * The letter names the states where the expert reviewer is licensed. The law asks for the licence; that the letter tells
 * its states is the form's habit, so that a letter without them has most likely lost a line.
 *
 *     State(s) of Licensure:
 *     Certification(s)/Specialty: Family Practice
 */
export const missingReviewerLicence = reviewerPartCheck({
  part: 'reviewer-licence',
  slot: 'licensedStates',
  title: 'The letter does not say where the expert reviewer is licensed.',
  severity: 'warning',
  legal: LEGAL,
  empty: 'names no state',
  missing: 'The letter does not say where the expert reviewer is licensed',
  why: `${LEGAL} asks for a licence, and the form names its states`,
});
