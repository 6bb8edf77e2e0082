import { isWord } from '../../facts/lexicon.ts';
import { nearestWord } from '../../facts/near-words.ts';
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
 * The specialties are a closed list, and one word of it is nearest. The fix is certain where letters were taken for others
 * that look like them.
 */
export const wordSpecialty: Check = {
  code: 'word.specialty',
  title: 'A word of the reviewer’s specialty is misspelt.',
  severity: 'warning',
  category: 'word',
  run: (letter) => flatMap(valuesOf(letter), wordsIn),
};

const valuesOf = ({ reviewer }: Letter): readonly Leaf<string>[] =>
  flatMap([reviewer?.specialties, reviewer?.subspecialties], (list) => list?.printed ?? []);

const WORDS = /[A-Z]+/gi;

const wordsIn = ({ value, span }: Leaf<string>): readonly Found[] => {
  // Only what is printed in one piece has its words where they stand in the value.
  if (value.length !== span.end - span.start) return [];
  return flatMap(matchesOf(WORDS, value), ({ 0: printed, index }) => foundAt(printed, span.start + index));
};

const SHORTEST = 5;
const LONG = 9;

const foundAt = (printed: string, start: number): readonly Found[] => {
  const word = printed.toLowerCase();
  if (word.length < SHORTEST || isWord(word)) return [];
  const near = nearestWord(word, nearSpecialties(), word.length >= LONG ? 2 : 1);
  if (near === null) return [];
  const reading = inCaseOf(printed, near);
  const message = `No specialty has the word ${quoted(printed)}; ${quoted(reading)} is the only one near.`;
  const certain = readingsOf(word).has(near);
  return [{ span: spanOf(start, start + printed.length), message, reading, ...(certain && { certain }) }];
};
