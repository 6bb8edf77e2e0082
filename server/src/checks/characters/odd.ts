import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { matchesOf } from '../../text/matching.ts';
import type { Span } from '../../text/span.ts';
import { isLetter } from '../forms.ts';
import { perLetter } from '../per-letter.ts';

/** All but printable ASCII, tabs, line breaks and the form feeds that end pages. */
const ODD = /[^\n\r\t\f\x20-\x7e]+/g;

/**
 * The runs of characters beyond plain ASCII: the only places that these checks look at. Found in one pass, once a letter;
 * most letters have few. A text that is no letter has none.
 */
export const oddRuns: (letter: Letter) => readonly Span[] = perLetter((letter) =>
  isLetter(letter)
    ? matchesOf(ODD, letter.text).map(({ 0: run, index }) => ({ start: index, end: index + run.length }))
    : [],
);

/** What a pattern (global, unicode) matches within the odd runs. */
export const oddMatches = (letter: Letter, pattern: RegExp): readonly Span[] =>
  flatMap(oddRuns(letter), ({ start, end }) =>
    matchesOf(pattern, letter.text.slice(start, end)).map(({ 0: match, index }) => ({
      start: start + index,
      end: start + index + match.length,
    })),
  );

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
/** No word is longer; a text without blanks is not searched to its ends. */
const LONGEST = 60;

/** The word around a span, as printed: letters and digits of any script. */
export const wordAround = ({ text }: Letter, { start, end }: Span): Span => {
  let from = start;
  let to = end;
  while (from > 0 && start - from < LONGEST && WORD_CHARACTER.test(text.charAt(from - 1))) from--;
  while (to < text.length && to - end < LONGEST && WORD_CHARACTER.test(text.charAt(to))) to++;
  return { start: from, end: to };
};

/** `U+200B`. */
export const codeName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
