export { type Abbreviation, abbreviation, allAbbreviations } from './abbreviations.ts';
export { linkOfSection, linkOfStatute } from './addresses.ts';
export { type ChapterMatch, matchChapterAt } from './chapters.ts';
export { type CourtCase, courtCases, matchCourtCaseAt } from './courts.ts';
export { allDrugs, type Drug, type DrugMatch, drug, drugsIn, matchDrugAt } from './drugs.ts';
export { type EditionAt, editionAt, MONTHS_OF_DOUBT, monthsLater } from './editions.ts';
export { allElsewhere, type Elsewhere, elsewhereThan } from './elsewhere.ts';
export type { Confidence, Fact, Pages } from './fact.ts';
export { type TopicFamily, topicFamilies } from './families.ts';
export { allRequiredFields, type RequiredField, requiredField } from './fields.ts';
export {
  allGuidelines,
  type Guideline,
  guideline,
} from './guidelines.ts';
export type { NearTitle } from './near.ts';
export { type OdgChapterMatch, odgChapter, odgChapters } from './odg.ts';
export { type YearOutcome, yearOutcomes } from './outcomes.ts';
export {
  allSpecialties,
  allStates,
  type Certification,
  matchCertificationAt,
  matchLicenceAt,
  matchSpecialtyAt,
  matchStateAt,
  type NameMatch,
  type Specialty,
  type State,
  specialty,
  state,
} from './people.ts';
export {
  allRegulations,
  type Era,
  eraAt,
  type Regulation,
  type RegulationEvent,
  type RegulationVersion,
  regulationEvents,
  sectionOfRegulation,
} from './regulations.ts';
export { type CitationParts, type How, onDate, type Resolution, resolve, type TopicResolution } from './resolve.ts';
export {
  allSources,
  matchSourceAt,
  type OtherSource,
  otherSource,
  sourcesIn,
} from './sources.ts';
export { allTopics, longestTopicAt, matchTopicAt, type Topic, type TopicMatch, topic, topicsOf } from './topics.ts';
export { type PostsurgicalVisits, postsurgicalVisits, type Term, termsOf } from './visits.ts';
