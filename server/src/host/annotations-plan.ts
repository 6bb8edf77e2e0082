import { anchorer } from '../annotations/anchor/anchor.ts';
import { baseOf } from '../annotations/hash.ts';
import { type Annotation, MACHINE, type Passage, type Value } from '../annotations/model.ts';
import { type Base, passageAt, passageOf } from '../annotations/passage.ts';
import type { Content, NewEvent } from '../annotations/store/event.ts';
import type { PlacedAnnotation } from '../annotations/store/open.ts';
import { stretchOf, unitTextOf } from '../annotations/text-units.ts';
import type { AnnotationChange } from '../protocol.ts';
import type { Span } from '../text/span.ts';
import type { Planned } from './annotations-store.ts';
import type { AnnotationView } from './annotations-view.ts';

/** A change that cannot be made, as a sentence for the person who asked for it. */
export class Refusal extends Error {}

/** What changes are made to. */
export interface Ground {
  readonly view: AnnotationView;
  readonly text: string;
  readonly author: string;
  /** The annotations of all layers, and the parser's, where they stand in `text`. */
  readonly placed: readonly PlacedAnnotation[];
  /** The part of the letter that a span stands in, as passages keep it. */
  readonly sectionOf: (span: Span) => string | null;
  readonly newId: () => string;
}

/** Changes as events, and what takes them back again. */
export interface Plan extends Planned {
  readonly inverse: readonly NewEvent[];
  readonly ids: readonly string[];
}

/** A change with its ranges as spans of the document. */
export type SpannedChange = AnnotationChange extends infer T
  ? T extends { readonly ranges?: unknown }
    ? Omit<T, 'ranges'> & { readonly spans: readonly Span[] | undefined }
    : T
  : never;

const EMPTY: Omit<Content, 'label' | 'passage'> = { value: null, state: 'confirmed', sic: false, note: null };

/** Plans changes. Throws a Refusal where one cannot be made. */
export const planChanges = (ground: Ground, changes: readonly SpannedChange[]): Plan => {
  const passages = passageMaker(ground);
  const planned = changes.map((change) => planOne(ground, passages.make, change));
  return {
    events: planned.flatMap(({ event }) => event ?? []),
    inverse: planned.flatMap(({ inverse }) => inverse ?? []).reverse(),
    ids: planned.map(({ id }) => id),
    bases: passages.used(),
  };
};

interface PlannedChange {
  readonly id: string;
  readonly event?: NewEvent;
  readonly inverse?: NewEvent;
}

type MakePassage = (spans: readonly Span[]) => Passage;

const planOne = (ground: Ground, make: MakePassage, change: SpannedChange): PlannedChange => {
  if (change.op === 'progress') {
    const before = ground.view.open.layers.find(({ author }) => author === ground.author)?.progress;
    const inverse: NewEvent = { op: 'progress', progress: before ?? 'in-progress' };
    return { id: '', event: { op: 'progress', progress: change.progress }, inverse };
  }
  if (change.op === 'add') return planAdd(ground, make, change);
  const found = ground.placed.find(({ annotation: { id, author } }) => id === change.id && isOf(author, ground.author));
  const { annotation } = found ?? refuseOther(ground, change.id);
  if (change.op === 'remove') {
    if (annotation.author === MACHINE) return planTouch(ground, make, found, { state: 'rejected' });
    return { id: annotation.id, event: { op: 'del', id: annotation.id }, inverse: addEvent(annotation) };
  }
  const { label, value, state, sic, note, spans } = change;
  const content: Partial<Content> = {
    ...(label !== undefined && { label }),
    ...(value !== undefined && { value }),
    ...(state !== undefined && { state }),
    ...(sic !== undefined && { sic }),
    ...(note !== undefined && { note }),
    ...(spans !== undefined && { passage: make(spans) }),
  };
  if (annotation.author === MACHINE) return planTouch(ground, make, found, content);
  return {
    id: annotation.id,
    event: { op: 'set', id: annotation.id, content },
    inverse: resetEvent(annotation, content),
  };
};

const isOf = (author: string, me: string): boolean => author === me || author === MACHINE;

const refuseOther = ({ placed }: Ground, sought: string): never => {
  const other = placed.find(({ annotation: { id } }) => id === sought)?.annotation.author;
  throw new Refusal(
    other === undefined
      ? 'This annotation is there no more.'
      : `This annotation is by ${other}, and only they can change it. Make one of your own beside it.`,
  );
};

const planAdd = (
  ground: Ground,
  make: MakePassage,
  { label, spans = [], value = null, note = null }: Extract<SpannedChange, { op: 'add' }>,
): PlannedChange => {
  const passage = make(spans);
  const same = ground.placed.find(
    ({ annotation, anchor }) =>
      annotation.author === ground.author &&
      annotation.label === label &&
      anchor.kind === 'anchored' &&
      isSame(ground.text, anchor.spans, spans),
  );
  if (same) return { id: same.annotation.id };
  const id = ground.newId();
  const event: NewEvent = {
    op: 'add',
    id,
    origin: { kind: 'person' },
    content: { ...EMPTY, label, passage, value, note },
  };
  return { id, event, inverse: { op: 'del', id } };
};

/** The same words of the text, whatever blanks stand around them? */
const isSame = (text: string, some: readonly Span[], others: readonly Span[]): boolean => {
  const places = (spans: readonly Span[]): string =>
    spans
      .map((span) => trimmedSpan(text, span))
      .map(({ start, end }) => `${start}-${end}`)
      .join();
  return places(some) === places(others);
};

/** What a person does to one of the parser's goes to their own layer, with what the parser said. */
const planTouch = (
  ground: Ground,
  make: MakePassage,
  found: PlacedAnnotation | undefined,
  content: Partial<Content>,
): PlannedChange => {
  const { annotation, anchor } = found ?? refuseOther(ground, '');
  const { label, passage, value, state, sic, note, origin, id } = annotation;
  const own = anchor.kind === 'anchored' ? make(anchor.spans) : passage;
  const touched: Content = { label, passage: own, value, state, sic, note, ...content };
  return {
    id,
    event: {
      op: 'add',
      id,
      origin,
      content: touched.state === 'suggested' ? { ...touched, state: stateAfter(content, value) } : touched,
    },
    inverse: { op: 'del', id },
  };
};

const stateAfter = (content: Partial<Content>, before: Value): Content['state'] =>
  (content.value !== undefined && content.value !== before) || content.label !== undefined || content.passage
    ? 'corrected'
    : 'confirmed';

const addEvent = ({ id, origin, label, passage, value, state, sic, note }: Annotation): NewEvent => ({
  op: 'add',
  id,
  origin,
  content: { label, passage, value, state, sic, note },
});

const resetEvent = (annotation: Annotation, changed: Partial<Content>): NewEvent => ({
  op: 'set',
  id: annotation.id,
  content: Object.fromEntries(Object.keys(changed).map((key) => [key, annotation[key as keyof Content]])),
});

/**
 * Makes passages of the text. Where the words stand unchanged in a base text that the letter has already, the passage is
 * of that, so that not every edit leaves another base text behind.
 */
const passageMaker = ({ view, text, sectionOf }: Ground): { make: MakePassage; used: () => readonly Base[] } => {
  const units = unitTextOf(text);
  const known = [...view.open.bases].map(([hash, base]) => ({
    base: { hash, units: base },
    toBase: anchorer(units, base.text),
    back: anchorer(base, text),
  }));
  let own: Base | null = null;
  const ofKnown = (spans: readonly Span[], section: string | null): Passage | null => {
    const stretches = spans.map((span) => stretchOf(units, span));
    for (const { base, toBase, back } of known) {
      const there = toBase(stretches);
      if (there.kind !== 'anchored' || there.edited || there.moved) continue;
      const passage = passageAt(
        base,
        there.spans.map((span) => stretchOf(base.units, span)),
        section,
      );
      const again = passage && back(passage.stretches);
      if (again?.kind === 'anchored' && !again.edited && isSame(text, again.spans, spans)) return passage;
    }
    return null;
  };
  return {
    make: (spans) => {
      const [first] = spans;
      const trimmed = spans.map((span) => trimmedSpan(text, span)).filter(({ start, end }) => end > start);
      const section = first ? sectionOf(first) : null;
      const passage = ofKnown(trimmed, section);
      if (passage) return passage;
      own ??= baseOf(text);
      return passageOf(own, text, trimmed, section) ?? refuseBlank();
    },
    used: () => (own ? [own] : []),
  };
};

const BLANK = 'There is nothing but blanks to annotate here. Select some words first.';

const refuseBlank = (): never => {
  throw new Refusal(BLANK);
};

const trimmedSpan = (text: string, { start, end }: Span): Span => {
  const quote = text.slice(start, end);
  const from = start + quote.length - quote.trimStart().length;
  return { start: from, end: from + quote.trim().length };
};
