import { CompletionItemKind } from 'vscode-languageserver';
import { CREDENTIALS_HEADING, isLetter, type MarkedPart, markText, requires } from '../../checks/forms.ts';
import type { Issue, Letter, SectionId } from '../../letter/model.ts';
import { lineAt } from '../../text/lines.ts';
import { touches } from '../../text/span.ts';
import type { Offer, Offers } from './offer.ts';

/** What must be typed of a heading or label where it would stand in prose: enough to be no word of it. */
const LEAST_IN_PROSE = 3;

/**
 * The headings and labels that the letter's form has and the letter lacks, at the start of a line between those that come
 * before and after them in the form. In prose only behind their own first letters, since there they are text so far.
 */
export const markOffers = (letter: Letter, offset: number): Offers | null => {
  const { lines, text } = letter;
  const line = lineAt(lines, offset);
  const start = Math.min(lines.contentStarts[line] ?? 0, offset);
  if (!isLetter(letter)) return null;
  const typed = text.slice(start, offset);
  const offers = [...issueLabels(letter, start), ...reviewerMarks(letter, start), ...headings(letter, start)];
  const fitting = inProse(letter, offset)
    ? offers.filter((offer) => typed.length >= LEAST_IN_PROSE && offer.text.startsWith(typed))
    : offers;
  return fitting.length > 0 ? { start, kind: CompletionItemKind.Keyword, offers: fitting } : null;
};

const inProse = ({ summary, issues }: Letter, offset: number): boolean =>
  [summary?.text, ...issues.map(({ rationale }) => rationale?.printed)].some(
    (leaf) => leaf && touches(leaf.span, offset),
  );

const markOf = (letter: Letter, part: MarkedPart): string | null =>
  requires(letter, part) ? markText(letter, part) : null;

const label = (text: string | null): readonly Offer[] => (text ? [{ text, tail: ' ' }] : []);

/** The labels of an issue in the order of the form. */
const LABELS = [
  { part: 'claims-guideline', of: (issue: Issue) => issue.claimsAdministrator },
  { part: 'maximus-guideline', of: (issue: Issue) => issue.expertReviewer },
  { part: 'rationale', of: (issue: Issue) => issue.rationale },
] as const;

const issueLabels = (letter: Letter, offset: number): readonly Offer[] => {
  const issue = letter.issues.findLast(({ title, span }) => (title ? title.span.end < offset : span.start < offset));
  if (!issue) return [];
  const next = letter.issues.find(({ number }) => number === issue.number + 1);
  if (next && next.span.start < offset) return [];
  return LABELS.filter(({ of }, index) => {
    if (of(issue)) return false;
    const isAfter = LABELS.slice(0, index).every((other) => (other.of(issue)?.span.start ?? -1) < offset);
    return isAfter && LABELS.slice(index + 1).every((other) => (other.of(issue)?.span.start ?? Infinity) >= offset);
  }).flatMap(({ part }) => label(markOf(letter, part)));
};

/** The labels of the reviewer's qualifications, within their section; their heading where the section is missing. */
const reviewerMarks = (letter: Letter, offset: number): readonly Offer[] => {
  const { reviewer } = letter;
  const state = markOf(letter, 'reviewer-licence');
  const specialty = markOf(letter, 'reviewer-specialty');
  if (reviewer?.form === 'prose' || (!state && !specialty) || !isBetween(letter, 'credentials', offset, true))
    return [];
  const { licensedStates = null, specialties = null } = reviewer ?? {};
  const hasHeading = letter.sections.some(({ id, heading }) => id === 'credentials' && heading);
  return [
    ...(hasHeading ? [] : [{ text: CREDENTIALS_HEADING }]),
    ...(licensedStates || (specialties && specialties.span.start < offset) ? [] : label(state)),
    ...(specialties || (licensedStates && licensedStates.span.start >= offset) ? [] : label(specialty)),
  ];
};

const HEADINGS = ['summary', 'issues'] as const;

const headings = (letter: Letter, offset: number): readonly Offer[] =>
  HEADINGS.filter(
    (part) =>
      !letter.sections.some(({ id, heading }) => id === part && heading) && isBetween(letter, part, offset, false),
  ).flatMap((part) => {
    const text = markOf(letter, part);
    return text ? [{ text }] : [];
  });

/** The sections in the order of the forms that print labels; the list of documents has no fixed place. */
const ORDER: readonly SectionId[] = ['cover', 'header', 'method', 'credentials', 'summary', 'issues', 'disclaimer'];

/** Do all sections before the offset come before this one in the form, and all behind it after? */
const isBetween = ({ sections }: Letter, id: SectionId, offset: number, within: boolean): boolean => {
  const rank = ORDER.indexOf(id);
  return sections.every((section) => {
    const other = ORDER.indexOf(section.id);
    if (other < 0 || section.id === id) return other < 0 || within || section.span.start >= offset;
    return section.span.start < offset ? other < rank : other > rank;
  });
};
