import { flatMap } from '../text/flat-map.ts';
import { flowOf, type Source } from '../text/flow.ts';
import { isBlankLine, type Lines, lineAt } from '../text/lines.ts';
import { type Span, spanOf } from '../text/span.ts';
import { afterBlanks, trimmedEnd, WHITE_SPACE } from '../text/trim.ts';
import { readCover } from './cover.ts';
import { withCoverDate } from './cover-date.ts';
import { readDeterminations } from './determined.ts';
import { readDocuments } from './documents.ts';
import { formatOf } from './format.ts';
import { findFurniture } from './furniture.ts';
import type { IssueRegion } from './groups.ts';
import { readHeader } from './header.ts';
import { readIssues } from './issues.ts';
import type { FoundMark } from './marks.ts';
import type { Header, Issue, Letter, Reviewer, Summary } from './model.ts';
import { readNoticeIssues, readNumberedIssues } from './numbered.ts';
import { linesAbove } from './opening.ts';
import { type Layout, layoutOf, textLineAfter } from './paragraphs.ts';
import { readProfessionalIssue } from './professional.ts';
import { readCredentials, readReviewerSentence } from './reviewer.ts';
import { type Part, partOf, partsOf } from './sections.ts';
import { readSummary } from './summary.ts';

/** Reads one letter from its lines and the headings and labels found in them. Any text gives a letter, if only an empty one. */
export const readLetter = (lines: Lines, marks: readonly FoundMark[]): Letter => {
  const furniture = findFurniture(lines);
  const source: Source = { lines, furniture };
  const layout = layoutOf(lines, furniture);
  const header = headerOf(lines, marks);
  const parts = partsOf(lines, marks, header);
  const reviewer = reviewerOf(source, parts);
  const cover = partOf(parts, 'cover');
  const documents = partOf(parts, 'documents');
  return {
    text: lines.text,
    lines,
    span: contentSpan(lines),
    format: formatOf(marks, reviewer),
    header,
    cover: cover ? readCover(source, cover) : null,
    reviewer,
    summary: summaryOf(source, parts),
    documents: documents ? readDocuments(source, layout, documents) : null,
    issues: issuesOf(source, layout, parts),
    sections: parts.map(({ section }) => section),
    furniture,
  };
};

/** The fields above a letter's body; where a cover page and its list of documents stand above the case table, those of the table. */
const headerOf = (lines: Lines, marks: readonly FoundMark[]): Header | null => {
  const body = marks.find(({ row }) => row.section !== 'cover');
  const method = marks.find(({ row }) => row.section === 'method');
  if (body?.row.section === 'documents' && method && method.line > body.line) {
    const first = Math.max(body.lastLine + 1, linesAbove(lines, method.line, TABLE_LINES));
    const table = readHeader(lines, first, method.mark.span.start);
    if (table && Object.keys(table.fields).length >= FEWEST_FIELDS) return table;
  }
  const end = body?.mark.span.start ?? lines.text.length;
  return withCoverDate(
    readHeader(lines, 0, end, () => formatOf(marks, null)),
    lines,
    marks,
  );
};

/** The most lines of a case table, blank ones aside, and the fewest fields that make one below a list. */
const TABLE_LINES = 16;
const FEWEST_FIELDS = 5;

const reviewerOf = (source: Source, parts: readonly Part[]): Reviewer | null => {
  const credentials = partOf(parts, 'credentials');
  const labelled =
    credentials?.marks.some(({ row }) => row.kind === 'label') || credentials?.section.heading?.id === 'credentials';
  if (credentials && labelled) return readCredentials(source, credentials.marks, credentials.section.span);
  const prose = credentials ?? partOf(parts, 'method');
  return prose ? readReviewerSentence(flowOf(source, prose.bodyStart, prose.section.span.end)) : null;
};

const summaryOf = (source: Source, parts: readonly Part[]): Summary | null => {
  const part = partOf(parts, 'summary');
  return part ? readSummary(source, part.section.heading, part.bodyStart, part.section.span) : null;
};

/** Each form writes its issues in its own way; the marks say which. The first way that finds any is the letter's. */
const issuesOf = (source: Source, layout: Layout, parts: readonly Part[]): readonly Issue[] => {
  const inIssues = parts.filter(({ section }) => section.id === 'issues');
  const marks = flatMap(inIssues, (part) => part.marks);
  const ids = new Set(marks.map(({ row }) => row.id));
  const ends = inIssues.map(({ section }) => section.span.end);
  const end = Math.max(0, ...ends);
  if (ids.has('issue-at-dispute') || ids.has('guidelines-relied-upon')) return readProfessionalIssue(source, inIssues);
  if (ids.has('regarding-the-request') || ids.has('decision-and-rationale')) {
    const head = spanOf(0, inIssues[0]?.section.span.end ?? 0);
    const list = readDeterminations(flowOf(source, head.start, head.end));
    return readNoticeIssues(source, marks, list, end);
  }
  for (const part of inIssues) {
    const region = regionOf(source, layout, part);
    const labelled = readIssues(region);
    const whole = labelled.some(({ claimsAdministrator, expertReviewer }) => claimsAdministrator || expertReviewer);
    const issues = whole ? labelled : numberedOr(labelled, region);
    if (issues.length > 0) return issues;
  }
  return [];
};

const numberedOr = (labelled: readonly Issue[], region: IssueRegion): readonly Issue[] => {
  const numbered = readNumberedIssues(region);
  return numbered.length > 0 ? numbered : labelled;
};

const regionOf = (source: Source, layout: Layout, { section, bodyStart, marks }: Part): IssueRegion => {
  const { lines } = source;
  const onHeading = lineAt(lines, Math.max(bodyStart - 1, 0));
  const last = lineAt(lines, Math.max(section.span.end - 1, 0)) + 1;
  const shared = bodyStart < (lines.contentEnds[onHeading] ?? 0);
  const first =
    section.heading && !shared ? (textLineAfter(layout, onHeading, last) ?? last) : lineAt(lines, bodyStart);
  const firstLabel = marks.find(({ line }) => line >= first);
  const stop = firstLabel ? Math.min(firstLabel.line, last) : last;
  return {
    source,
    layout,
    marks,
    last,
    end: section.span.end,
    ...behindIntroduction(layout, { first, start: bodyStart }, stop),
  };
};

const INTRODUCTION = /^The\s{1,9}Final\s{1,9}Determination/i;
/** The sentence has 96 characters; with damage it has no more than this. */
const LONGEST_INTRODUCTION = 110;

/** The issues begin behind `The Final Determination was based on decisions for the disputed items/services set forth below:`. */
const behindIntroduction = (
  layout: Layout,
  { first, start }: Pick<IssueRegion, 'first' | 'start'>,
  last: number,
): Pick<IssueRegion, 'first' | 'start'> => {
  const { text, contentStarts, contentEnds } = layout.lines;
  const from = afterBlanks(text, Math.max(start, contentStarts[first] ?? 0));
  if (!INTRODUCTION.test(text.slice(from, contentEnds[first]))) return { first, start };
  let length = 0;
  for (let line: number | null = first; line !== null; line = textLineAfter(layout, line, last)) {
    const [begin, end] = [line === first ? from : (contentStarts[line] ?? 0), contentEnds[line] ?? 0];
    const colon = text.indexOf(':', begin);
    length += end - begin;
    if (colon === end - 1 && length <= LONGEST_INTRODUCTION) return { first: line + 1, start };
    // The first title stands behind it on its line.
    if (colon >= 0 && colon < end) return { first: line, start: colon + 1 };
    if (length > LONGEST_INTRODUCTION) break;
  }
  return { first: first + 1, start };
};

const contentSpan = (lines: Lines): Span => {
  let first = 0;
  while (first < lines.count - 1 && isBlankLine(lines, first)) first++;
  const start = lines.contentStarts[first] ?? 0;
  return spanOf(start, Math.max(start, trimmedEnd(lines.text, WHITE_SPACE)));
};
