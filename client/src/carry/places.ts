import { ANNOTATIONS, BASES, baseName, basesIn } from '../../../server/src/protocol.ts';

/** A path where annotations may lie, and the one where they belong once their letter has another name. */
export interface Carry {
  readonly from: string;
  readonly to: string;
  /** The base texts that they need, where another folder keeps them then; null where the same does. */
  readonly bases: { readonly from: string; readonly to: string } | null;
}

const inside = (folder: string, path: string): string | null =>
  path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;

const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

/**
 * Where to look for annotations of a letter, or of a folder of letters, that was at `from` and is at `to`. `folders` are
 * those that may keep them: around `from`, the innermost first. They stay with the same folder where that holds `to` too;
 * else they go to `root`, the folder of the workspace around `to`, or where there is none to the folder right around it.
 */
export const carriesOf = (
  from: string,
  to: string,
  folders: readonly string[],
  root: string | null,
): readonly Carry[] =>
  folders.flatMap((folder): readonly Carry[] => {
    const path = inside(folder, from);
    if (path === null) return [];
    const keeper = inside(folder, to) === null ? (root ?? parentOf(to)) : folder;
    const bases = keeper === folder ? null : { from: `${folder}/${BASES}`, to: `${keeper}/${BASES}` };
    const target = `${keeper}/${ANNOTATIONS}/${inside(keeper, to) ?? path}`;
    return [{ from: `${folder}/${ANNOTATIONS}/${path}`, to: target, bases }];
  });

/** The paths of the base texts that a file of events names, from the folder of base texts. */
export const basePathsIn = (events: string): readonly string[] => basesIn(events).map(baseName);
