import { FIELDS, type Field } from './fields.ts';
import { isArray, isObject, type Json, type JsonObject, member } from './json.ts';

/** What one comparison said: a field (a path with `*` for indices), the pointer of the element, and both values. */
export interface Outcome {
  readonly field: string;
  readonly pointer: string;
  readonly right: boolean;
  readonly expected: Json;
  readonly got: Json;
}

/** A place in both records: the two objects that hold a field, and whether one of them does not exist. */
interface Place {
  readonly gold: Json;
  readonly got: Json;
  readonly pointer: string;
  readonly missing: boolean;
}

/** White space and hyphens do not count: line wraps leave both, and one extraction drops hyphens at line ends. */
const bare = (text: string): string => text.replace(/[\s\u00ad\u2010\u2011-]+/g, '');

/** Equal as JSON; with `loosely`, strings are compared without white space and hyphens. */
const equal = (a: Json, b: Json, loosely: boolean): boolean => {
  if (typeof a === 'string' && typeof b === 'string') return loosely ? bare(a) === bare(b) : a === b;
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((x, i) => equal(x, b[i] ?? null, loosely));
  if (isObject(a)) return isObject(b) && keysOf(a, b).every((key) => equal(member(a, key), member(b, key), loosely));
  return a === b;
};

const keysOf = (a: JsonObject, b: JsonObject): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

const lengthOf = (value: Json): number => (isArray(value) ? value.length : 0);

const elements = (value: Json): readonly Json[] => (isArray(value) ? value : []);

/**
 * Compares one case record with its gold, field by field. An array's elements are compared by index; a missing and a
 * surplus element both count as wrong in each of their fields. `got` null stands for a record that does not exist.
 */
export const compare = (gold: JsonObject, got: Json): Outcome[] =>
  FIELDS.flatMap((field) => {
    const keys = field.path.split('/').slice(1);
    const key = keys.pop() ?? '';
    const top: Place = { gold, got, pointer: '', missing: got === null };
    return keys.reduce(stepInto, [top]).flatMap((place) => compareValue(field, key, gold, place) ?? []);
  });

const stepInto = (places: readonly Place[], key: string): Place[] =>
  places.flatMap((place) => (key === '*' ? elementsOf(place) : [enter(place, key)]));

const enter = ({ gold, got, pointer, missing }: Place, key: string): Place => ({
  gold: member(gold, key),
  got: member(got, key),
  pointer: `${pointer}/${key}`,
  missing,
});

const elementsOf = (place: Place): Place[] => {
  const [inGold, inGot] = [lengthOf(place.gold), lengthOf(place.got)];
  return Array.from({ length: Math.max(inGold, inGot) }, (_, i) => ({
    ...enter(place, `${i}`),
    missing: place.missing || i >= Math.min(inGold, inGot),
  }));
};

/** Null where the gold leaves the value open. */
const compareValue = (field: Field, key: string, record: JsonObject, place: Place): Outcome | null => {
  if (field.firm === false && member(place.gold, 'loose') === true) return null;
  const { gold, got, pointer } = enter(place, key);
  const base = { field: field.path, pointer };
  if (field.compare === 'count') {
    const [expected, actual] = [lengthOf(gold), lengthOf(got)];
    return { ...base, expected, got: actual, right: !place.missing && expected === actual };
  }
  if (field.compare === 'where-given' && gold === null) return null;
  const readings = [
    gold,
    ...elements(member(member(place.gold, 'accept'), key)),
    ...elements(member(member(record, 'accept'), pointer)),
  ];
  const right = !place.missing && readings.some((reading) => equal(reading, got, field.compare === 'text'));
  return { ...base, expected: gold, got, right };
};
