import { type Dirent, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../annotations/model.ts';
import { ANNOTATIONS } from '../annotations/store/folders.ts';
import { partsOfStorePath } from '../annotations/store/paths.ts';
import { isIn } from './folders-above.ts';
import { isSystemError } from './terminal.ts';

const ADVICE =
  'Open its folder in VS Code, where annotations follow a letter that has another name now or can be attached to one, or give the letter its name back.';

/** Annotations in a folder whose letter is gone from one of `roots`, as problems that name where the letter was, in order. */
export const goneIn = (folder: string, roots: readonly string[]): readonly Problem[] =>
  [...new Set(storesIn(folder, ANNOTATIONS).flatMap((store) => partsOfStorePath(store)?.letter ?? []))]
    .map((letter) => path.join(folder, letter))
    .filter((file) => roots.some((root) => isIn(file, root)) && !existsSync(file))
    .sort()
    .map((file) => ({
      file,
      line: null,
      message: `There is no such letter any more; its annotations are left out. ${ADVICE}`,
    }));

/** The files below a folder, by their paths from `home`, with `/` between. */
const storesIn = (home: string, folder: string): readonly string[] =>
  entriesOf(path.join(home, folder)).flatMap((entry) => {
    const inner = `${folder}/${entry.name}`;
    return entry.isDirectory() ? storesIn(home, inner) : [inner];
  });

const entriesOf = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // Most folders have no annotations.
    if (isSystemError(error)) return [];
    throw error;
  }
};
