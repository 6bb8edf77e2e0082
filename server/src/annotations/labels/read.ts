import { isMembers, isOneOf, isText } from '../guards.ts';
import type { Loaded, Problem } from '../model.ts';
import { DEFAULT_LABELS, type Label, type LabelGroup, type LabelSet, MOST_GROUPS } from './labels.ts';

const ID = /^[\dA-Z][\w-]{0,63}$/i;

/**
 * Reads `.imr/labels.json`. What is wrong with a label or group is told and it is left out; where nothing can be used, the
 * labels that come with the product are.
 */
export const readLabels = (file: string, text: string): Loaded<LabelSet> => {
  const problems: Problem[] = [];
  const tell = (message: string, line: number | null = null): void => void problems.push({ file, line, message });
  const given = parsed(text, tell);
  const groups = given === null ? [] : listOf(given['groups'], 'group', groupOf, tell).slice(0, MOST_GROUPS);
  const known = new Set(groups.map(({ id }) => id));
  const labels = given === null ? [] : listOf(given['labels'], 'label', (one) => labelOf(one, known), tell);
  if (groups.length > 0 && labels.length > 0) return { value: { groups, labels }, problems };
  tell('It has no groups and labels that can be used, so those that come with IMR Letters are.');
  return { value: DEFAULT_LABELS, problems };
};

type Tell = (message: string, line?: number | null) => void;

const parsed = (text: string, tell: Tell): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text);
    if (isMembers(value)) return value;
    tell('This file is no object.');
  } catch (error) {
    tell('This file is no JSON from here on.', lineOf(text, error));
  }
  return null;
};

/** Engines say where a mistake is as a place or as a line. */
const lineOf = (text: string, error: unknown): number | null => {
  const message = error instanceof Error ? error.message : '';
  const line = /\bline (\d+)/.exec(message)?.[1];
  const place = /\bposition (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  return place === undefined ? null : text.slice(0, Number(place)).split('\n').length;
};

const listOf = <T extends { readonly id: string }>(
  given: unknown,
  kind: string,
  read: (one: unknown) => T | string,
  tell: Tell,
): readonly T[] => {
  const found = new Map<string, T>();
  (Array.isArray(given) ? given : []).forEach((one: unknown, i) => {
    const value = read(one);
    const wrong = typeof value === 'string' ? value : found.has(value.id) ? 'its id is that of another' : null;
    if (wrong !== null) tell(`The ${kind} number ${i + 1} was left out: ${wrong}.`);
    else if (typeof value !== 'string') found.set(value.id, value);
  });
  return [...found.values()];
};

const WRONG_ID = 'its id is not of letters, digits, hyphens and underscores';

const groupOf = (one: unknown): LabelGroup | string => {
  if (!isMembers(one) || !isText(one['id']) || !ID.test(one['id'])) return WRONG_ID;
  return { id: one['id'], title: isText(one['title']) ? one['title'] : one['id'] };
};

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

const labelOf = (one: unknown, groups: ReadonlySet<string>): Label | string => {
  if (!isMembers(one) || !isText(one['id']) || !ID.test(one['id'])) return WRONG_ID;
  const { id, title, group, description, values, type, fields } = one;
  if (!isText(group) || !groups.has(group)) return 'its group is not among the groups';
  if (values !== undefined && (!isTexts(values) || values.length === 0)) return 'its values are no list of texts';
  if (fields !== undefined && !isTexts(fields)) return 'its fields are no list of texts';
  return {
    id,
    title: isText(title) ? title : id,
    group,
    ...(isText(description) && { description }),
    ...(isTexts(values) && { values }),
    ...(isOneOf(['text', 'number'] as const, type) && { type }),
    ...(isTexts(fields) && { fields }),
  };
};
