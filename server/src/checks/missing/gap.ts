import type { Issue, Letter } from '../../letter/model.ts';
import { gapParts } from '../../letter/paragraphs.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Edit, Found } from '../check.ts';
import { sectionsAfter } from '../forms.ts';
import { editOf, type Skeleton } from '../skeleton.ts';
import { firstLine, lastLine, paragraphsOf, spacingOf, trimmedEnd } from '../spacing.ts';

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
export const issueOf = (problem: Found, letter: Letter): Issue | undefined => {
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

/**
 * Where a section belongs that the letter lacks: before the first of those that follow it in the form, and so after the
 * section that comes before that one; at the letter's end where none follows.
 */
export const gapForSection = (letter: Letter, section: 'credentials' | 'summary'): Gap => {
  const after = sectionsAfter(letter, section);
  const index = letter.sections.findIndex(({ id }) => after.includes(id));
  if (index < 0) return gapAfter(letter, letter.span);
  const previous = letter.sections[index - 1];
  if (previous) return gapAfter(letter, previous.span);
  const next = letter.sections[index];
  const anchor = next?.heading?.span ?? firstLine(letter);
  return { at: anchor.start, side: 'before', anchor };
};
