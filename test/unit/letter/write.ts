import assert from 'node:assert/strict';
import type { Issue, Letter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import type { Leaf, Span } from '../../../server/src/text/span.ts';

/* Invented letters, written from their parts, and short ways to read what the parser made of them. */

export const METHOD_HEADING = 'HOW THE IMR FINAL DETERMINATION WAS MADE';
export const METHOD = `MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
affiliation with the employer, employee, providers or the claims administrator. He/she is familiar
with governing laws and regulations, including the strength of evidence hierarchy that applies to
Independent Medical Review determinations.`;
export const CREDENTIALS = `The Expert Reviewer has the following credentials:
State(s) of Licensure: Nevada
Certification(s)/Specialty: Family Practice`;
export const SUMMARY_HEADING = 'CLINICAL CASE SUMMARY';
export const SUMMARY_INTRODUCTION = `The expert reviewer developed the following clinical case summary based on a review of the case
file, including all medical records:`;
export const SUMMARY = 'The injured worker is a 38 year old male baker who burned his forearm on 2-3-2015.';
export const ISSUES_HEADING = 'IMR ISSUES, DECISIONS AND RATIONALES';
export const ISSUES_INTRODUCTION =
  'The Final Determination was based on decisions for the disputed items/services set forth below:';

export interface IssueParts {
  readonly title: string;
  readonly claims: string;
  readonly maximus: string;
  readonly rationale: string;
}

const ISSUE: IssueParts = {
  title: 'Paraffin bath for home use: Overturned',
  claims: 'Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.',
  maximus: 'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.',
  rationale: 'Decision rationale: Heat may be tried at home. The request is medically necessary.',
};

/** An issue as printed; the parts given stand for the usual ones, an empty one is left out. */
export const issueText = (parts: Partial<IssueParts> = {}, gap = '\n'): string => {
  const { title, claims, maximus, rationale } = { ...ISSUE, ...parts };
  return [title, claims, maximus, rationale].filter((part) => part !== '').join(gap);
};

export interface LetterParts {
  readonly header: string;
  readonly methodHeading: string;
  readonly method: string;
  readonly credentials: string;
  readonly summaryHeading: string;
  readonly introduction: string;
  readonly summary: string;
  readonly issuesHeading: string;
  readonly issuesIntroduction: string;
  readonly issues: string;
}

const LETTER: LetterParts = {
  header: '',
  methodHeading: METHOD_HEADING,
  method: METHOD,
  credentials: CREDENTIALS,
  summaryHeading: SUMMARY_HEADING,
  introduction: SUMMARY_INTRODUCTION,
  summary: SUMMARY,
  issuesHeading: ISSUES_HEADING,
  issuesIntroduction: ISSUES_INTRODUCTION,
  issues: issueText(),
};

/** A letter of the form since 2015; the parts given stand for the usual ones, an empty one is left out. */
export const letterText = (parts: Partial<LetterParts> = {}, gap = '\n'): string =>
  Object.values({ ...LETTER, ...parts })
    .filter((part: string) => part !== '')
    .join(gap);

/** The one letter of a text. */
export const letterOf = (text: string): Letter => {
  const letters = parse(text);
  assert.equal(letters.length, 1, 'one letter');
  return letters[0]?.letter ?? assert.fail();
};

/** The letter whose issues are printed so. */
export const withIssues = (...issues: readonly string[]): Letter => letterOf(letterText({ issues: issues.join('\n') }));

/** The one issue of a letter that has the given parts, all else as usual. */
export const issueOf = (parts: Partial<IssueParts>): Issue => {
  const { issues } = withIssues(issueText(parts));
  assert.equal(issues.length, 1, 'one issue');
  return issues[0] ?? assert.fail();
};

export const at = ({ text }: { readonly text: string }, { start, end }: Span): string => text.slice(start, end);

/** The value of a leaf, or null. */
export const valueOf = <T>(leaf: Leaf<T> | null | undefined): T | null => leaf?.value ?? null;

export const valuesOf = <T>(leaves: readonly Leaf<T>[] | null | undefined): readonly T[] =>
  (leaves ?? []).map(({ value }) => value);

/** A paragraph broken into lines of at most `width` characters. */
export const wrap = (text: string, width: number): string =>
  text.split(/\s+/).reduce((lines, word) => {
    const onLine = lines.length - (lines.lastIndexOf('\n') + 1);
    if (lines === '') return word;
    return onLine + 1 + word.length > width ? `${lines}\n${word}` : `${lines} ${word}`;
  }, '');
