import type { Letter, PlacedLetter } from '../letter/model.ts';
import { parse } from '../letter/parse.ts';
import { piecesAfter, type Replacement, replaced, replacementsOf, untouched } from '../text/pieces.ts';
import type { Span } from '../text/span.ts';
import { type Setting, setLetter } from './layout.ts';
import { sayTheSame } from './same.ts';

/** A text that is set may show another page footer or paragraph; what has not come to rest by then is left as it is. */
const ROUNDS = 6;

const placedAlone = (letter: Letter): PlacedLetter => ({ letter, number: 1, offset: 0, line: 0 });

/** The letter that a text is, or null where it has become none or several. */
const letterOf = (text: string): Letter | null => {
  const [placed, second] = parse(text);
  return placed && !second && placed.offset === 0 ? placed.letter : null;
};

/** Sets a letter until nothing changes any more. Null where its record would not be the same, or it comes to no rest. */
const settled = (letter: Letter, setting: Setting): readonly Replacement[] | null => {
  let pieces = untouched(letter.text);
  let current = letter;
  for (let round = 0; round <= ROUNDS; round++) {
    const { edits } = setLetter(current, setting);
    if (edits.length === 0) return replacementsOf(pieces, letter.text.length);
    pieces = piecesAfter(pieces, edits);
    const next = letterOf(replaced(current.text, edits));
    if (!next || !sayTheSame([placedAlone(letter)], [placedAlone(next)])) return null;
    current = next;
  }
  return null;
};

/** From the best to the least: as wished, one paragraph a line, lines as they are. */
const settingsFor = (wished: Setting): readonly Setting[] => [
  wished,
  ...(wished.width > 0 ? [{ ...wished, width: 0 }] : []),
  { ...wished, rewraps: false },
];

const lineBreakOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** What a person wishes of a letter's layout, and where it stands. */
export interface Wish {
  /** The longest line in UTF-16 units; 0 for one paragraph a line. */
  readonly width: number;
  /** Does another letter follow in the document? */
  readonly followed: boolean;
}

const wishedFor = (letter: Letter, wish: Wish): readonly Setting[] =>
  settingsFor({ ...wish, rewraps: true, lineBreak: lineBreakOf(letter.text) });

/**
 * The edits that set a letter evenly: no double spacing, no page furniture, words joined that a line's end divided, one
 * blank line between blocks, paragraphs in lines of the wished width. What the letter says, as its record has it, is the
 * same before and after; where it cannot be set so without changing that, less is done, or nothing.
 */
export const formatLetter = (letter: Letter, wish: Wish): readonly Replacement[] => {
  for (const setting of wishedFor(letter, wish)) {
    const edits = settled(letter, setting);
    if (edits) return edits;
  }
  return [];
};

/** The same for the paragraphs alone that a stretch of the letter touches. */
export const formatParagraphs = (letter: Letter, wish: Wish, stretch: Span): readonly Replacement[] => {
  for (const setting of wishedFor(letter, wish)) {
    const { edits, paragraphs } = setLetter(letter, setting);
    const touched = paragraphs.filter(({ start, end }) => start <= stretch.end && stretch.start <= end);
    const [first, last] = [touched[0], touched.at(-1)];
    if (!first || !last) return [];
    const within = edits.filter(({ span }) => first.start <= span.start && span.end <= last.end);
    const next = letterOf(replaced(letter.text, within));
    if (next && sayTheSame([placedAlone(letter)], [placedAlone(next)])) return within;
  }
  return [];
};
