/** White space of every kind that letters hold, line breaks included. */
export const WHITE_SPACE = ' \t\r\n\f\v\u00a0\ufeff';

/** The end of `text` without trailing characters of `set`, looking no further back than `start`. Linear, unlike a pattern anchored at the end. */
export const trimmedEnd = (text: string, set: string, start = 0, end = text.length): number => {
  let stop = end;
  // No set has letters: most texts end in one.
  while (stop > start && !isLetter(text.charCodeAt(stop - 1)) && set.includes(text.charAt(stop - 1))) stop--;
  return stop;
};

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** The first offset from `from` on where no white space stands. */
export const afterBlanks = (text: string, from: number): number => {
  let start = from;
  while (start < text.length && WHITE_SPACE.includes(text.charAt(start))) start++;
  return start;
};

/** `text` without trailing characters of `set`. */
export const trimEndOf = (text: string, set: string): string => text.slice(0, trimmedEnd(text, set));
