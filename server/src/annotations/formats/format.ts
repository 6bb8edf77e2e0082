import { hashOf } from '../hash.ts';
import type { Annotation, Loaded, Passage, Problem, Stretch } from '../model.ts';
import { type Base, passageAt } from '../passage.ts';
import { lengthOf } from '../text-units.ts';
import type { Extra } from './extra.ts';

/** A letter's text with annotations that all stand in it: what is written to a file, or was read from one. */
export interface Sheet {
  /** The letter's path in its folder, with `/` between. */
  readonly letter: string;
  readonly base: Base;
  /** Their passages are of `base`. */
  readonly annotations: readonly Annotation[];
}

/** A file that belongs to a sheet, by the ending that its name has behind that of the letter. */
export interface FormatFile {
  readonly extension: string;
  readonly content: string;
}

/** The letter that a file, or a part of it, is about. */
export interface Target {
  readonly letter: string;
  readonly base: Base;
}

/** What a reader needs beside the file. */
export interface Reading {
  /** As problems call the file. */
  readonly file: string;
  /**
   * The letter of a name that stands in the file, or of a text that does; with neither, the one that the file is named
   * after. Null where there is none.
   */
  readonly find: (name: string | null, text: string | null) => Target | null;
  /** Whose annotations they are where the file does not say. */
  readonly author: string;
  /** When they were made where the file does not say, ISO 8601 in UTC. */
  readonly at: string;
}

/** A way to hand annotations to other programs and to take them back. Same input, same bytes; nothing is thrown. */
export interface Format {
  readonly title: string;
  /** One sentence for help and dialogs. */
  readonly detail: string;
  /** Files beside each letter; else each sheet gives one line of one file for all, whose ending is the first. */
  readonly perLetter: boolean;
  /** The files of a sheet, and sentences about what they have no place for. */
  readonly write: (sheet: Sheet) => Loaded<readonly FormatFile[]>;
  /** What does not fit is told with its line, and the rest is read. */
  readonly read: (content: string, reading: Reading) => Loaded<readonly Sheet[]>;
}

/** Does a stretch lie in the text? */
export const isWithin = ({ units }: Base, [start, end]: Stretch): boolean =>
  Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start < end && end <= lengthOf(units);

const DIGITS = 24;

/** An id that is the same whenever the same file is read, so that reading it twice adds nothing. */
const idOf = (label: string, { base, stretches }: Passage, author: string): string =>
  `i-${hashOf(JSON.stringify([label, base, stretches, author])).slice(0, DIGITS)}`;

/** The annotation of stretches with what the file says beside; null where these lie outside the text or are blank. */
export const annotationAt = (
  base: Base,
  label: string,
  stretches: readonly Stretch[],
  extra: Partial<Extra>,
  { author, at }: Pick<Reading, 'author' | 'at'>,
): Annotation | null => {
  if (label === '' || !stretches.every((stretch) => isWithin(base, stretch))) return null;
  const { section = null, ...said } = extra;
  const passage = passageAt(base, stretches, section);
  if (!passage || passage.quotes.every((quote) => quote.trim() === '')) return null;
  const by = said.author ?? author;
  const made = said.made ?? at;
  return {
    id: said.id ?? idOf(label, passage, by),
    label,
    passage,
    value: said.value ?? null,
    state: said.state ?? 'confirmed',
    sic: said.sic ?? false,
    note: said.note ?? null,
    author: by,
    origin: said.origin ?? { kind: 'person' },
    made,
    changed: said.changed ?? made,
  };
};

/** The same annotations in the order of their places, the longer first. */
export const inTextOrder = (annotations: readonly Annotation[]): readonly Annotation[] =>
  [...annotations].sort(
    (a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a) || compare(a.label, b.label) || compare(a.id, b.id),
  );

const startOf = ({ passage }: Annotation): number => passage.stretches[0]?.[0] ?? 0;
const endOf = ({ passage }: Annotation): number => passage.stretches.at(-1)?.[1] ?? 0;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Gathers what is wrong with a file, for readers. */
export const problemsOf = (
  file: string,
): { readonly list: readonly Problem[]; tell: (line: number | null, message: string) => void } => {
  const list: Problem[] = [];
  return { list, tell: (line, message) => void list.push({ file, line, message }) };
};
