/** The layout families of letters, as in the case record. */
export const FORMAT_IDS = [
  'professional-review-2013',
  'notice-2013',
  'decision-2013',
  'prose-2014',
  'credentials-2015',
  'unknown',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** `method` is HOW THE IMR FINAL DETERMINATION WAS MADE; `credentials` the reviewer's qualifications. */
export const SECTION_IDS = [
  'cover',
  'header',
  'method',
  'credentials',
  'summary',
  'documents',
  'issues',
  'disclaimer',
  'unknown',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

export const HEADER_FIELD_IDS = [
  'caseNumber',
  'priority',
  'injury',
  'utilizationReview',
  'applicationReceived',
  'assigned',
  'decision',
  'employee',
  'claimNumber',
  'provider',
] as const;
export type HeaderFieldId = (typeof HEADER_FIELD_IDS)[number];
