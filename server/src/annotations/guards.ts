import type { Origin, Passage, Stretch, Value } from './model.ts';

/* Whether what was read from a file is what it should be. */

export type Members = Readonly<Record<string, unknown>>;

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
export const isValue = (value: unknown): value is Value =>
  value === null || isText(value) || typeof value === 'boolean' || Number.isFinite(value);
export const isOneOf = <T extends string>(words: readonly T[], value: unknown): value is T =>
  words.includes(value as T);
export const isDate = (value: unknown): value is string => isText(value) && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

const isStretch = (pair: unknown): pair is Stretch =>
  Array.isArray(pair) && pair.length === 2 && pair.every(isCount) && Number(pair[0]) < Number(pair[1]);

/** In the order of the text and apart. */
export const isStretches = (value: unknown): value is readonly Stretch[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(isStretch) &&
  value.every(([start], i) => i === 0 || (value[i - 1]?.[1] ?? 0) <= start);

export const isPassage = (value: unknown): value is Passage =>
  isMembers(value) &&
  isText(value['base']) &&
  /^[0-9a-f]{64}$/.test(value['base']) &&
  isStretches(value['stretches']) &&
  Array.isArray(value['quotes']) &&
  value['quotes'].length === value['stretches'].length &&
  value['quotes'].every(isText) &&
  isText(value['before']) &&
  isText(value['after']) &&
  (value['section'] === null || isText(value['section']));

export const isOrigin = (value: unknown): value is Origin =>
  isMembers(value) &&
  (value['kind'] === 'person' ||
    (value['kind'] === 'rule' && isText(value['rule']) && isText(value['version']) && isValue(value['value'])));
