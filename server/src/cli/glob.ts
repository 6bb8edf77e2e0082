// Patterns of paths (text/glob.ts) on this machine, for shells that leave them to the program, and quoted ones.

export const isPattern = (name: string): boolean => /[*?]/.test(name);

const SEPARATORS = process.platform === 'win32' ? /[\\/]/ : /\//;

export const partsOf = (path: string): readonly string[] =>
  path.split(SEPARATORS).filter((part) => part && part !== '.');

/** The folder that all matches lie in, and what the rest of their path must match. */
export const splitPattern = (pattern: string): { readonly base: string; readonly parts: readonly string[] } => {
  const at = pattern.search(/[*?]/);
  const start = Math.max(
    pattern.lastIndexOf('/', at),
    process.platform === 'win32' ? pattern.lastIndexOf('\\', at) : -1,
  );
  return { base: pattern.slice(0, start + 1) || '.', parts: partsOf(pattern.slice(start + 1)) };
};
