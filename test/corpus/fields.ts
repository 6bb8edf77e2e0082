/** How the values of a field are compared. text: without white space and hyphens; count: the number of elements. */
type Comparison = 'exact' | 'text' | 'count' | 'where-given';

export interface Field {
  /** A JSON Pointer into the case record, `*` for every index. */
  readonly path: string;
  readonly compare: Comparison;
  /** False where the gold leaves the field open for works outside the schedule. */
  readonly firm?: false;
}

const field = (path: string, compare: Comparison): Field => ({ path, compare });

const BASIS: readonly Field[] = [
  field('text', 'text'),
  field('cited', 'exact'),
  field('citations', 'count'),
  field('citations/*/text', 'text'),
  field('citations/*/scheme', 'exact'),
  { path: 'citations/*/guideline', compare: 'text', firm: false },
  { path: 'citations/*/year', compare: 'exact', firm: false },
  { path: 'citations/*/sections', compare: 'text', firm: false },
  field('citations/*/pages', 'exact'),
  field('citations/*/entry', 'where-given'),
];

const basis = (side: string): Field[] => BASIS.map((f) => ({ ...f, path: `/issues/*/${side}/${f.path}` }));

/** Every field of the case record that a gold record can say something about, in the record's order. */
export const FIELDS: readonly Field[] = [
  field('/schemaVersion', 'exact'),
  field('/format', 'exact'),
  field('/caseNumber', 'exact'),
  field('/priority', 'exact'),
  field('/dates/injury', 'exact'),
  field('/dates/utilizationReview', 'exact'),
  field('/dates/applicationReceived', 'exact'),
  field('/dates/assigned', 'exact'),
  field('/dates/decision', 'exact'),
  field('/determination', 'exact'),
  field('/reviewer/licensedStates', 'text'),
  field('/reviewer/specialties', 'text'),
  field('/reviewer/subspecialties', 'text'),
  field('/patient/age', 'exact'),
  field('/patient/sex', 'exact'),
  field('/patient/injuryDate', 'exact'),
  field('/summary', 'text'),
  field('/documentsReviewed', 'text'),
  field('/issues', 'count'),
  field('/issues/*/number', 'exact'),
  field('/issues/*/item', 'text'),
  field('/issues/*/decision', 'exact'),
  field('/issues/*/decisionText', 'text'),
  ...basis('claimsAdministrator'),
  ...basis('expertReviewer'),
  field('/issues/*/rationale', 'text'),
];
