import { flowOf, type Source } from '../text/flow.ts';
import { isBlankLine, type Lines, lineAt, splitLines } from '../text/lines.ts';
import { type Span, spanOf } from '../text/span.ts';
import { trimmedEnd } from '../text/trim.ts';
import { damagedMarks } from './damaged.ts';
import { endsInDecision } from './decision.ts';
import { formatOf } from './format.ts';
import { findFurniture } from './furniture.ts';
import { readHeader } from './header.ts';
import { type IssueRegion, readIssues } from './issues.ts';
import { exactMarks, type FoundMark, nextLine } from './marks.ts';
import type { Header, Letter, Reviewer, Section, Summary } from './model.ts';
import { layoutOf } from './paragraphs.ts';
import { readCredentials, readReviewerSentence } from './reviewer.ts';
import { readSummary } from './summary.ts';

const WHITE = ' \t\r\n\f\v\u00a0\ufeff';

/** A section with the marks that stand in it, its heading first. */
interface Part {
  readonly section: Section;
  readonly marks: readonly FoundMark[];
  /** Where its text begins, behind the heading. */
  readonly bodyStart: number;
}

/** Reads one letter. Its text begins at the letter's first line; any text gives a letter, if only an empty one. */
export const readLetter = (text: string): Letter => {
  const lines = splitLines(text);
  const marks = marksOf(lines);
  const furniture = findFurniture(lines);
  const source: Source = { lines, furniture };
  const header = readHeaderAbove(lines, marks);
  const parts = partsOf(lines, marks, header);
  const reviewer = reviewerOf(source, parts);
  const summary = summaryOf(source, parts);
  return {
    text,
    lines,
    span: contentSpan(lines),
    format: formatOf(marks, reviewer),
    header,
    cover: null,
    reviewer,
    summary,
    documents: null,
    issues: issuesOf(source, parts),
    sections: parts.map(({ section }) => section),
    furniture,
  };
};

const marksOf = (lines: Lines): readonly FoundMark[] => {
  const exact = exactMarks(lines);
  return isComplete(lines, exact) ? exact : damagedMarks(lines, exact);
};

const ISSUE_LABELS = ['claims-administrator-guideline', 'maximus-guideline', 'decision-rationale'];
const REQUIRED = ['method', 'summary', 'issues'];

/**
 * Do the exact marks account for everything a letter of 2014 or 2015 holds? Then nothing in it can be a damaged mark:
 * every issue has its three labels in order and one line that ends in a decision above them.
 */
const isComplete = (lines: Lines, marks: readonly FoundMark[]): boolean => {
  const ids = marks.map(({ row }) => row.id);
  if (!REQUIRED.every((id) => ids.includes(id))) return false;
  if (ids.includes('credentials') && !(ids.includes('licensed-states') && ids.includes('specialties'))) return false;
  const labels = ids.filter((id) => ISSUE_LABELS.includes(id));
  if (labels.length === 0 || labels.length % 3 !== 0 || labels.some((id, i) => id !== ISSUE_LABELS[i % 3]))
    return false;
  let decisions = 0;
  for (let line = 0; line < lines.count; line++) {
    if (endsInDecision(lines.text, lines.contentStarts[line] ?? 0, lines.contentEnds[line] ?? 0)) decisions++;
  }
  return decisions === labels.length / 3;
};

const readHeaderAbove = (lines: Lines, marks: readonly FoundMark[]): Header | null => {
  const first = marks.find(({ row }) => row.section !== 'cover');
  return readHeader(lines, 0, first?.line ?? lines.count);
};

const partsOf = (lines: Lines, marks: readonly FoundMark[], header: Header | null): readonly Part[] => {
  const end = trimmedEnd(lines.text, WHITE);
  const openers = marks.filter((mark, i) => opensSection(mark, marks[i - 1]));
  const parts: Part[] = header
    ? [{ section: { id: 'header', heading: null, span: header.span }, marks: [], bodyStart: header.span.start }]
    : [];
  openers.forEach((opener, i) => {
    const stop = openers[i + 1]?.mark.span.start ?? end;
    const start = opener.mark.span.start;
    const span = spanOf(start, Math.max(trimmedEnd(lines.text, WHITE, start, stop), opener.mark.span.end));
    const heading = opener.row.kind === 'heading' || opener.row.kind === 'title' ? opener.mark : null;
    parts.push({
      section: { id: opener.row.section, heading, span },
      marks: marks.filter(({ mark }) => mark.span.start >= start && mark.span.start < stop),
      bodyStart: heading ? opener.valueStart : start,
    });
  });
  return parts;
};

/** A heading opens a section; so does a label whose section is not the open one (a body without its heading). */
const opensSection = (mark: FoundMark, previous: FoundMark | undefined): boolean =>
  mark.row.kind === 'heading' || mark.row.kind === 'title' || mark.row.section !== previous?.row.section;

const partOf = (parts: readonly Part[], id: Section['id']): Part | undefined =>
  parts.find(({ section }) => section.id === id);

const reviewerOf = (source: Source, parts: readonly Part[]): Reviewer | null => {
  const credentials = partOf(parts, 'credentials');
  if (credentials) return readCredentials(source, credentials.marks, credentials.section.span);
  const method = partOf(parts, 'method');
  return method ? readReviewerSentence(flowOf(source, method.bodyStart, method.section.span.end)) : null;
};

const summaryOf = (source: Source, parts: readonly Part[]): Summary | null => {
  const part = partOf(parts, 'summary');
  return part ? readSummary(source, part.section.heading, part.bodyStart, part.section.span) : null;
};

const issuesOf = (source: Source, parts: readonly Part[]): Letter['issues'] => {
  const part = partOf(parts, 'issues');
  if (!part) return [];
  const { lines } = source;
  const { section, marks } = part;
  const firstLine = section.heading
    ? (nextLine(lines, lineAt(lines, Math.max(part.bodyStart - 1, 0))) ?? lines.count)
    : 0;
  const region: IssueRegion = {
    source,
    layout: layoutOf(lines, source.furniture),
    marks,
    first: behindIntroduction(lines, firstLine),
    last: lineAt(lines, Math.max(section.span.end - 1, 0)) + 1,
    end: section.span.end,
  };
  return readIssues(region);
};

const INTRODUCTION = /^The Final Determination/i;
const LONGEST_INTRODUCTION = 6;

/** The issues begin behind `The Final Determination was based on decisions for the disputed items/services set forth below:`. */
const behindIntroduction = (lines: Lines, first: number): number => {
  if (!INTRODUCTION.test(lines.text.slice(lines.contentStarts[first], lines.contentEnds[first]))) return first;
  for (let line = first; line < Math.min(first + LONGEST_INTRODUCTION, lines.count); line++) {
    if (isBlankLine(lines, line)) continue;
    if (lines.text.charCodeAt((lines.contentEnds[line] ?? 1) - 1) === 58) return line + 1;
  }
  return first + 1;
};

const contentSpan = (lines: Lines): Span => {
  let first = 0;
  while (first < lines.count - 1 && isBlankLine(lines, first)) first++;
  const start = lines.contentStarts[first] ?? 0;
  return spanOf(start, Math.max(start, trimmedEnd(lines.text, WHITE)));
};
