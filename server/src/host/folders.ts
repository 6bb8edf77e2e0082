/** Deeper than any folder of letters, and an end to addresses that are none. */
const DEEPEST = 64;

const withoutSlash = (uri: string): string => (uri.endsWith('/') ? uri.slice(0, -1) : uri);

/** Where an address's path begins: behind `scheme://authority`. */
const pathStart = (uri: string): number => {
  const authority = uri.indexOf('://');
  if (authority < 0) return uri.indexOf(':') + 1;
  const slash = uri.indexOf('/', authority + 3);
  return slash < 0 ? uri.length : slash;
};

/** The folder that holds an address, without a closing slash; null above the topmost. */
export const parentOf = (uri: string): string | null => {
  const slash = withoutSlash(uri).lastIndexOf('/');
  return slash < pathStart(uri) ? null : uri.slice(0, slash);
};

/** The folder of the workspace that holds a document, the innermost where several do; null where none does. */
export const rootOf = (uri: string, roots: readonly string[]): string | null =>
  roots
    .map(withoutSlash)
    .filter((root) => uri.startsWith(`${root}/`))
    .reduce<string | null>((inner, root) => (inner === null || root.length > inner.length ? root : inner), null);

/** The folder of a document and those above it up to `root`, innermost first; only its own where there is no root. */
export const foldersUpTo = (uri: string, root: string | null): readonly string[] => {
  const folders: string[] = [];
  for (let at = parentOf(uri); at !== null && folders.length < DEEPEST; at = parentOf(at)) {
    folders.push(at);
    if (root === null || at === root) break;
  }
  return folders;
};

/** The path of a document from a folder that holds it, decoded; its whole address where none does. */
export const pathFrom = (folder: string, uri: string): string => {
  if (!uri.startsWith(`${folder}/`)) return uri;
  const inside = uri.slice(folder.length + 1);
  try {
    return decodeURIComponent(inside);
  } catch {
    return inside;
  }
};
