import { isWord } from '../../facts/lexicon.ts';
import { slips } from '../../facts/near.ts';
import { nearestWords } from '../../facts/near-words.ts';
import { specialty } from '../../facts/people.ts';
import { readingsOf } from '../../facts/readings.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { matchesOf } from '../../text/matching.ts';
import { type Leaf, spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../wording.ts';
import { inCaseOf } from './spelling.ts';
import { nearSpecialties } from './tables.ts';

/**
 * A word of the reviewer's specialty, misspelt.
 *
 *     Certification(s)/Specialty: Emergeney Medicine
 *
 * The specialties are a closed list: one word near makes a name of the list out of what is printed, or is the only one near.
 * The fix is certain where letters were taken for others that look like them.
 */
export const wordSpecialty: Check = {
  code: 'word.specialty',
  title: 'A word of the reviewer’s specialty is misspelt.',
  severity: 'warning',
  category: 'word',
  run: (letter) => flatMap(valuesOf(letter), wordsIn),
};

const valuesOf = ({ reviewer }: Letter): readonly Leaf<string>[] =>
  flatMap([reviewer?.specialties, reviewer?.subspecialties], (list) => list?.values ?? []);

const WORDS = /[A-Z\d]+/gi;
const SHORTEST = 4;
/** So long a word is near even with two slips. */
const LONG = 9;

const wordsIn = (name: Leaf<string>): readonly Found[] => {
  const { value, span } = name;
  // Only what is printed in one piece has its words where they stand in the value.
  if (value.length !== span.end - span.start || specialty(value)) return [];
  return flatMap(matchesOf(WORDS, value), ({ 0: printed, index }) => {
    const word = printed.toLowerCase();
    if (word.length < SHORTEST) return [];
    const near = nearestWords(word, nearSpecialties(), word.length >= LONG ? 2 : 1);
    if (near.length === 0 || near.includes(word)) return [];
    const nameOf = (by: string): string => value.slice(0, index) + by + value.slice(index + word.length);
    const reading = ofName(word, near, nameOf) ?? onlyNear(word, near);
    return reading === null ? [] : problemOf(printed, span.start + index, inCaseOf(printed, reading));
  });
};

/**
 * The word that makes a name of the list out of what is printed; null where words make different ones. What may be a word
 * itself (the filter of English takes some that are none for words) must have one letter wrong or two swapped.
 */
const ofName = (word: string, near: readonly string[], nameOf: (by: string) => string): string | null => {
  const isSlip = (by: string): boolean => by.length === word.length && slips(word, by) === 1;
  const fitting = near.filter((by) => specialty(nameOf(by)) && (isSlip(by) || !isWord(word)));
  const [first, ...others] = [...fitting.filter(isSlip), ...fitting];
  const meant = first === undefined ? null : specialty(nameOf(first));
  return first !== undefined && others.every((by) => specialty(nameOf(by)) === meant) ? first : null;
};

/** The least length of a word that is told by its own letters. */
const ALONE = 5;

const onlyNear = (word: string, [near, ...others]: readonly string[]): string | null =>
  near !== undefined && others.length === 0 && word.length >= ALONE && !isWord(word) ? near : null;

const problemOf = (printed: string, start: number, reading: string): Found => {
  const message = `No specialty has the word ${quoted(printed)}; ${quoted(reading)} is the only one that fits.`;
  const certain = readingsOf(printed.toLowerCase()).has(reading.toLowerCase());
  return { span: spanOf(start, start + printed.length), message, reading, ...(certain && { certain }) };
};
