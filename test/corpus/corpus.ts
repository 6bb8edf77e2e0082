import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isArray, isObject, type Json, type JsonObject, member } from './json.ts';

/** One text with the record of each letter in it. */
export interface Sample {
  readonly name: string;
  /** The column it is counted in: how the text was extracted, or for an invented letter its format. */
  readonly mode: string;
  readonly text: string;
  readonly gold: readonly JsonObject[];
  /** 1-based line numbers of the gold's values in this text, where known. */
  readonly lines: JsonObject | null;
}

export interface Corpus {
  readonly name: 'public' | 'invented';
  /** The folder it was read from, for the person who reads the table. */
  readonly where: string;
  readonly samples: readonly Sample[];
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MODES = ['plain', 'raw', 'layout'];

const namesIn = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => name.slice(0, -ending.length))
    : [];

const goldOf = (folder: string, name: string): JsonObject[] => {
  const gold: Json = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  return (isArray(gold) ? [...gold] : [gold]).filter(isObject);
};

const objectOrNull = (value: Json): JsonObject | null => (isObject(value) ? value : null);

/** Letters of a folder laid out as `public/{plain,raw,layout,gold}` and `seeds/{.,gold}`. */
const readPublic = (where: string): Corpus => {
  const read = (folder: string, golds: string, mode: string): Sample[] =>
    namesIn(path.join(where, folder), '.txt').map((name) => {
      const gold = goldOf(path.join(where, golds), name);
      const lines = member(gold[0] ?? null, 'lines');
      return {
        name,
        mode,
        text: readFileSync(path.join(where, folder, `${name}.txt`), 'utf8'),
        gold,
        lines: objectOrNull(folder === 'seeds' ? lines : member(lines, mode)),
      };
    });
  const samples = [
    ...MODES.flatMap((mode) => read(`public/${mode}`, 'public/gold', mode)),
    ...read('seeds', 'seeds/gold', 'seeds'),
  ];
  if (samples.length === 0) throw new Error(`${where} holds no public/{${MODES.join(',')}} and no seeds.`);
  return { name: 'public', where, samples };
};

/** The invented letters of the project. */
const readInvented = (): Corpus => {
  const samples = ['samples', 'test/letters'].flatMap((folder) =>
    namesIn(path.join(ROOT, folder), '.imr.txt').map((name) => {
      const gold = goldOf(path.join(ROOT, 'test/letters/gold'), name);
      const text = readFileSync(path.join(ROOT, folder, `${name}.imr.txt`), 'utf8');
      return { name, mode: `${member(gold[0] ?? null, 'format')}`, text, gold, lines: null };
    }),
  );
  return { name: 'invented', where: 'samples, test/letters', samples };
};

/**
 * The letters to score: always the project's own, and real ones where there are any: the folder named by the variable
 * IMR_CORPUS, by default `../shared/letters` beside the repository.
 */
export const readCorpora = (): readonly Corpus[] => {
  const named = process.env['IMR_CORPUS'];
  const where = path.resolve(ROOT, named ?? '../shared/letters');
  if (named === undefined && !existsSync(where)) return [readInvented()];
  return [readPublic(where), readInvented()];
};
