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
  for (const row of abbreviationTable().rows) yield* [row.short, ...(row.forms ?? []), row.long, ...(row.also ?? [])];
  for (const row of sourceTable().rows) yield* [row.name, ...(row.forms ?? [])];
}

const lexicon = lazy((): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const text of printed()) {
    for (const word of text.toLowerCase().split(/[^a-z]+/)) if (word.length >= SHORTEST) words.add(word);
  }
  return words;
});

/** The words of the tables: what a damaged word of a letter may have been. Lower case. */
export const domainWords = (): ReadonlySet<string> => lexicon();

/** Beginnings that make words of medicine out of known ones; some writers set them apart. */
export const PREFIXES: ReadonlySet<string> = new Set(
  'anti arthro bi cardio cervico chemo co contra costo de demi dis electro endo extra gastro hemi hyper hypo infra inter intra lumbo macro mal micro mid mono multi musculo myo neuro non omni ortho osteo over para patho peri physio poly post pre pro pseudo psycho re retro self semi sub super supra thermo thoraco trans tri ultra un under uni'.split(
    ' ',
  ),
);
const SHORTEST_REST = 4;

const isPlain = (word: string): boolean =>
  lexicon().has(word) || isEnglish(word) || stemsOf(word).some((stem) => lexicon().has(stem));

/** Is it a word (lower case) of English or of the tables, also with a regular ending or one of medicine's beginnings? */
export const isWord = (word: string): boolean =>
  isPlain(word) || splitPoints(word).some((at) => PREFIXES.has(word.slice(0, at)) && isPlain(word.slice(at)));

const LONGEST_PREFIX = 7;

const splitPoints = (word: string): readonly number[] =>
  [2, 3, 4, 5, 6, LONGEST_PREFIX].filter((at) => word.length - at >= SHORTEST_REST);
