import { allDrugs, unlistedDrugs } from '../../facts/drugs.ts';
import { isEnglish } from '../../facts/english.ts';
import { lazy } from '../../facts/lazy.ts';
import { domainWords } from '../../facts/lexicon.ts';
import { type NearWords, nearWordsOf } from '../../facts/near-words.ts';
import { allSpecialties } from '../../facts/people.ts';
import { flatMap } from '../../text/flat-map.ts';

const WORD = /[^a-z]+/;
const SHORTEST_DRUG = 5;
const SHORTEST_TERM = 7;

const wordsOf = (names: readonly string[]): readonly string[] =>
  flatMap(names, (name) => name.toLowerCase().split(WORD));

/** By lower case, how a drug's name is written. Words beside a name, such as `extended`, and brands that are words are left out. */
export const drugNames = lazy((): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const name of unlistedDrugs()) if (name.length >= SHORTEST_DRUG) names.set(name, name);
  for (const { generic, brands } of allDrugs()) {
    const parts = new Set(generic.toLowerCase().split('/'));
    for (const word of flatMap([generic, ...brands], (name) => name.split(/[^A-Z]+/i))) {
      const lower = word.toLowerCase();
      if (lower.length >= SHORTEST_DRUG && (parts.has(lower) || !isEnglish(lower))) names.set(lower, word);
    }
  }
  return names;
});

export const nearDrugs = lazy((): NearWords => nearWordsOf(drugNames().keys()));

/** Words of the tables that are long enough for a slip not to make another of them. */
export const nearTerms = lazy(
  (): NearWords => nearWordsOf([...domainWords()].filter((word) => word.length >= SHORTEST_TERM)),
);

export const nearSpecialties = lazy(
  (): NearWords =>
    nearWordsOf(
      new Set(flatMap(allSpecialties(), ({ name, variants }) => wordsOf([name, ...variants])).filter(Boolean)),
    ),
);
