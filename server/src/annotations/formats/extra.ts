import { isDate, isMembers, isOneOf, isOrigin, isText, isValue } from '../guards.ts';
import { type Annotation, STATES } from '../model.ts';

/**
 * What an annotation says beside its label and place. Other programs have no word for most of it, so files carry it along
 * in a member or note of our own; what they can say themselves, and people may have changed there, counts for more.
 */
export type Extra = Omit<Annotation, 'label' | 'passage'> & {
  /** The part of the letter, as a passage keeps it. */
  readonly section: string | null;
};

export const extraOf = (annotation: Annotation): Extra => {
  const { id, value, state, sic, note, author, origin, made, changed, passage } = annotation;
  return { id, value, state, sic, note, author, origin, made, changed, section: passage.section };
};

const MEMBERS: Readonly<Record<keyof Extra, (value: unknown) => boolean>> = {
  id: (value) => isText(value) && value !== '',
  value: isValue,
  state: (value) => isOneOf(STATES, value),
  sic: (value) => typeof value === 'boolean',
  note: (value) => value === null || isText(value),
  author: (value) => isText(value) && value !== '',
  origin: isOrigin,
  made: isDate,
  changed: isDate,
  section: (value) => value === null || isText(value),
};

/** Those members of what was read that are right; the others are as if they were not there. */
export const readExtra = (given: unknown): Partial<Extra> => {
  if (!isMembers(given)) return {};
  const right = Object.entries(MEMBERS).filter(([key, isRight]) => Object.hasOwn(given, key) && isRight(given[key]));
  return Object.fromEntries(right.map(([key]) => [key, given[key]])) as Partial<Extra>;
};
