import { byWord, lazy, lazyBy } from './lazy.ts';
import { type PartRow, partTable } from './tables.ts';

/**
 * The parts that words of medicine are made of: roots, which may follow one another (`ulno` and `carp`), and what a word
 * ends in (`-ectomy`, `-itis`). They make far more words than a list could hold: nobody lists `capsulectomy`, and it is no
 * slip of `capsulotomy`.
 */
const partsOf = lazyBy(
  (of: PartRow['of']): ReadonlySet<string> =>
    new Set(partTable().rows.flatMap((row) => (row.of === of ? row.parts : []))),
);

/** Beginnings that make words of medicine out of known ones; some writers set them apart. */
export const prefixes = lazy(() => partsOf('beginning'));

/** Ends of words that are no words by themselves: a blank stands before one where it divides a word. */
export const bareEndings = lazy(() => partsOf('fragment'));

/** Words cut short, to which the full stop behind them belongs. */
export const shortened = lazy(() => partsOf('shortened'));

/** Endings that make another word of a stem: a word with one is no slip of the word with another. */
export const formEndings = lazy(() => partsOf('form'));

/** How many letters the longest root has. */
const LONGEST_ROOT = 12;
const MOST_ROOTS = 5;
const SHORTEST = 6;

/** Does a word, from `at` on, go on with roots, a vowel between them, to one of the endings? */
const goesOn = (word: string, at: number, left: number): boolean => {
  const [roots, endings] = [partsOf('root'), partsOf('ending')];
  for (let end = Math.min(word.length, at + LONGEST_ROOT); end >= at + 2; end--) {
    if (!roots.has(word.slice(at, end))) continue;
    if (endings.has(word.slice(end))) return true;
    if (left > 1 && (goesOn(word, end, left - 1) || (word[end] === 'o' && goesOn(word, end + 1, left - 1))))
      return true;
  }
  return false;
};

/** Is a word (lower case) made of medicine's roots and one of its endings? */
export const isMadeOfParts = byWord((word: string): boolean => word.length >= SHORTEST && goesOn(word, 0, MOST_ROOTS));
