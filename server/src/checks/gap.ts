import type { Issue, Letter, SectionId } from '../letter/model.ts';
import type { Span } from '../text/span.ts';
import type { Edit, Problem } from './check.ts';
import { firstLine, lastLine, layoutOf, trimmedEnd } from './layout.ts';
import { editOf, type Skeleton } from './skeleton.ts';

/** The parts of an issue in the order of the form. */
const ORDER = ['title', 'claimsAdministrator', 'expertReviewer', 'rationale'] as const;
export type IssuePart = (typeof ORDER)[number];

/** Where something is missing: after what is printed before it, or before what is printed after it. */
export interface Gap {
  readonly at: number;
  readonly side: 'after' | 'before';
  /** What can be seen there. */
  readonly anchor: Span;
}

/** What the fix of an issue's problem needs. */
export interface IssueData {
  /** From 1. */
  readonly issue: number;
  readonly state: 'missing' | 'empty' | 'unreadable';
}

/** The issue that a problem speaks of, if the letter still has it. */
export const issueOf = (problem: Problem, letter: Letter): Issue | undefined => {
  const issue = (problem.data as Partial<IssueData> | null | undefined)?.issue;
  return letter.issues.find(({ number }) => number === issue);
};

export const gapAfter = (letter: Letter, span: Span): Gap => ({
  at: trimmedEnd(letter, span),
  side: 'after',
  anchor: lastLine(letter, span),
});

/** Where a part belongs that the issue lacks. */
export const gapFor = (letter: Letter, issue: Issue, part: IssuePart): Gap => {
  const before = ORDER.slice(0, ORDER.indexOf(part)).findLast((other) => issue[other]);
  const previous = before && issue[before];
  if (previous) return gapAfter(letter, previous.span);
  const first = issue.claimsAdministrator ?? issue.expertReviewer ?? issue.rationale;
  const anchor = first?.label?.span ?? first?.span ?? issue.span;
  return { at: anchor.start, side: 'before', anchor };
};

/** Sets a skeleton into a gap the way the letter sets its own blocks apart. */
export const fillGap = (letter: Letter, gap: Gap, skeleton: Skeleton): Edit => {
  const { block } = layoutOf(letter);
  return editOf(gap.side === 'after' ? [block, ...skeleton] : [...skeleton, block], gap.at);
};

/** Where a section belongs that the letter lacks: after the last of the sections that go before it, else at the start. */
export const gapForSection = (letter: Letter, before: readonly SectionId[]): Gap => {
  const previous = letter.sections.findLast((section) => before.includes(section.id));
  if (previous) return gapAfter(letter, previous.span);
  const anchor = firstLine(letter);
  return { at: anchor.start, side: 'before', anchor };
};
