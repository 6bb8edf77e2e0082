import { hashOf } from '../text/hash.ts';
import { lazy, lazyBy } from './lazy.ts';
import { type PersonRow, personTable } from './tables.ts';

const hashesOf = (words: readonly string[]): ReadonlySet<number> => new Set(words.map(hashOf));

const ofKind = lazyBy(
  (kind: PersonRow['of']): ReadonlySet<number> =>
    hashesOf(personTable().rows.flatMap(({ of, words }) => (of === kind ? words : []))),
);

/** Does a word, by its hash, tell of somebody who treats or judges, of another person, or of what clinicians write? */
export const tellsOf = (kind: 'clinician' | 'other' | 'writing', word: number): boolean => ofKind(kind).has(word);

const deeds = lazy(
  (): ReadonlyMap<number, ReadonlySet<number> | null> =>
    new Map(
      personTable().rows.flatMap((row) =>
        row.of === 'deed' ? row.words.map((word) => [hashOf(word), row.with ? hashesOf(row.with) : null] as const) : [],
      ),
    ),
);

/**
 * Is a word, by its hash, what patients do, and those who treat them do not tell of themselves? With some it takes what
 * stands behind it: the hashes of those words; null where it takes nothing, undefined where the word is none of them.
 */
export const deed = (word: number): ReadonlySet<number> | null | undefined => deeds().get(word);
