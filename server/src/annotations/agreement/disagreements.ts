import type { Span } from '../../text/span.ts';
import { isClosed, type LabelIndex } from '../labels/labels.ts';
import type { NewEvent } from '../store/event.ts';
import { byPlace, extentOf, type LetterMarks, type Mark, placeKey } from './marks.ts';

/**
 * label: the same place has different labels. missing: somebody has nothing there. span: the places differ. value: only
 * the values do. The first that holds.
 */
export type DisagreementKind = 'label' | 'missing' | 'span' | 'value';

export interface Disagreement {
  readonly letter: string;
  readonly kind: DisagreementKind;
  /** From where it begins to where it ends in the document. */
  readonly span: Span;
  /** What each annotator of the letter says, in the order of their ids; no marks of who has nothing there. */
  readonly choices: readonly { readonly author: string; readonly marks: readonly Mark[] }[];
}

/** What annotators of a letter say alike, and where they do not. */
export interface Comparison {
  /** One mark, the first annotator’s, of each thing that all of them say; in the order of the text. */
  readonly agreed: readonly Mark[];
  /** In the order of the text. */
  readonly disagreements: readonly Disagreement[];
}

/**
 * Compares all annotators of a letter. They agree on what all of them marked with the same label, stretches and value; of a
 * label whose values are no list, no value is as good as any. Of fewer than two annotators there is nothing to compare.
 */
export const compared = (letter: LetterMarks, labels: LabelIndex): Comparison => {
  const { authors, marks } = letter;
  if (authors.length < 2) return { agreed: [], disagreements: [] };
  const same = grouped(marks, (mark) => `${mark.annotation.label} ${placeKey(mark)}`);
  const alike = same.filter((group) => isAgreed(group, authors, labels));
  const together = new Set(alike.flat());
  const groups = connected(marks.filter((mark) => !together.has(mark)));
  return {
    agreed: alike
      .map((group) => group.find(({ annotation }) => annotation.value !== null) ?? group[0])
      .filter(isThere)
      .sort(byPlace),
    disagreements: groups
      .map((group) => disagreementOf(letter, group))
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
  };
};

const isThere = (mark: Mark | undefined): mark is Mark => mark !== undefined;

const grouped = (marks: readonly Mark[], key: (mark: Mark) => string): readonly (readonly Mark[])[] => {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    const known = groups.get(key(mark));
    if (known) known.push(mark);
    else groups.set(key(mark), [mark]);
  }
  return [...groups.values()];
};

const isAgreed = (group: readonly Mark[], authors: readonly string[], labels: LabelIndex): boolean => {
  const present = new Set(group.map(({ author }) => author));
  const isList = isClosed(labels.byId(group[0]?.annotation.label ?? ''));
  const values = new Set(group.map(({ annotation }) => annotation.value).filter((value) => isList || value !== null));
  return authors.every((author) => present.has(author)) && values.size <= 1;
};

/** Marks that overlap with the same label, or have the very same place, are about one thing. */
const connected = (marks: readonly Mark[]): readonly (readonly Mark[])[] => {
  const parents = new Map<Mark, Mark>();
  const rootOf = (mark: Mark): Mark => {
    let root = mark;
    for (let parent = parents.get(root); parent; parent = parents.get(root)) root = parent;
    // The way is shortened for the next question.
    for (let at = mark; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const join = (one: Mark, other: Mark): void => {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a !== b) parents.set(b, a);
  };
  for (const group of grouped(marks, placeKey)) for (const mark of group) join(group[0] ?? mark, mark);
  for (const group of grouped(marks, ({ annotation }) => annotation.label)) {
    const parts = group.flatMap((mark) => mark.spans.map((span) => ({ mark, span })));
    parts.sort((a, b) => a.span.start - b.span.start);
    let furthest: (typeof parts)[number] | null = null;
    for (const part of parts) {
      if (furthest && part.span.start < furthest.span.end) join(furthest.mark, part.mark);
      if (!furthest || part.span.end > furthest.span.end) furthest = part;
    }
  }
  const roots = new Map<Mark, Mark[]>();
  for (const mark of [...marks].sort(byPlace)) {
    const root = rootOf(mark);
    const group = roots.get(root);
    if (group) group.push(mark);
    else roots.set(root, [mark]);
  }
  return [...roots.values()];
};

const disagreementOf = ({ letter, authors }: LetterMarks, marks: readonly Mark[]): Disagreement => {
  const choices = authors.map((author) => ({ author, marks: marks.filter((mark) => mark.author === author) }));
  const extents = marks.map(extentOf);
  return {
    letter,
    kind: kindOf(choices, marks),
    span: {
      start: Math.min(...extents.map(({ start }) => start)),
      end: Math.max(...extents.map(({ end }) => end)),
    },
    choices,
  };
};

const kindOf = (choices: Disagreement['choices'], marks: readonly Mark[]): DisagreementKind => {
  if (new Set(marks.map(({ annotation }) => annotation.label)).size > 1) return 'label';
  if (choices.some((choice) => choice.marks.length === 0)) return 'missing';
  return new Set(marks.map(placeKey)).size > 1 ? 'span' : 'value';
};

/** Those that the gold layer says nothing of yet: it has no annotation there with one of their labels, not even a rejected one. */
export const unsettled = ({ gold }: LetterMarks, disagreements: readonly Disagreement[]): readonly Disagreement[] =>
  disagreements.filter(({ choices }) => {
    const marks = choices.flatMap((choice) => choice.marks);
    return !gold.some((mark) => marks.some((other) => isAbout(mark, other)));
  });

const isAbout = (one: Mark, other: Mark): boolean =>
  one.annotation.label === other.annotation.label &&
  one.spans.some((a) => other.spans.some((b) => a.start < b.end && b.start < a.end));

/**
 * What the gold layer is to hold of marks, as events under the same ids: what was agreed, or the choice of one annotator
 * (`settled(choice.marks, 'confirmed')`), of several, or of neither (`'rejected'`).
 */
export const settled = (marks: readonly Mark[], state: 'confirmed' | 'rejected'): readonly NewEvent[] => {
  const events = marks.map(({ annotation }): readonly [string, NewEvent] => {
    const { id, origin, label, passage, value, sic, note } = annotation;
    return [id, { op: 'add', id, origin, content: { label, passage, value, state, sic, note } }];
  });
  return [...new Map(events).values()];
};
