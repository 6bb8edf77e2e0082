import type { Basis, Citation, Field, Issue, Letter, ListField, Mark, SectionId } from '../../letter/model.ts';
import { type Flow, flowOf, sourceSpan, toFlow } from '../../text/flow.ts';
import { type Span, spanOf, touches } from '../../text/span.ts';

/** Running text around a place: the reflowed part of the leaf, or of the section, that holds it. */
export interface Prose {
  readonly section: SectionId;
  readonly flow: Flow;
  /** Where the place stands in the flow. */
  readonly at: number;
}

/** Where a card is asked for. */
export interface Place {
  readonly letter: Letter;
  /** UTF-16 code units from the letter's start. */
  readonly offset: number;
  /** The issue that holds the place, or null. */
  readonly issue: Issue | null;
  /** Null on headings, labels and page furniture. */
  readonly prose: Prose | null;
}

/** How far around the place a card may look: enough for the longest title, however long a paragraph is. */
const AROUND = 600;

export const placeAt = (letter: Letter, offset: number): Place => {
  const issue = letter.issues.find(({ span }) => touches(span, offset)) ?? null;
  return { letter, offset, issue, prose: proseAt(letter, issue, offset) };
};

const proseAt = (letter: Letter, issue: Issue | null, offset: number): Prose | null => {
  const section = letter.sections.findLast(({ span }) => span.start <= offset && offset <= span.end);
  if (!section || letter.furniture.some((span) => holds(span, offset))) return null;
  if (marksOf(letter, issue).some((mark) => mark && holds(mark.span, offset))) return null;
  if (section.heading && holds(section.heading.span, offset)) return null;
  const leaf = leavesOf(letter, issue).find((each) => each && touches(each.span, offset));
  const { start, end } = around(letter.text, leaf?.span ?? section.span, offset);
  const flow = flowOf(letter, start, end);
  return { section: section.id, flow, at: toFlow(flow, offset) };
};

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;

type Spanned = { readonly span: Span } | null | undefined;
type AnyField = Field<unknown> | ListField | null | undefined;

const fieldsOf = ({ header, cover, reviewer }: Letter): readonly AnyField[] => [
  ...Object.values(header?.fields ?? {}),
  cover?.determination,
  reviewer?.licensedStates,
  reviewer?.specialties,
  reviewer?.subspecialties,
];

const basesOf = (issue: Issue | null): readonly (Basis | null | undefined)[] => [
  issue?.claimsAdministrator,
  issue?.expertReviewer,
];

/** What the form prints by itself: there is nothing to tell about a label. */
const marksOf = (letter: Letter, issue: Issue | null): readonly (Mark | null | undefined)[] => [
  ...fieldsOf(letter).map((field) => field?.label),
  ...basesOf(issue).map((basis) => basis?.label),
  issue?.rationale?.label,
];

/** What flows by itself; the smaller first where one holds another. */
const leavesOf = (letter: Letter, issue: Issue | null): readonly Spanned[] =>
  issue
    ? [...basesOf(issue).map((basis) => basis?.text), issue.rationale?.printed, issue.title, issue.item]
    : [
        ...fieldsOf(letter).map((field) => field?.printed),
        letter.cover?.addressee,
        letter.summary?.text,
        ...(letter.documents?.items ?? []),
      ];

/** The part of a region that lies near an offset. It begins and ends between words, unless a word is endless. */
const around = (text: string, { start, end }: Span, offset: number): Span => {
  let from = Math.max(start, offset - AROUND);
  let to = Math.min(end, offset + AROUND);
  if (from > start) from = endOfWord(text, from, offset);
  if (to < end) to = endOfWord(text, to, end);
  return spanOf(from, to);
};

const LONGEST_WORD = 60;

const endOfWord = (text: string, from: number, limit: number): number => {
  const last = Math.min(from + LONGEST_WORD, limit);
  for (let at = from; at < last; at++) if (text.charCodeAt(at) <= 32) return at;
  return from;
};

/** The source span of a part of the prose, null where the place is not in it: in white space that the flow leaves out. */
export const spanInLetter = ({ offset, prose }: Place, start: number, end: number): Span | null => {
  const span = prose && sourceSpan(prose.flow, start, end);
  return span && touches(span, offset) ? span : null;
};

/** The smallest citation that the place touches; of two that meet there, the one that begins. */
export const citationAt = ({ letter, offset }: Place): Citation | null => {
  let best: Citation | null = null;
  for (const issue of letter.issues) {
    for (const basis of basesOf(issue)) {
      for (const citation of basis?.citations ?? []) {
        if (!touches(citation.span, offset)) continue;
        if (!best || sizeOf(citation) <= sizeOf(best) || citation.span.start === offset) best = citation;
      }
    }
  }
  return best;
};

const sizeOf = ({ span }: Citation): number => span.end - span.start;
