import defaults from './default.json';

/** One of at most six groups of labels, each with a colour of the theme. */
export interface LabelGroup {
  readonly id: string;
  readonly title: string;
}

export interface Label {
  readonly id: string;
  readonly title: string;
  /** The id of a group. */
  readonly group: string;
  readonly description?: string;
  /** The only values an annotation with the label may have; without it any value of the type. */
  readonly values?: readonly string[];
  /** A text where it is not said. */
  readonly type?: 'text' | 'number';
  /** The values of the case record that have this label: JSON Pointers in which `*` stands for a list's numbers. */
  readonly fields?: readonly string[];
}

/** The labels of a folder, as `schema/labels-1.json` has them. Ids of groups and labels are unique. */
export interface LabelSet {
  readonly groups: readonly LabelGroup[];
  readonly labels: readonly Label[];
}

/** As many groups as the themes have colours for. */
export const MOST_GROUPS = 6;

/** The labels that come with the product: the values of the case record, and what people mark in clinical and legal prose. */
export const DEFAULT_LABELS: LabelSet = defaults as { groups: LabelGroup[]; labels: Label[] };

/** Looks labels up: by id, and by the place of a value in the case record. */
export interface LabelIndex {
  readonly set: LabelSet;
  readonly byId: (id: string) => Label | null;
  /** The label of a value of the record by its pointer, such as `/issues/0/decision`; null where none has it. */
  readonly byPointer: (pointer: string) => Label | null;
}

export const indexLabels = (set: LabelSet): LabelIndex => {
  const ids = new Map(set.labels.map((label) => [label.id, label]));
  const fields = new Map(set.labels.flatMap((label) => (label.fields ?? []).map((field) => [field, label] as const)));
  return {
    set,
    byId: (id) => ids.get(id) ?? null,
    byPointer: (pointer) => fields.get(patternOf(pointer)) ?? null,
  };
};

/** A pointer with `*` for every number of a list: what stays the same when an issue is put in before. */
export const patternOf = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '/*');

/** The title of a label; its id where the labels do not know it. */
export const titleOf = (index: LabelIndex, id: string): string => index.byId(id)?.title ?? id;

/** Is the label's value one of a list? Only such values can be compared by kappa. */
export const isClosed = (label: Label | null): boolean => label?.values !== undefined;
