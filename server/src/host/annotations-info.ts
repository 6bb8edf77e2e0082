import { type LabelIndex, titleOf } from '../annotations/labels/labels.ts';
import { MACHINE } from '../annotations/model.ts';
import { wordsOf } from '../annotations/passage.ts';
import type { PlacedAnnotation } from '../annotations/store/open.ts';
import type { AnnotationInfo, LabelInfo } from '../protocol.ts';
import { type Lines, positionAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** What infos are made with. */
export interface Showing {
  readonly labels: LabelIndex;
  readonly lines: Lines;
  /** Who asks. */
  readonly author: string | null;
  /** The name of the part of the letter that a span stands in. */
  readonly sectionName: (span: Span) => string;
  /** The number of the letter that a span stands in. */
  readonly letterNumber: (span: Span) => number | null;
}

const NOWHERE = 'Not in the text any more';

/** Annotations as a client shows them: in the order of the text, the longer first, orphans at the end. */
export const infosOf = (placed: readonly PlacedAnnotation[], showing: Showing): readonly AnnotationInfo[] =>
  [...placed].sort(byPlace).map((one) => infoOf(one, showing));

const infoOf = ({ annotation, anchor }: PlacedAnnotation, showing: Showing): AnnotationInfo => {
  const { id, label, value, state, sic, note, author, origin, passage } = annotation;
  const spans = anchor.kind === 'anchored' ? anchor.spans : [];
  const [first] = spans;
  return {
    id,
    ranges: spans.map(({ start, end }) => ({
      start: positionAt(showing.lines, start),
      end: positionAt(showing.lines, end),
    })),
    words: wordsOf(passage),
    label,
    title: titleOf(showing.labels, label),
    group: groupOf(showing.labels, label),
    value,
    state,
    sic,
    note,
    author,
    mine: author === MACHINE || author === showing.author,
    edited: anchor.kind === 'anchored' && anchor.edited,
    rule: origin.kind === 'rule' ? origin.rule : null,
    parsed: origin.kind === 'rule' ? origin.value : null,
    letter: first ? showing.letterNumber(first) : null,
    section: first ? showing.sectionName(first) : NOWHERE,
  };
};

/** From 0; of a label that is not known the first. */
const groupOf = ({ set, byId }: LabelIndex, label: string): number => {
  const group = byId(label)?.group;
  return Math.max(
    set.groups.findIndex(({ id }) => id === group),
    0,
  );
};

const byPlace = (a: PlacedAnnotation, b: PlacedAnnotation): number => {
  const [one, other] = [extentOf(a), extentOf(b)];
  return one.start - other.start || other.end - one.end || (a.annotation.id < b.annotation.id ? -1 : 1);
};

const extentOf = ({ anchor }: PlacedAnnotation): Span =>
  anchor.kind === 'anchored'
    ? { start: anchor.spans[0]?.start ?? 0, end: anchor.spans.at(-1)?.end ?? 0 }
    : { start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER };

/** The labels of a folder as a client offers them. */
export const labelInfos = (labels: LabelIndex): readonly LabelInfo[] =>
  labels.set.labels.map(({ id, title, description, values, type, fields }) => ({
    id,
    title,
    group: groupOf(labels, id),
    description: description ?? null,
    values: values ?? [],
    type: type ?? 'text',
    parsed: (fields ?? []).length > 0,
  }));
