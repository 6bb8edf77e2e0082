import type { Guideline, Resolution } from '../../facts/index.ts';
import { meaningOf } from '../../letter/meaning.ts';
import type { Citation, FormatId, Issue, Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { perLetter } from '../per-letter.ts';

/** A citation, what it resolves to, and what stands beside it. */
export interface Cited {
  readonly issue: Issue;
  readonly citation: Citation;
  /** Null outside the schedule, of which the parser's entry tells enough, and where the tables do not know it. */
  readonly found: Resolution | null;
  /** Everything that the same side cites for the issue, this citation included. */
  readonly beside: readonly Cited[];
}

/** Every citation of a letter with what it resolves to, in the order of the letter. */
export const citedIn = perLetter((letter: Letter): readonly Cited[] =>
  flatMap(letter.issues, (issue) =>
    flatMap([issue.claimsAdministrator, issue.expertReviewer], (basis) => readSide(issue, basis?.citations ?? [])),
  ),
);

const readSide = (issue: Issue, citations: readonly Citation[]): readonly Cited[] => {
  const beside: Cited[] = [];
  for (const citation of citations) {
    beside.push({ issue, citation, found: citation.scheme === 'MTUS' ? meaningOf(citation) : null, beside });
  }
  return beside;
};

/** The form since 2015 prints the year of an edition; those before it did not, and knew one edition of each title. */
const UNDATED: readonly FormatId[] = ['professional-review-2013', 'notice-2013', 'decision-2013', 'prose-2014'];

/**
 * The edition of the schedule that a citation means beyond doubt: its title is a known one, and its year says which, or
 * the letter comes from the time of the first. Null elsewhere: a check of pages abstains there.
 */
export const certainEdition = (letter: Letter, { citation, found }: Cited): Guideline | null => {
  const guideline = found?.guideline;
  if (citation.scheme !== 'MTUS' || guideline?.scheme !== 'MTUS' || found?.near) return null;
  if (citation.year) return guideline.years.includes(citation.year.value) ? guideline : null;
  const date = dateOf(letter);
  const first =
    date === null
      ? found?.alternatives.length === 0 || UNDATED.includes(letter.format)
      : guideline.to !== null && date <= guideline.to;
  return first ? guideline : null;
};

/** The letter's own date, ISO: of the decision, else of the review it is about. */
const dateOf = ({ header }: Letter): string | null =>
  header?.fields.decision?.value ?? header?.fields.utilizationReview?.value ?? null;
