import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { LABEL_FILES } from '../annotations/labels/files.ts';
import { DEFAULT_LABELS, indexLabels, type LabelIndex, type LabelSet } from '../annotations/labels/labels.ts';
import type { Loaded, Problem } from '../annotations/model.ts';
import { ANNOTATIONS } from '../annotations/store/folders.ts';
import { type OpenLetter, openLetter, openStore, type StoreText } from '../annotations/store/open.ts';
import { basePath, folderOf, partsOfStorePath } from '../annotations/store/paths.ts';
import { decode } from './decode.ts';
import { besideFiles } from './folders-above.ts';
import { textIn } from './letters-of.ts';
import { isSystemError, reasonOf } from './terminal.ts';

/** All that is kept of a document's annotations beside it. */
export interface AnnotationsOf {
  readonly open: OpenLetter;
  readonly labels: LabelIndex;
  readonly problems: readonly Problem[];
  /** The folder whose `.imr` new ones go to: that where there are some already, else the outermost. */
  readonly home: string;
}

interface Folder {
  readonly hasAnnotations: boolean;
  readonly labels: Loaded<LabelSet> | null;
}

/** The annotations beside the documents of a run, in the folders of a document up to the outermost of `roots` that holds it. */
export class AnnotationsBeside {
  readonly #folders = new Map<string, Folder>();
  /** The folders in which a file's annotations may be, and whether any of them has some. */
  readonly #above: (file: string) => { readonly folders: readonly string[]; readonly any: boolean };

  constructor(roots: readonly string[] | null) {
    this.#above = besideFiles(roots ?? [], (folders) => ({
      folders,
      any: folders.some((folder) => this.#folder(folder).hasAnnotations),
    }));
  }

  /** Whether there may be any for a document, by its absolute path; null for the standard input. It costs next to nothing where there are none. */
  any(file: string | null): file is string {
    return file !== null && this.#above(file).any;
  }

  /** The folders that were looked at and hold annotations. */
  get annotated(): readonly string[] {
    return [...this.#folders].flatMap(([folder, { hasAnnotations }]) => (hasAnnotations ? [folder] : []));
  }

  /** Reads what is kept of a document, by its absolute path. What cannot be read is among the problems, which name files as `folder/path`. */
  of(file: string): AnnotationsOf {
    const above = this.#above(file).folders;
    const problems: Problem[] = [];
    const homes = new Set<string>();
    const stores = above.flatMap((folder) => {
      const found = this.#storesIn(folder, file, problems);
      if (found.length > 0) homes.add(folder);
      return found;
    });
    const labelled = above.map((folder) => this.#folder(folder).labels).find((labels) => labels !== null);
    const labels = indexLabels(labelled?.value ?? DEFAULT_LABELS);
    const baseText = (hash: string): string | null =>
      above.map((folder) => textIn(path.join(folder, basePath(hash)))).find((text) => text !== null) ?? null;
    const opened = openLetter(stores.map(openStore), baseText, labels);
    const [home = above.at(-1) ?? path.dirname(file)] = homes;
    return {
      open: opened.value,
      labels,
      problems: [...(labelled?.problems ?? []), ...problems, ...opened.problems],
      home,
    };
  }

  /** Changes when the annotations of a file do; empty where there are none. */
  stamp(file: string): string {
    const absolute = path.resolve(file);
    const stores = this.#above(absolute).folders.flatMap((folder) => this.#storesIn(folder, absolute, []));
    if (stores.length === 0) return '';
    const hash = createHash('sha256');
    for (const { author, text } of stores) hash.update(author).update('\0').update(text).update('\0');
    return hash.digest('hex').slice(0, STAMP);
  }

  #folder(folder: string): Folder {
    const known = this.#folders.get(folder);
    if (known) return known;
    const there = statSync(path.join(folder, ANNOTATIONS), { throwIfNoEntry: false });
    const found = { hasAnnotations: there?.isDirectory() === true, labels: labelsIn(folder) };
    this.#folders.set(folder, found);
    return found;
  }

  #storesIn(folder: string, file: string, problems: Problem[]): readonly StoreText[] {
    if (!this.#folder(folder).hasAnnotations) return [];
    const stores = folderOf(path.relative(folder, file).split(path.sep).join('/'));
    return namesIn(path.join(folder, stores)).flatMap((name): readonly StoreText[] => {
      const author = partsOfStorePath(`${stores}/${name}`)?.author;
      if (author === undefined) return [];
      const store = path.join(folder, stores, name);
      try {
        const decoded = decode(readFileSync(store));
        if (decoded.kind === 'text') return [{ file: store, author, text: decoded.text }];
        problems.push({ file: store, line: null, message: `This file could not be read: ${decoded.reason}.` });
      } catch (error) {
        problems.push({ file: store, line: null, message: `This file could not be read: ${reasonOf(error)}.` });
      }
      return [];
    });
  }
}

const STAMP = 16;

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    // Most letters have none.
    if (isSystemError(error)) return [];
    throw error;
  }
};

const labelsIn = (folder: string): Loaded<LabelSet> | null => {
  for (const [name, read] of LABEL_FILES) {
    const file = path.join(folder, name);
    const text = textIn(file);
    const { value, problems } = text === null ? { value: null, problems: [] } : read(file, text);
    if (value) return { value, problems };
  }
  return null;
};
