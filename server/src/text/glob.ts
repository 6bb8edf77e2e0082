/*
 * Patterns of paths, part by part: `*` any characters of a name, `?` one of them, `**` any folders. For the command line
 * and the editor alike.
 */

/** Whether the parts of a path match those of a pattern, all of them. */
export const matches = (parts: readonly string[], pattern: readonly string[]): boolean =>
  matched(
    parts.length,
    pattern.length,
    (at) => pattern[at] === '**',
    (i, j) => nameMatches(parts[i] ?? '', pattern[j] ?? ''),
  );

const nameMatches = (name: string, pattern: string): boolean =>
  matched(
    name.length,
    pattern.length,
    (at) => pattern[at] === '*',
    (i, j) => pattern[j] === '?' || pattern[j] === name[i],
  );

/**
 * Whether a sequence matches a pattern in which some elements stand for any run. The last such element is extended where
 * the rest fails, so that the time is the product of the lengths at most.
 */
const matched = (
  length: number,
  patternLength: number,
  isAny: (at: number) => boolean,
  same: (i: number, j: number) => boolean,
): boolean => {
  let [i, j, any, from] = [0, 0, -1, 0];
  while (i < length) {
    if (j < patternLength && isAny(j)) [any, from, j] = [j, i, j + 1];
    else if (j < patternLength && same(i, j)) [i, j] = [i + 1, j + 1];
    else if (any >= 0) [from, i, j] = [from + 1, from + 1, any + 1];
    else return false;
  }
  while (j < patternLength && isAny(j)) j++;
  return j === patternLength;
};
