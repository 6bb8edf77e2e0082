import { flowOf, type Source, sourceSpan } from '../text/flow.ts';
import { type Span, spanOf } from '../text/span.ts';
import { trimmedEnd, WHITE_SPACE } from '../text/trim.ts';
import { readBasis } from './basis.ts';
import { findDecision } from './decision.ts';
import { groupParts, type IssueGroup, type IssueRegion } from './groups.ts';
import { readItem } from './item.ts';
import type { FoundMark } from './marks.ts';
import type { Field, Issue, Mark } from './model.ts';

/** The issues of the 2014 and 2015 forms: a title that ends in its decision, then up to three labelled parts. */
export const readIssues = (region: IssueRegion): readonly Issue[] => {
  const groups = groupParts(region);
  const stops = new Map(region.marks.map(({ mark }, i) => [mark, region.marks[i + 1]?.mark.span.start ?? region.end]));
  return groups.map((group, i) => {
    const next = groups[i + 1];
    return readIssue(region, group, i + 1, next ? groupStart(next) : region.end, stops);
  });
};

const groupStart = ({ title, parts }: IssueGroup): number =>
  title ? title.start : Math.min(...Object.values(parts).map(({ mark }) => mark.span.start));

const readIssue = (
  region: IssueRegion,
  group: IssueGroup,
  number: number,
  end: number,
  stops: ReadonlyMap<Mark, number>,
): Issue => {
  const { source } = region;
  const start = groupStart(group);
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
  title: IssueGroup['title'],
): Pick<Issue, 'title' | 'item' | 'decision' | 'originalRequest' | 'authorized'> => {
  if (!title) return { title: null, item: null, decision: null, originalRequest: null, authorized: null };
  const flow = flowOf(source, title.start, title.end);
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
