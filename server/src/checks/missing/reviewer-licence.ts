import { reviewerPartCheck } from './reviewer-part.ts';

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
  asked: 'reviewer-licence',
  empty: 'names no state',
  missing: 'The letter does not say where the expert reviewer is licensed',
  why: 'asks for a licence, and the form names its states',
});
