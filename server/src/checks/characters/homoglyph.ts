import type { Letter } from '../../letter/model.ts';
import type { Span } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { everywhere } from '../everywhere.ts';
import { quoted } from '../wording.ts';
import { DRAWN, LIKE_MARKS, LOOK_ALIKES } from './look-alikes.ts';
import { codeName, oddMatches, wordAround } from './odd.ts';

const FOREIGN = new RegExp(`[${[...LOOK_ALIKES.keys(), ...LIKE_MARKS.keys()].join('')}]|${DRAWN.source}`, 'gu');
const LATIN_LOWER = /[a-z]/;
const LATIN = /[a-z]/i;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const CAPITAL = /\p{Lu}/u;

/**
 * Letters of another script in a Latin word: they look the same, and no search finds the word.
 *
 *     p\u0430in, with a Cyrillic letter
 */
export const charactersHomoglyph: Check = {
  code: 'characters.homoglyph',
  title: 'A word holds letters of another script that look like Latin ones.',
  severity: 'warning',
  category: 'characters',
  run: (letter) => foundIn(letter),
  fixes: (found, letter) => everywhere(charactersHomoglyph.run)(found, letter),
};

const foundIn = (letter: Letter): readonly Found[] => {
  const found: Found[] = [];
  let end = 0;
  for (const span of oddMatches(letter, FOREIGN)) {
    if (span.start < end) continue;
    const word = wordOf(letter, span);
    const problem = problemAt(letter, word);
    if (problem) found.push(problem);
    end = word.end;
  }
  return found;
};

/** The word around a letter; a mark of punctuation stands for itself. */
const wordOf = (letter: Letter, span: Span): Span => {
  const around = wordAround(letter, span);
  return LIKE_MARKS.has(letter.text.slice(span.start, span.end)) ? span : around;
};

const latinOf = (character: string): string =>
  LOOK_ALIKES.get(character) ??
  LIKE_MARKS.get(character) ??
  (DRAWN.test(character) ? character.normalize('NFKC') : character);

const problemAt = (letter: Letter, span: Span): Found | null => {
  const printed = letter.text.slice(span.start, span.end);
  const characters = Array.from(printed);
  const foreign = characters.filter((character) => latinOf(character) !== character);
  const reading = characters.map(latinOf).join('');
  const [first] = foreign;
  if (first === undefined || /[^\t\x20-\x7e]/.test(reading)) return null;
  const drawn = foreign.every((character) => DRAWN.test(character) || LIKE_MARKS.has(character));
  if (!drawn && !isWord(printed, foreign)) return null;
  const message = `${quoted(printed)} holds ${codeName(first)}, which only looks like ${quoted(latinOf(first))}; no search for ${quoted(reading)} finds it.`;
  return { span, message, reading, certain: drawn || LATIN.test(printed) };
};

/**
 * Is it a Latin word with letters of another script? Then it has Latin letters too, or is Cyrillic throughout. Greek letters
 * stand for themselves in signs: alone, and behind capitals.
 */
const isWord = (printed: string, foreign: readonly string[]): boolean =>
  LATIN_LOWER.test(printed) ||
  foreign.every((character) => CYRILLIC.test(character)) ||
  (LATIN.test(printed) && foreign.every((character) => CAPITAL.test(character)));
