import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Target } from '../annotations/formats/format.ts';
import { baseOf } from '../annotations/hash.ts';
import { decode } from './decode.ts';
import { isPattern, splitPattern } from './glob.ts';
import { bytesOf, textOf } from './read-source.ts';
import { Sources } from './sources.ts';
import { isSystemError } from './terminal.ts';

type Find = (name: string | null, text: string | null) => Target | null;

const ENDINGS = ['.txt', '.imr', ''];

/** Finds the letters that files of annotations are about. A target's letter is the letter's file, as a person would name it. */
export class LettersOf {
  readonly #folder: string;
  /** The folders in which files of annotations lie as letters do in theirs. */
  readonly #roots: readonly string[];
  /** The letters of the folder by the hashes of their texts; made when first needed. */
  #byText: ReadonlyMap<string, string> | null = null;

  /** `folder`: where the letters are. `paths`: the files and folders of annotations that a person named. */
  constructor(folder: string, paths: readonly string[]) {
    this.#folder = folder;
    this.#roots = paths.map((one) => (isPattern(one) ? splitPattern(one).base : one));
  }

  /**
   * The finder for a file of annotations. Places in it belong to the text that it holds itself or that lies beside it,
   * which may be older than the letter; else to the letter as it is.
   */
  finderFor(file: string): Find {
    return (name, text) => {
      const letter = name === null ? this.#unnamed(file, text) : this.#named(name);
      if (letter === null) return null;
      const own = text ?? (name === null ? textBeside(file, letter) : null) ?? textIn(letter);
      return own === null ? null : { letter, base: baseOf(own) };
    };
  }

  /** A name in a file is a path in the folder, and leads nowhere else. */
  #named(name: string): string | null {
    const file = path.join(this.#folder, name);
    return isInside(this.#folder, file) && isFile(file) ? file : null;
  }

  #unnamed(file: string, text: string | null): string | null {
    if (text !== null) return this.#withText(text);
    const bare = file.slice(0, file.length - path.extname(file).length);
    const root = this.#roots.find((one) => isInside(one, file));
    const inside = root === undefined ? path.basename(bare) : path.relative(root, bare);
    const names = [path.join(this.#folder, inside), bare].flatMap((start) => ENDINGS.map((ending) => start + ending));
    return names.find(isFile) ?? null;
  }

  #withText(text: string): string | null {
    this.#byText ??= new Map(
      [...new Sources([this.#folder], null)].flatMap((source): readonly [string, string][] => {
        if (source.kind !== 'file') return [];
        const bytes = bytesOf(source);
        const read = typeof bytes === 'string' ? null : textOf(source, bytes);
        return read?.kind === 'text' ? [[baseOf(read.text).hash, source.name]] : [];
      }),
    );
    return this.#byText.get(baseOf(text).hash) ?? null;
  }
}

const isInside = (folder: string, file: string): boolean => {
  const inside = path.relative(folder, file);
  return inside !== '' && inside.split(path.sep)[0] !== '..' && !path.isAbsolute(inside);
};

/** The text that a program was given with the file, where it is not the letter itself. */
const textBeside = (file: string, letter: string): string | null => {
  const beside = `${file.slice(0, file.length - path.extname(file).length)}.txt`;
  return path.resolve(beside) === path.resolve(letter) ? null : textIn(beside);
};

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true;

/** The text of a file; null where there is none that can be read. */
export const textIn = (file: string): string | null => {
  try {
    const decoded = decode(readFileSync(file));
    return decoded.kind === 'text' ? decoded.text : null;
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
};
