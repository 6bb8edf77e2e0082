import type { Case } from './case.ts';

/** The value at a JSON Pointer of a record, as `spans` has them; undefined where there is none. */
export const valueAt = (record: Case, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      record,
    );

/** A JSON Pointer, with those below it that have been asked for. */
export interface Pointer {
  readonly text: string;
  readonly items: Pointer[];
  readonly members: Map<string, Pointer>;
  /** Is it remembered by the one above it? */
  readonly isKept: boolean;
}

const pointer = (text: string, isKept: boolean): Pointer => ({ text, items: [], members: new Map(), isKept });

/** The pointer of a whole record. */
export const ROOT = pointer('', true);

/** Few letters have more of anything, and all letters together have fewer kinds of values; beyond it none is kept. */
const MOST_ITEMS = 64;
const MOST = 10_000;
let kept = 0;

/**
 * The pointer of a member, or of an item from 0, below a pointer. Those of most letters are made once: a string that is
 * known as a key is one three times as fast.
 */
export const under = (above: Pointer, key: string | number): Pointer => {
  const known = typeof key === 'number' ? above.items[key] : above.members.get(key);
  return known ?? added(above, key);
};

const added = (above: Pointer, key: string | number): Pointer => {
  const isKept = above.isKept && kept < MOST && (typeof key === 'string' || key < MOST_ITEMS);
  const made = pointer(`${above.text}/${key}`, isKept);
  if (!isKept) return made;
  kept++;
  if (typeof key === 'number') above.items[key] = made;
  else above.members.set(key, made);
  return made;
};
