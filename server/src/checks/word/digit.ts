import { isSurelyEnglish } from '../../facts/english.ts';
import { domainWords, isWord } from '../../facts/lexicon.ts';
import { readingsOfDigits } from '../../facts/readings.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { hashOf } from '../../text/hash.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { occurrences, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { inCaseOf } from './spelling.ts';

/**
 * A digit among the letters of a word.
 *
 *     0pioid        pa1n        c1inical        lo9w
 *
 * Codes, levels of the spine and numbers with a unit are left alone: the letters with the digit's likeness, or without the
 * digit, must make exactly one word that the letter has elsewhere or the tables have.
 */
export const wordDigit: Check = {
  code: 'word.digit',
  title: 'A digit stands in a word.',
  severity: 'warning',
  category: 'word',
  run: (letter) => {
    return flatMap(notableIn(letter).mixed, (index) => foundAt(letter, index));
  },
};

const MOST_DIGITS = 2;
const FEWEST_LETTERS = 2;

/** One or two digits among at least two letters. */
const isMixed = (word: string): boolean => {
  const letters = word.replace(/\d/g, '');
  const digits = word.length - letters.length;
  return digits <= MOST_DIGITS && letters.length >= FEWEST_LETTERS && /^[a-z]+$/.test(letters);
};

const foundAt = (letter: Letter, index: number): readonly Found[] => {
  const tokens = tokensOf(letter);
  const printed = tokenText(tokens, index);
  const word = printed.toLowerCase();
  if (!isMixed(word)) return [];
  const [reading, ...more] = wordsMeant(letter, word);
  if (reading === undefined || more.length > 0) return [];
  const meant = inCaseOf(/^\d/.test(printed) ? printed.slice(1) : printed, reading);
  const start = tokens.starts[index] ?? 0;
  const span = spanOf(start, start + printed.length);
  const message = `${quoted(printed)} holds a digit where a word wants a letter: ${quoted(meant)} was meant.`;
  return [{ span, message, reading: meant, word: printed }];
};

/** A number before or behind letters: `10mg`, `3weeks`, `pain2`. */
const NUMBERED = /^\d+([a-z]+)$|^([a-z]+)\d+$/;
const SHORTEST_REST = 3;
/** One digit with letters on both sides, five in all. */
const WITHIN = /^(?=[a-z\d]{6})[a-z]+\d[a-z]+$/;

const wordsMeant = (letter: Letter, word: string): readonly string[] => {
  const isWitnessed = (each: string): boolean =>
    domainWords().has(each) || (occurrences(letter, hashOf(each)) > 0 && isWord(each));
  const [, behind, before] = NUMBERED.exec(word) ?? [];
  const rest = behind ?? before;
  if (rest !== undefined && (rest.length < SHORTEST_REST || isWitnessed(rest))) return [];
  const readings = [...readingsOfDigits(word)];
  const read = readings.filter(isWitnessed);
  // Nobody writes a digit in the middle of a word: there, English is witness enough.
  if (read.length === 0 && WITHIN.test(word)) return readings.filter(isSurelyEnglish);
  return read.length > 0 || rest !== undefined ? read : [word.replace(/\d/g, '')].filter(isWitnessed);
};
