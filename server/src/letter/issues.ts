import { flowOf, type Source, sourceSpan } from '../text/flow.ts';
import { type Span, spanOf } from '../text/span.ts';
import { trimmedEnd, WHITE_SPACE } from '../text/trim.ts';
import { readBasis } from './basis.ts';
import { endsInDecision, findDecision } from './decision.ts';
import { readItem } from './item.ts';
import type { FoundMark } from './marks.ts';
import type { Field, Issue, Mark } from './model.ts';
import { type Layout, textLineAfter, textLineBefore } from './paragraphs.ts';
import { titleStart } from './titles.ts';

type Part = 'claimsAdministrator' | 'expertReviewer' | 'rationale';

const PARTS: Readonly<Record<string, { readonly part: Part; readonly rank: number }>> = {
  'claims-administrator-guideline': { part: 'claimsAdministrator', rank: 0 },
  'maximus-guideline': { part: 'expertReviewer', rank: 1 },
  'decision-rationale': { part: 'rationale', rank: 2 },
};

/** The lines and labels that make one issue. */
interface Group {
  /** First and last line of the title; null where none stands before the first label. */
  title: { readonly first: number; readonly last: number } | null;
  readonly parts: Partial<Record<Part, FoundMark>>;
}

/** The region of a letter's issues: lines [first, last), with the labels found in it. */
export interface IssueRegion {
  readonly source: Source;
  readonly layout: Layout;
  readonly marks: readonly FoundMark[];
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

/** The issues of the 2014 and 2015 forms: a title that ends in its decision, then up to three labelled parts. */
export const readIssues = (region: IssueRegion): readonly Issue[] => {
  const groups = groupParts(region);
  const stops = new Map(region.marks.map(({ mark }, i) => [mark, region.marks[i + 1]?.mark.span.start ?? region.end]));
  return groups.map((group, i) => {
    const next = groups[i + 1];
    return readIssue(region, group, i + 1, next ? groupStart(region, next) : region.end, stops);
  });
};

/** Puts titles and labels in order and opens an issue at each title, and at each label that cannot belong to the last. */
const groupParts = (region: IssueRegion): Group[] => {
  const labels = region.marks.filter(({ row }) => PARTS[row.id]);
  const events = [
    ...labels.map((label) => ({ line: label.line, label })),
    ...titleEnds(region, labels).map((line) => ({ line, label: null })),
  ];
  events.sort((a, b) => a.line - b.line);
  const groups: Group[] = [];
  let free = region.first;
  let previous: FoundMark | null = null;
  for (const { line, label } of events) {
    if (label === null) {
      groups.push({ title: titleOf(region, line, free), parts: {} });
      free = line + 1;
      continue;
    }
    const group = groupFor(region, groups, label, previous, free);
    const known = PARTS[label.row.id];
    if (known) group.parts[known.part] = label;
    free = label.lastLine + 1;
    previous = label;
  }
  return groups;
};

/** The open issue, or a new one where it has this part already or is past its rationale. */
const groupFor = (
  region: IssueRegion,
  groups: Group[],
  label: FoundMark,
  previous: FoundMark | null,
  free: number,
): Group => {
  const known = PARTS[label.row.id];
  const open = groups.at(-1);
  if (open && known && !open.parts[known.part] && !(open.parts.rationale && known.rank < 2)) return open;
  const last = untitledEnd(region, label, previous, groups.length);
  const group: Group = { title: last === null ? null : titleOf(region, last, free), parts: {} };
  groups.push(group);
  return group;
};

/** The line that ends a title without a decision: the text right above an issue's first label. */
const untitledEnd = (
  { layout, first }: IssueRegion,
  label: FoundMark,
  previous: FoundMark | null,
  issues: number,
): number | null => {
  const above = textLineBefore(layout, label.line, previous ? previous.lastLine + 1 : first);
  if (above === null) return null;
  if (issues === 0) return above;
  const end = layout.lines.contentEnds[above] ?? 0;
  return layout.lines.text.charCodeAt(end - 1) === 46 ? null : above;
};

const titleOf = ({ layout }: IssueRegion, last: number, free: number): Group['title'] => ({
  first: titleStart(layout, last, layout.empty[free] ? (textLineAfter(layout, free, last + 1) ?? last) : free),
  last,
});

/** The lines that end in a decision and stand where a title stands: before a label, or after a rationale. */
const titleEnds = ({ layout, marks, first, last }: IssueRegion, labels: readonly FoundMark[]): number[] => {
  const { lines } = layout;
  const labelLines = new Set(marks.map(({ line }) => line));
  const ends: number[] = [];
  let nextLabel = 0;
  for (let line = first; line < last; line++) {
    if (layout.empty[line]) continue;
    while ((labels[nextLabel]?.line ?? Infinity) <= line) nextLabel++;
    if (!endsTitle(lines.text, lines.contentStarts[line] ?? 0, lines.contentEnds[line] ?? 0)) continue;
    const after = textLineAfter(layout, line, last);
    if (after === null || labelLines.has(after)) ends.push(line);
  }
  return ends;
};

/** Exact decisions first; the tolerant look is only for short last words behind a colon. */
const endsTitle = (text: string, start: number, end: number): boolean => {
  if (endsInDecision(text, start, end)) return true;
  const tail = text.slice(Math.max(start, end - 26), end);
  if (!tail.includes(':') && !tail.includes(';') && end - start > 13) return false;
  return (
    /(?::|^|[a-z0-9)"] ?;) ?[A-Za-z0-9]{4,12}\.?$/.test(tail) &&
    (findDecision(tail.replace(/;/g, ':'))?.decision.value ?? null) !== null
  );
};

const groupStart = ({ source }: IssueRegion, { title, parts }: Group): number => {
  if (title) return source.lines.contentStarts[title.first] ?? 0;
  return Math.min(...Object.values(parts).map(({ mark }) => mark.span.start));
};

const readIssue = (
  region: IssueRegion,
  group: Group,
  number: number,
  end: number,
  stops: ReadonlyMap<Mark, number>,
): Issue => {
  const { source } = region;
  const start = groupStart(region, group);
  const valueEnd = ({ mark }: FoundMark): number => Math.min(stops.get(mark) ?? end, end);
  const { claimsAdministrator, expertReviewer, rationale } = group.parts;
  return {
    number,
    span: spanOf(start, trimmedEnd(source.lines.text, WHITE_SPACE, start, end)),
    ...readTitle(source, group.title),
    claimsAdministrator: claimsAdministrator
      ? readBasis(source, claimsAdministrator, valueEnd(claimsAdministrator))
      : null,
    expertReviewer: expertReviewer ? readBasis(source, expertReviewer, valueEnd(expertReviewer)) : null,
    rationale: rationale ? textField(source, rationale, valueEnd(rationale)) : null,
  };
};

const readTitle = (
  source: Source,
  title: Group['title'],
): Pick<Issue, 'title' | 'item' | 'decision' | 'originalRequest' | 'authorized'> => {
  if (!title) return { title: null, item: null, decision: null, originalRequest: null, authorized: null };
  const flow = flowOf(source, source.lines.contentStarts[title.first] ?? 0, source.lines.contentEnds[title.last] ?? 0);
  const found = findDecision(flow.text);
  const itemEnd = found ? found.itemEnd : trimmedEnd(flow.text, ' :');
  return {
    title: { value: flow.text, span: sourceSpan(flow, 0, flow.text.length) },
    ...readItem(flow, itemEnd),
    decision: found && {
      value: found.decision.value,
      printed: flow.text.slice(found.start, found.end).replace(/\.$/, ''),
      span: sourceSpan(flow, found.start, found.end - (flow.text.endsWith('.') ? 1 : 0)),
      damage: found.decision.damage,
    },
  };
};

/** A label with its text up to `end`. */
export const textField = (source: Source, { mark, valueStart }: FoundMark, end: number): Field => {
  const flow = flowOf(source, valueStart, end);
  const printed = flow.text ? { value: flow.text, span: sourceSpan(flow, 0, flow.text.length) } : null;
  const span: Span = spanOf(mark.span.start, printed ? printed.span.end : mark.span.end);
  return { label: mark, span, printed, value: printed?.value ?? null };
};
