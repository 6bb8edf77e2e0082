/** How much of `text` a sticky pattern matches right at an offset; 0 where it does not. */
export const matchedLength = (sticky: RegExp, text: string, at: number): number => {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0].length ?? 0;
};
