import { GOLD } from '../annotations/model.ts';
import { parse } from '../letter/parse.ts';
import { letterKey } from '../notes/index.ts';
import type {
  AttachParams,
  ChangeResult,
  FolderParams,
  GoneInfo,
  GoneParams,
  LettersResult,
  LikelyLetter,
  LikelyResult,
} from '../protocol.ts';
import { attempt } from './annotations.ts';
import { baseTextOf, baseTextsOf, type Gone, textsOf } from './annotations-gone.ts';
import { Refusal } from './annotations-plan.ts';
import { FileError } from './files.ts';
import { pathFrom } from './folders.ts';
import type { Service } from './service.ts';

/** The letters of a folder with how far people are, and what was annotated and is gone; it is looked for meanwhile. */
export const lettersIn = async (service: Service, params: FolderParams): Promise<LettersResult> => {
  const blind = await service.isBlind(params.uri);
  const { letters, gone } = await service.statuses.of(params, blind);
  const stored = await service.carrying.goneInStorage(params.uri);
  const all = [...gone, ...stored.map((one) => infoOf(one, params, blind))];
  if (all.length > 0) void service.carrying.soon(params.uri);
  return { letters, gone: all };
};

const infoOf = ({ uri, authors }: Gone, { uri: folder, author }: FolderParams, blind: boolean): GoneInfo => ({
  path: pathFrom(folder, uri),
  authors: authors.filter((name) => name !== GOLD && (!blind || name === author)).sort(),
});

const goneNamed = async ({ carrying }: Service, { uri, path }: GoneParams): Promise<Gone | null> =>
  (await carrying.goneIn(uri)).find((one) => pathFrom(uri, one.uri) === path) ?? null;

/**
 * The letters of a folder that have no annotations, with what they share with one that is gone: all of its text, or the
 * case. Reads every one of them, since a person has asked.
 */
export const likelyLetters = async (service: Service, params: GoneParams): Promise<LikelyResult> => {
  try {
    const gone = await goneNamed(service, params);
    if (gone === null) return { letters: [] };
    const bases = new Set(await baseTextsOf(service.files, gone));
    const keys = new Set([...bases].flatMap(keysOf));
    const lines = [...bases].map(linesOf);
    const { letters: all } = await service.statuses.of({ uri: params.uri, author: null }, false);
    const free = new Map(all.filter(({ authors }) => authors.length === 0).map((letter) => [letter.uri, letter]));
    const letters: LikelyLetter[] = [];
    for await (const [uri, text] of textsOf(service.files, [...free.keys()])) {
      const path = free.get(uri)?.path ?? uri;
      if (bases.has(baseTextOf(text))) letters.push({ uri, path, same: 'text', lines: 1 });
      else if (!keysOf(text).some((key) => keys.has(key))) letters.push({ uri, path, same: null, lines: 0 });
      else letters.push({ uri, path, same: 'case', lines: Math.max(...lines.map((some) => shareIn(text, some))) });
    }
    return { letters: letters.sort((a, b) => rankOf(b) - rankOf(a)) };
  } catch (error) {
    if (error instanceof FileError) return { letters: [] };
    throw error;
  }
};

const linesOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );

/** How many of some lines stand in a text, from 0 to 1. */
const shareIn = (text: string, some: ReadonlySet<string>): number => {
  const there = linesOf(baseTextOf(text));
  return [...some].filter((line) => there.has(line)).length / Math.max(1, some.size);
};

const rankOf = ({ same, lines }: LikelyLetter): number => (same === null ? 0 : same === 'case' ? 1 + lines : 3);

const keysOf = (text: string): readonly string[] => parse(text).map(({ letter }) => letterKey(letter));

/** Gives annotations whose letter is gone to the letter that a person chose. */
export const attachTo = (service: Service, params: AttachParams): Promise<ChangeResult> =>
  attempt(service, async () => {
    const gone = await goneNamed(service, params);
    if (gone === null) throw new Refusal('These annotations have a letter again.');
    await service.carrying.attach(gone, params.letter);
    return [];
  });
