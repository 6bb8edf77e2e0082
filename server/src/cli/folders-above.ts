import path from 'node:path';

/**
 * The folder of a file and those above it, innermost first, up to the outermost of `roots` that holds it: where what
 * belongs beside a letter is looked for. Only its own where no root holds it; none where there are no roots.
 */
export const foldersAbove = (file: string, roots: readonly string[]): readonly string[] => {
  if (roots.length === 0) return [];
  const own = path.dirname(file);
  const holding = roots.filter((root) => file.startsWith(root.endsWith(path.sep) ? root : root + path.sep));
  const outermost = holding.reduce((outer, root) => (root.length < outer.length ? root : outer), own);
  const folders = [own];
  for (let folder = own; folder !== outermost && folder !== path.dirname(folder); ) {
    folder = path.dirname(folder);
    folders.push(folder);
  }
  return folders;
};
