import { flowOf, type Source, sourceSpan } from '../text/flow.ts';
import type { Leaf } from '../text/span.ts';
import type { Basis, DecisionLeaf, Field, Issue } from './model.ts';
import { readWorks } from './narrative.ts';
import type { Part } from './sections.ts';

/** A heading with the flow of what stands below it. */
const bodyOf = (source: Source, part: Part): Leaf<string> | null => {
  const flow = flowOf(source, part.bodyStart, part.section.span.end);
  return flow.text ? { value: flow.text, span: sourceSpan(flow, 0, flow.text.length) } : null;
};

const HEADING = /MEDICALLY NECESSARY/i;
const NEGATED = /\bNOT\b/i;

/**
 * The one issue of the professional review of early 2013: item, guideline and rationale stand in sections of their own,
 * the decision in the heading of the rationale (`... IS/WAS NOT MEDICALLY NECESSARY:`). The form names no claims
 * administrator's guideline. Its span runs from the first of its sections to the last, other sections between included.
 */
export const readProfessionalIssue = (source: Source, parts: readonly Part[]): readonly Issue[] => {
  const find = (...ids: readonly string[]): Part | undefined =>
    parts.find(({ section }) => section.heading !== null && ids.includes(section.heading.id));
  const dispute = find('issue-at-dispute');
  const guidelines = find('guidelines-relied-upon');
  const rationale = find('rationale-why-not', 'rationale-why');
  const present = [dispute, guidelines, rationale].filter((part) => part !== undefined);
  if (present.length === 0) return [];
  const item = dispute ? bodyOf(source, dispute) : null;
  return [
    {
      number: 1,
      span: {
        start: Math.min(...present.map(({ section }) => section.span.start)),
        end: Math.max(...present.map(({ section }) => section.span.end)),
      },
      title: item,
      item,
      originalRequest: null,
      authorized: null,
      decision: rationale ? headingDecision(source, rationale) : null,
      claimsAdministrator: null,
      expertReviewer: guidelines ? worksOf(source, guidelines) : null,
      rationale: rationale ? rationaleOf(source, rationale) : null,
    },
  ];
};

const headingDecision = (source: Source, { section }: Part): DecisionLeaf | null => {
  if (!section.heading) return null;
  const flow = flowOf(source, section.heading.span.start, section.heading.span.end);
  const verb = flow.text.search(/\b(?:IS|WAS)\b/i);
  const necessary = HEADING.exec(flow.text);
  if (verb < 0 || !necessary) return null;
  const end = necessary.index + necessary[0].length;
  const printed = flow.text.slice(verb, end);
  return {
    value: NEGATED.test(printed) ? 'upheld' : 'overturned',
    printed,
    span: sourceSpan(flow, verb, end),
    damage: [],
  };
};

const worksOf = (source: Source, part: Part): Basis => {
  const flow = flowOf(source, part.bodyStart, part.section.span.end);
  const text = bodyOf(source, part);
  const citations = readWorks(flow);
  return { label: part.section.heading, span: part.section.span, text, cited: citations.length > 0, citations };
};

const rationaleOf = (source: Source, part: Part): Field => {
  const printed = bodyOf(source, part);
  return { label: part.section.heading, span: part.section.span, printed, value: printed?.value ?? null };
};
