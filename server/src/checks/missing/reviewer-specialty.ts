import { reviewerPartCheck } from './reviewer-part.ts';

/**
 * The letter names the expert reviewer's specialty, in a line of its own or in the sentence on the qualifications.
 *
 *     State(s) of Licensure: Nevada
 *     Certification(s)/Specialty:
 */
export const missingReviewerSpecialty = reviewerPartCheck({
  part: 'reviewer-specialty',
  slot: 'specialties',
  title: "The letter does not name the expert reviewer's specialty.",
  severity: 'error',
  asked: 'reviewer-qualifications',
  empty: 'names no specialty',
  missing: "The letter does not name the expert reviewer's specialty",
  why: "asks for the reviewer's qualifications",
});
