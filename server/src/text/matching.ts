/** How much of `text` a sticky pattern matches right at an offset; 0 where it does not. */
export const matchedLength = (sticky: RegExp, text: string, at: number): number => {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0].length ?? 0;
};

/** Every match of a global pattern that matches no empty text, in order: as `matchAll` without its copy of the pattern. */
export const matchesOf = (global: RegExp, text: string): readonly RegExpExecArray[] => {
  const found: RegExpExecArray[] = [];
  global.lastIndex = 0;
  for (let match = global.exec(text); match; match = global.exec(text)) found.push(match);
  return found;
};

/** What `of` makes of the first match (the pattern is global) of which it makes something; null where it does of none. */
export const firstOf = <T>(global: RegExp, text: string, of: (match: RegExpExecArray) => T | null): T | null => {
  global.lastIndex = 0;
  for (let match = global.exec(text); match; match = global.exec(text)) {
    // `of` may use the same pattern.
    const { lastIndex } = global;
    const made = of(match);
    if (made !== null) return made;
    global.lastIndex = lastIndex;
  }
  return null;
};
