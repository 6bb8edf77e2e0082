import { type Flow, sourceSpan } from '../text/flow.ts';
import { NOTHING_CITED } from './basis.ts';
import type { Basis, Field, Mark } from './model.ts';
import { readNarrative } from './narrative.ts';

const CLAIMS_ADMINISTRATOR = /\bThe Claims Administrator(?='s| based| did| relied| cited| found| used)/i;
const REVIEWER =
  /\bThe (?:Expert|Physician|Professional|Medical) Reviewer(?= based| did| relied| cited| found| used| stated)/i;
const RATIONALE =
  /\b(?:The (?:Expert|Physician|Professional|Medical) Reviewer['’]s decision rationale|Rationale for the Decision|Decision rationale):/i;

/** What the letters of 2013 say of one issue behind its title: both sides in sentences, then the rationale. */
export interface Sides {
  readonly claimsAdministrator: Basis | null;
  readonly expertReviewer: Basis | null;
  readonly rationale: Field | null;
}

/** Reads a flow that begins behind an issue's title and ends before the next. */
export const readSides = (flow: Flow, start: number): Sides => {
  const text = flow.text;
  const label = RATIONALE.exec(text.slice(start));
  const rationaleAt = label ? start + label.index : text.length;
  const claims = find(text, CLAIMS_ADMINISTRATOR, start, rationaleAt);
  const reviewer = find(text, REVIEWER, claims ?? start, rationaleAt);
  const claimsEnd = reviewer !== null && claims !== null && reviewer > claims ? reviewer : rationaleAt;
  return {
    claimsAdministrator: claims === null ? null : basis(flow, claims, claimsEnd),
    expertReviewer: reviewer === null ? null : basis(flow, reviewer, rationaleAt),
    rationale: label ? field(flow, rationaleAt, label[0]) : null,
  };
};

const find = (text: string, pattern: RegExp, start: number, end: number): number | null => {
  const match = pattern.exec(text.slice(start, end));
  return match ? start + match.index : null;
};

const basis = (flow: Flow, start: number, stop: number): Basis => {
  const end = start + flow.text.slice(start, stop).trimEnd().length;
  const value = flow.text.slice(start, end);
  const span = sourceSpan(flow, start, end);
  const citations = readNarrative(flow, start, end);
  return {
    label: null,
    span,
    text: { value, span },
    cited: citations.length > 0 || !NOTHING_CITED.test(value),
    citations,
  };
};

const field = (flow: Flow, at: number, printedLabel: string): Field => {
  const labelEnd = at + printedLabel.length;
  const mark: Mark = {
    id: 'decision-rationale',
    canonical: printedLabel,
    span: sourceSpan(flow, at, labelEnd),
    damage: [],
  };
  const start = flow.text.charCodeAt(labelEnd) === 32 ? labelEnd + 1 : labelEnd;
  const value = flow.text.slice(start);
  if (!value) return { label: mark, span: mark.span, printed: null, value: null };
  const printed = { value, span: sourceSpan(flow, start, flow.text.length) };
  return { label: mark, span: { start: mark.span.start, end: printed.span.end }, printed, value };
};
