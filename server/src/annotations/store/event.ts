import { isCount, isDate, isMembers, isOneOf, isOrigin, isPassage, isText, isValue, type Members } from '../guards.ts';
import { type Origin, type Passage, PROGRESS, type Progress, STATES, type State, type Value } from '../model.ts';

/** What an annotation says, without where it is from. Each member may be set alone. */
export interface Content {
  readonly label: string;
  readonly passage: Passage;
  readonly value: Value;
  readonly state: State;
  readonly sic: boolean;
  readonly note: string | null;
}

/** One line of a store file. Nothing is ever changed or taken out of a file: what happens is written at its end. */
export type StoreEvent = Stamp &
  (
    | { readonly op: 'add'; readonly id: string; readonly origin: Origin; readonly content: Content }
    | { readonly op: 'set'; readonly id: string; readonly content: Partial<Content> }
    | { readonly op: 'del'; readonly id: string }
    | { readonly op: 'progress'; readonly progress: Progress }
  );

/** Who wrote an event, and when: `n` counts on from the highest number its writer had seen. */
export interface Stamp {
  readonly n: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
}

type Unstamped<T> = T extends unknown ? Omit<T, keyof Stamp> : never;

/** What happened, before it is known who wrote it when. */
export type NewEvent = Unstamped<StoreEvent>;

/** The version of this form of line. */
const VERSION = 1;

/** An event as a line of a store file, with its line end: members in the order of their names, the same bytes every time. */
export const eventLine = (event: StoreEvent): string => {
  const { n, at, by, op } = event;
  const members: Record<string, unknown> = { v: VERSION, n, at, by, op };
  if (event.op === 'progress') members['progress'] = event.progress;
  else members['id'] = event.id;
  if (event.op === 'add') members['origin'] = event.origin;
  if (event.op === 'add' || event.op === 'set') Object.assign(members, event.content);
  return `${JSON.stringify(sorted(members))}\n`;
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]));
};

const CONTENT: Readonly<Record<keyof Content, (value: unknown) => boolean>> = {
  label: (value) => isText(value) && value !== '',
  passage: isPassage,
  value: isValue,
  state: (value) => isOneOf(STATES, value),
  sic: (value) => typeof value === 'boolean',
  note: (value) => value === null || isText(value),
};

/** What a line says; a text where it is damaged: which part of it cannot be read. */
export const readEvent = (line: string): StoreEvent | string => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return 'it is no JSON';
  }
  if (!isMembers(parsed)) return 'it is no object';
  if (parsed['v'] !== VERSION) return `it has version ${JSON.stringify(parsed['v'])}, which this program does not know`;
  const { n, at, by, op, id } = parsed;
  if (!isCount(n) || !isDate(at) || !isText(by)) return 'n, at or by is missing or wrong';
  const stamp = { n, at, by };
  if (op === 'progress') {
    const { progress } = parsed;
    return isOneOf(PROGRESS, progress) ? { ...stamp, op, progress } : 'progress is wrong';
  }
  if (!isText(id) || id === '') return 'id is missing';
  if (op === 'del') return { ...stamp, op, id };
  if (op !== 'add' && op !== 'set') return `op is ${JSON.stringify(op)}, which is none`;
  const content = contentOf(parsed);
  if (typeof content === 'string') return content;
  if (op === 'set') return { ...stamp, op, id, content };
  const missing = (Object.keys(CONTENT) as (keyof Content)[]).find((key) => !(key in content));
  if (missing) return `${missing} is missing`;
  const { origin } = parsed;
  return isOrigin(origin) ? { ...stamp, op, id, origin, content: content as Content } : 'origin is missing or wrong';
};

/** The members of the content that are there; a text where one is wrong. */
const contentOf = (members: Members): Partial<Content> | string => {
  const content: Record<string, unknown> = {};
  for (const [key, isRight] of Object.entries(CONTENT)) {
    if (!(key in members)) continue;
    if (!isRight(members[key])) return `${key} is wrong`;
    content[key] = members[key];
  }
  return content as Partial<Content>;
};
