import { globMatches } from '../../../server/src/protocol.ts';

/** Which files of a folder are wanted, by their paths from it. */
export interface Choice {
  /** Without any, all files whose name may be a letter's. */
  readonly include: readonly Glob[];
  readonly exclude: readonly Glob[];
}

/** The parts of a pattern: `*`, `?` and `**` as on the command line. */
export type Glob = readonly string[];

export const EVERYTHING: Choice = { include: [], exclude: [] };

const partsOf = (path: string): readonly string[] => path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');

/**
 * The patterns that a person wrote, set apart by commas. One without a slash is about names in any folder; one that ends in
 * a slash is about all that a folder holds.
 */
export const globsOf = (written: string): readonly Glob[] =>
  written
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const parts = [...partsOf(one), ...(/[\\/]$/.test(one) ? ['**'] : [])];
      return parts.length === 1 ? ['**', ...parts] : parts;
    });

/** Is a file wanted? `byName`: its name may be a letter's. */
export const isChosen = (path: string, byName: boolean, { include, exclude }: Choice): boolean => {
  const parts = partsOf(path);
  const fits = (glob: Glob): boolean => globMatches(parts, glob);
  return (include.length > 0 ? include.some(fits) : byName) && !exclude.some(fits);
};
