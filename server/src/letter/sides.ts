import { type Flow, sourceSpan, toFlow, toSource } from '../text/flow.ts';
import { NOTHING_CITED } from './basis.ts';
import type { FoundMark } from './marks.ts';
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

/** The marks that open a rationale in these letters. */
const RATIONALE_IDS: readonly string[] = [
  'rationale-for-the-decision',
  'rationale-for-the-decision-small',
  'physician-rationale',
  'decision-rationale',
];

/** Reads a flow that begins behind an issue's title and ends before the next; `marks` are those of the letter's issues. */
export const readSides = (flow: Flow, start: number, marks: readonly FoundMark[] = []): Sides => {
  const text = flow.text;
  const label = labelIn(flow, start, marks);
  const rationaleAt = label ? label.start : text.length;
  const claims = find(text, CLAIMS_ADMINISTRATOR, start, rationaleAt);
  const reviewer = find(text, REVIEWER, claims ?? start, rationaleAt);
  const claimsEnd = reviewer !== null && claims !== null && reviewer > claims ? reviewer : rationaleAt;
  return {
    claimsAdministrator: claims === null ? null : basis(flow, claims, claimsEnd),
    expertReviewer: reviewer === null ? null : basis(flow, reviewer, rationaleAt),
    rationale: label ? field(flow, label) : null,
  };
};

/** Where a rationale's label stands in a flow. */
interface Label {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

/** The label of the rationale: one that opens a line, be it damaged, or one within a paragraph that is whole. */
const labelIn = (flow: Flow, start: number, marks: readonly FoundMark[]): Label | null => {
  const from = toSource(flow, start);
  const opener = marks.find(
    ({ row, mark }) => RATIONALE_IDS.includes(row.id) && mark.span.start >= from && mark.span.end <= flow.end,
  );
  if (opener) {
    const { span, canonical, damage } = opener.mark;
    const mark = { id: 'decision-rationale', canonical, span, damage };
    return { start: toFlow(flow, span.start), end: toFlow(flow, span.end), mark };
  }
  const found = RATIONALE.exec(flow.text.slice(start));
  if (!found) return null;
  const at = start + found.index;
  const end = at + found[0].length;
  const mark = { id: 'decision-rationale', canonical: found[0], span: sourceSpan(flow, at, end), damage: [] };
  return { start: at, end, mark };
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

const field = (flow: Flow, { end, mark }: Label): Field => {
  const start = flow.text.charCodeAt(end) === 32 ? end + 1 : end;
  const value = flow.text.slice(start);
  if (!value) return { label: mark, span: mark.span, printed: null, value: null };
  const printed = { value, span: sourceSpan(flow, start, flow.text.length) };
  return { label: mark, span: { start: mark.span.start, end: printed.span.end }, printed, value };
};
