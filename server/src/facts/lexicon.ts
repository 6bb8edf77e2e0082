import { flatMap } from '../text/flat-map.ts';
import { isEnglish } from './english.ts';
import { lazy } from './lazy.ts';
import { stemsOf } from './stems.ts';
import {
  abbreviationTable,
  drugTable,
  guidelineTable,
  odgTable,
  sourceTable,
  specialtyTable,
  stateTable,
  topicTable,
  wordsTable,
} from './tables.ts';
import { isMadeOfParts, prefixes } from './word-parts.ts';

const SHORTEST = 3;

/** The words of all that the tables name, in lower case, from three letters on. */
function* printed(): Iterable<string> {
  for (const { words } of wordsTable().rows) yield* words;
  for (const { rows } of drugTable().groups)
    for (const row of rows) yield* [row.generic, ...(row.brands ?? []), row.class];
  for (const { rows } of topicTable().groups) for (const row of rows) yield* [row.title, ...(row.aliases ?? [])];
  for (const row of guidelineTable().rows) yield* [row.title, ...(row.labels ?? [])];
  for (const row of odgTable().rows) yield* [row.title, ...(row.labels ?? []), ...(row.topics ?? [])];
  for (const row of specialtyTable().rows) yield* [row.name, ...(row.variants ?? []), ...(row.written ?? [])];
  for (const row of stateTable().rows) yield row.name;
  for (const row of abbreviationTable().rows) yield* [row.long, ...(row.also ?? [])];
  for (const row of sourceTable().rows) yield* [row.name, ...(row.forms ?? [])];
}

const wordsOf = (texts: Iterable<string>): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of text.toLowerCase().split(/[^a-z]+/)) if (word.length >= SHORTEST) words.add(word);
  }
  return words;
};

const lexicon = lazy(() => wordsOf(printed()));

/** Abbreviations are known, but no word was meant for one: `cor` is no slip of `CCR`. */
const abbreviations = lazy(() =>
  wordsOf(flatMap(abbreviationTable().rows, ({ short, forms }) => [short, ...(forms ?? [])])),
);

/** The words of the tables: what a damaged word of a letter may have been. Lower case. */
export const domainWords = (): ReadonlySet<string> => lexicon();

const SHORTEST_REST = 4;

const isPlain = (word: string): boolean =>
  lexicon().has(word) || isEnglish(word) || stemsOf(word).some((stem) => lexicon().has(stem));

/** `oedema` as Americans write it, for the tables; other British words stand among those of English. */
const american = (word: string): string => word.replaceAll(/[ao]e/g, 'e');

const isKnown = (word: string): boolean => isPlain(word) || isMade(word, isPlain);

/** Is a word made of medicine's parts, or of a beginning and what is a word by itself? */
const isMade = (word: string, isPart: (rest: string) => boolean): boolean =>
  isMadeOfParts(word) ||
  splitPoints(word).some((at) => {
    const rest = word.slice(at);
    return prefixes().has(word.slice(0, at)) && (isPart(rest) || isMadeOfParts(rest));
  });

/** Is it a word of medicine (lower case), of the tables or made of parts? Fewer strings are taken for one than by `isWord`. */
export const isMedical = (word: string): boolean => lexicon().has(word) || isMade(word, (rest) => lexicon().has(rest));

/**
 * Is it a word (lower case) of English or of the tables, also with a regular ending or one of medicine's beginnings, made of
 * medicine's parts or written the British way?
 */
export const isWord = (word: string): boolean => {
  if (isKnown(word) || abbreviations().has(word)) return true;
  const other = american(word);
  return other !== word && isPlain(other);
};

const LONGEST_PREFIX = 7;

const splitPoints = (word: string): readonly number[] =>
  [2, 3, 4, 5, 6, LONGEST_PREFIX].filter((at) => word.length - at >= SHORTEST_REST);
