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
