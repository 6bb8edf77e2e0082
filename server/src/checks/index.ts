import type { Letter } from '../letter/model.ts';
import type { Check, CheckSettings, Fix, Problem } from './check.ts';
import { citationEditionNotInForce } from './citation-edition-not-in-force.ts';
import { citationEditionUnknown } from './citation-edition-unknown.ts';
import { citationPageBeyondBook } from './citation-page-beyond-book.ts';
import { citationPageOutsideTopic } from './citation-page-outside-topic.ts';
import { citationPagesReversed } from './citation-pages-reversed.ts';
import { citationSchemeMismatch } from './citation-scheme-mismatch.ts';
import { citationTitleNear } from './citation-title-near.ts';
import { citationTopicClassMismatch } from './citation-topic-class-mismatch.ts';
import { missingClaimsGuideline } from './missing-claims-guideline.ts';
import { missingDecision } from './missing-decision.ts';
import { missingIssues } from './missing-issues.ts';
import { missingItem } from './missing-item.ts';
import { missingMaximusGuideline } from './missing-maximus-guideline.ts';
import { missingRationale } from './missing-rationale.ts';
import { missingReviewerLicence } from './missing-reviewer-licence.ts';
import { missingReviewerSpecialty } from './missing-reviewer-specialty.ts';
import { missingSummary } from './missing-summary.ts';

export type { Category, Check, CheckSettings, Edit, Fix, Problem, Severity } from './check.ts';
export { SEVERITIES } from './check.ts';

/** Every check, in the order of the letter's parts. The settings, the pages in docs/checks/ and the tests follow this list. */
export const CHECKS: readonly Check[] = [
  missingReviewerLicence,
  missingReviewerSpecialty,
  missingSummary,
  missingIssues,
  missingItem,
  missingDecision,
  missingClaimsGuideline,
  missingMaximusGuideline,
  missingRationale,
  citationTitleNear,
  citationEditionUnknown,
  citationEditionNotInForce,
  citationSchemeMismatch,
  citationPageOutsideTopic,
  citationPagesReversed,
  citationPageBeyondBook,
  citationTopicClassMismatch,
];

const BY_CODE: ReadonlyMap<string, Check> = new Map(CHECKS.map((check) => [check.code, check]));

/**
 * What the checks find in a letter, sorted by place and then by code; spans are the letter's own. `settings` gives a check
 * another severity or turns it off; codes it does not know are left alone.
 */
export const checkLetter = (letter: Letter, settings: CheckSettings = {}): readonly Problem[] =>
  CHECKS.flatMap((check) => problemsOf(check, letter, settings)).sort(byPlace);

const problemsOf = (check: Check, letter: Letter, settings: CheckSettings): readonly Problem[] => {
  const severity = settings[check.code];
  if (severity === 'off') return [];
  const problems = [...check.run(letter)];
  return severity === undefined ? problems : problems.map((problem) => ({ ...problem, severity }));
};

const byPlace = (a: Problem, b: Problem): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** The fixes offered for a problem; none where its check knows none, or the letter has changed so that it is gone. */
export const fixesFor = (problem: Problem, letter: Letter): readonly Fix[] =>
  BY_CODE.get(problem.code)?.fixes?.(problem, letter) ?? [];
