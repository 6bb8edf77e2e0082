import path from 'node:path';

/**
 * What lies beside the files of a run, made by `read` of the folder of a file and those above it, innermost first, up to the
 * outermost of `roots` that holds it. Only its own where no root holds it; none where there are no roots. The files of a
 * folder come together: what lies beside the last one is kept for the next.
 */
export const besideFiles = <T>(
  roots: readonly string[],
  read: (folders: readonly string[]) => T,
): ((file: string) => T) => {
  let last: { readonly folder: string; readonly found: T } | null = null;
  return (file) => {
    const folder = path.dirname(file);
    if (last?.folder !== folder) last = { folder, found: read(foldersAbove(folder, roots)) };
    return last.found;
  };
};

const foldersAbove = (own: string, roots: readonly string[]): readonly string[] => {
  if (roots.length === 0) return [];
  const holding = roots.filter((root) => isIn(own, root));
  const outermost = holding.reduce((outer, root) => (root.length < outer.length ? root : outer), own);
  const folders = [own];
  for (let folder = own; folder !== outermost && folder !== path.dirname(folder); ) {
    folder = path.dirname(folder);
    folders.push(folder);
  }
  return folders;
};

const asFolder = (folder: string): string => (folder.endsWith(path.sep) ? folder : folder + path.sep);

/** Is an absolute path this folder, or does it lie in it at any depth? */
export const isIn = (file: string, folder: string): boolean => asFolder(file).startsWith(asFolder(folder));
