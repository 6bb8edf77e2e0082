import type { Issue, Letter, SectionId } from '../letter/model.ts';
import { gapParts } from '../letter/paragraphs.ts';
import { lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Edit, Problem } from './check.ts';
import { editOf, type Skeleton } from './skeleton.ts';
import { firstLine, lastLine, paragraphsOf, spacingOf, trimmedEnd } from './spacing.ts';

/** The parts of an issue in the order of the form. */
const ORDER = ['title', 'claimsAdministrator', 'expertReviewer', 'rationale'] as const;
export type IssuePart = (typeof ORDER)[number];

/**
 * Where something is missing: after what is printed before it, before what is printed after it, or at the opening of a
 * paragraph that has lost its label.
 */
export interface Gap {
  readonly at: number;
  readonly side: 'after' | 'before' | 'opening';
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
  const unlabelled = previous && before !== 'title' ? gapAtSecondParagraph(letter, previous.span) : null;
  if (previous) return unlabelled ?? gapAfter(letter, previous.span);
  const first = issue.claimsAdministrator ?? issue.expertReviewer ?? issue.rationale;
  const anchor = first?.label?.span ?? first?.span ?? issue.span;
  return { at: anchor.start, side: 'before', anchor };
};

/** A part of several paragraphs, where the next part is missing, holds that part without its label. */
const gapAtSecondParagraph = (letter: Letter, { start, end }: Span): Gap | null => {
  const { lines } = letter;
  const layout = paragraphsOf(letter);
  const last = lineAt(lines, end);
  let before = lineAt(lines, start);
  for (let line = before + 1; line <= last; line++) {
    if (layout.empty[line]) continue;
    if (gapParts(layout, before, line)) {
      const at = lines.contentStarts[line] ?? 0;
      return { at, side: 'opening', anchor: { start: at, end: lines.contentEnds[line] ?? at } };
    }
    before = line;
  }
  return null;
};

/** Sets a skeleton into a gap the way the letter sets its own blocks apart. */
export const fillGap = (letter: Letter, gap: Gap, skeleton: Skeleton): Edit => {
  const { block } = spacingOf(letter);
  switch (gap.side) {
    case 'after':
      return editOf([block, ...skeleton], gap.at);
    case 'before':
      return editOf([...skeleton, block], gap.at);
    case 'opening':
      return editOf(skeleton, gap.at);
  }
};

/** Where a section belongs that the letter lacks: after the last of the sections that go before it, else at the start. */
export const gapForSection = (letter: Letter, before: readonly SectionId[]): Gap => {
  const previous = letter.sections.findLast((section) => before.includes(section.id));
  if (previous) return gapAfter(letter, previous.span);
  const anchor = firstLine(letter);
  return { at: anchor.start, side: 'before', anchor };
};
