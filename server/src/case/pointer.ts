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

/** The pointers that letters have, each with those below it. A string that is known as a key is one three times as fast. */
const KNOWN = new Map<string, Map<string | number, string>>();
/** Few letters have more of anything; beyond it pointers are made anew, so that no letter fills the memory. */
const MOST = 64;
const MOST_KNOWN = 4000;

/** The pointer of a member, or of an item from 0, below a pointer. */
export const under = (pointer: string, key: string | number): string => {
  const known = KNOWN.get(pointer)?.get(key);
  if (known !== undefined) return known;
  const made = `${pointer}/${key}`;
  if (typeof key === 'number' && key >= MOST) return made;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const below = KNOWN.get(pointer);
  if (below) below.set(key, made);
  else KNOWN.set(pointer, new Map([[key, made]]));
  return made;
};
