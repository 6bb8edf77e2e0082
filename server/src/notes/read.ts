import type { Draft, Note } from './note.ts';

/** A line that is no note, from 1, and what is wrong with it. */
export interface DamagedLine {
  readonly line: number;
  readonly reason: string;
}

/** What a file of notes holds. */
export interface NoteFile {
  /** In the order of the file, without those that were removed. */
  readonly notes: readonly Note[];
  readonly damaged: readonly DamagedLine[];
}

type Members = Readonly<Record<string, unknown>>;

/** What a member must be to be read. */
const KINDS_OF_VALUE = {
  text: (value: unknown) => typeof value === 'string',
  'text or null': (value: unknown) => value === null || typeof value === 'string',
  number: (value: unknown) => Number.isSafeInteger(value),
} as const;
type KindOfValue = keyof typeof KINDS_OF_VALUE;

const OF_LETTER = { path: 'text', letter: 'text' } as const;
const AROUND = { before: 'text', after: 'text', nth: 'number' } as const;

/** The members of every kind of note, in the order in which they are written. */
export const MEMBERS: Readonly<Record<Draft['kind'], Readonly<Record<string, KindOfValue>>>> = {
  sic: { code: 'text', quote: 'text', reading: 'text', ...AROUND, ...OF_LETTER },
  ignore: { code: 'text', quote: 'text', ...AROUND, ...OF_LETTER },
  'ignore-in-letter': { code: 'text', quote: 'text or null', ...OF_LETTER },
  'ignore-in-folder': { code: 'text', quote: 'text' },
  word: { word: 'text' },
};

const isKind = (kind: unknown): kind is Draft['kind'] => typeof kind === 'string' && Object.hasOwn(MEMBERS, kind);

/** What a client or a line says is decided; a text saying what is wrong where that is none. */
export const readDraft = (members: Members): Draft | string => {
  const { kind } = members;
  if (!isKind(kind)) return 'its kind is none of this version';
  const wanted = Object.entries(MEMBERS[kind]);
  const missing = wanted.find(([name, type]) => !KINDS_OF_VALUE[type](members[name]));
  if (missing) return `its member “${missing[0]}” is not a ${missing[1]}`;
  return Object.fromEntries([['kind', kind], ...wanted.map(([name]) => [name, members[name]])]) as unknown as Draft;
};

const parsed = (line: string): Members | null => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : null;
  } catch {
    return null;
  }
};

type Line = { readonly note: Note } | { readonly removes: string } | { readonly reason: string };

const readLine = (line: string): Line => {
  const members = parsed(line);
  if (!members) return { reason: 'it is not a JSON object' };
  const { v, id, at, kind, note } = members;
  if (v !== 1) return { reason: 'it was written by another version of the product' };
  if (kind === 'removed')
    return typeof note === 'string' ? { removes: note } : { reason: 'it does not say what it removes' };
  if (typeof id !== 'string' || id === '') return { reason: 'it has no id' };
  const draft = readDraft(members);
  if (typeof draft === 'string') return { reason: draft };
  return { note: { ...draft, id, at: typeof at === 'string' ? at : null } };
};

/**
 * Reads a file of notes. A line that is none is told of and passed over, the others are read. The order of lines does not
 * matter to what was removed, since a merge may put the line that removes a note before it. Never throws.
 */
export const readNotes = (text: string): NoteFile => {
  const notes = new Map<string, Note>();
  const removed = new Set<string>();
  const damaged: DamagedLine[] = [];
  text.split(/\r\n|\n|\r/).forEach((content, index) => {
    // Git's marks of a conflict, left by a merge without `.gitattributes`, are damage like any other.
    if (content.trim() === '') return;
    const line = readLine(content.replace(/^\ufeff/, ''));
    if ('reason' in line) damaged.push({ line: index + 1, reason: line.reason });
    else if ('removes' in line) removed.add(line.removes);
    // The same line from two branches is one note.
    else if (!notes.has(line.note.id)) notes.set(line.note.id, line.note);
  });
  return { notes: [...notes.values()].filter(({ id }) => !removed.has(id)), damaged };
};
