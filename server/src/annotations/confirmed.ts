import { type Case, type CaseConfirmation, valueAt } from '../case/index.ts';
import type { Span } from '../text/span.ts';
import { isClosed, type LabelIndex, patternOf } from './labels/labels.ts';
import { GOLD, MACHINE, type State, type Value } from './model.ts';
import { trimmed, wordsOf } from './passage.ts';
import { type OpenLetter, type PlacedAnnotation, placeIn } from './store/open.ts';

/**
 * The records with what people say of their values. A confirmed, corrected or rejected annotation is about the value that
 * has its label and stands at its place; one that began as the parser's may have been moved and is about the value of that
 * rule which it overlaps. Orphans and annotations whose words are no longer what they were say nothing until somebody has
 * looked again. `document` is the text that the records were read from.
 */
export const withConfirmations = (
  records: readonly Case[],
  document: string,
  open: OpenLetter,
  labels: LabelIndex,
): readonly Case[] => {
  const said = open.layers.flatMap(({ author, annotations }) =>
    author === MACHINE
      ? []
      : annotations
          .filter(({ state }) => isVerdict(state))
          .map((annotation) => ({ annotation, gold: author === GOLD })),
  );
  if (said.length === 0) return records;
  const place = placeIn(document, open);
  const statements = said.flatMap(({ annotation, gold }) => statementOf(place(annotation), gold) ?? []);
  return records.map((record) => confirmed(record, document, statements, labels));
};

type Verdict = CaseConfirmation['state'];

const isVerdict = (state: State): state is Verdict =>
  state === 'confirmed' || state === 'corrected' || state === 'rejected';

/** What a person says at one place of the document. */
interface Statement {
  readonly annotation: PlacedAnnotation['annotation'];
  readonly span: Span;
  readonly gold: boolean;
}

const statementOf = ({ annotation, anchor }: PlacedAnnotation, gold: boolean): Statement | null => {
  if (anchor.kind === 'orphan' || anchor.edited) return null;
  const [first] = anchor.spans;
  const last = anchor.spans.at(-1);
  return first && last ? { annotation, span: { start: first.start, end: last.end }, gold } : null;
};

const confirmed = (record: Case, document: string, statements: readonly Statement[], labels: LabelIndex): Case => {
  const places = Object.entries(record.spans).map(([pointer, [start, end]]) => ({
    pointer,
    label: labels.byPointer(pointer)?.id ?? null,
    span: trimmed(document, { start, end }),
  }));
  const byPlace = new Map(places.map(({ label, span }, i) => [placeKey(label, span), i]));
  const confirmations = statements
    .flatMap((statement) => {
      const { annotation, span } = statement;
      const exact = byPlace.get(placeKey(annotation.label, span));
      const at = exact ?? places.findIndex((place) => isMoved(statement, place));
      const place = places[at];
      return place ? [{ at, said: confirmationOf(record, place.pointer, statement, exact !== undefined, labels) }] : [];
    })
    .sort((a, b) => a.at - b.at || Number(a.said.gold) - Number(b.said.gold) || (a.said.by < b.said.by ? -1 : 1));
  return confirmations.length === 0 ? record : { ...record, confirmations: confirmations.map(({ said }) => said) };
};

const placeKey = (label: string | null, { start, end }: Span): string => `${label} ${start} ${end}`;

/** Did it begin as this value, whose place a person has changed? */
const isMoved = (
  { annotation: { origin, label }, span }: Statement,
  place: { readonly pointer: string; readonly label: string | null; readonly span: Span },
): boolean =>
  origin.kind === 'rule' &&
  label === place.label &&
  patternOf(origin.rule) === patternOf(place.pointer) &&
  span.start < place.span.end &&
  place.span.start < span.end;

const confirmationOf = (
  record: Case,
  pointer: string,
  { annotation, gold }: Statement,
  isExact: boolean,
  labels: LabelIndex,
): CaseConfirmation => {
  const { author: by, changed: at, state } = annotation;
  if (state === 'rejected') return { pointer, state, value: null, by, at, gold };
  const parsed = valueAt(record, pointer) as Value;
  const isFree = typeof parsed === 'string' && !isClosed(labels.byPointer(pointer));
  const value = valueOf(annotation, parsed, !isExact && isFree);
  return { pointer, state: value === parsed ? 'confirmed' : 'corrected', value, by, at, gold };
};

/** A person's value; where they said none, or only moved the place, what was read, or the words at the place. */
const valueOf = ({ value, origin, passage }: Statement['annotation'], parsed: Value, byWords: boolean): Value => {
  const isOwn = value !== null && (origin.kind === 'person' || value !== origin.value);
  if (isOwn) return value;
  if (byWords) return wordsOf(passage).replace(/\s+/g, ' ');
  return value ?? parsed;
};
