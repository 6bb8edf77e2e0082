import { lazy } from './lazy.ts';
import { type PairRow, pairTable } from './tables.ts';

/** Two words that are taken for one another, and the neighbours by which it shows. */
export interface Pair {
  readonly word: string;
  readonly meant: string;
  readonly before: ReadonlySet<string> | null;
  readonly after: ReadonlySet<string> | null;
  readonly notBefore: ReadonlySet<string> | null;
  readonly notAfter: ReadonlySet<string> | null;
}

const setOf = (words: readonly string[] | undefined): ReadonlySet<string> | null => (words ? new Set(words) : null);

const pairOf = ({ word, meant, before, after, notBefore, notAfter }: PairRow): Pair => ({
  word,
  meant,
  before: setOf(before),
  after: setOf(after),
  notBefore: setOf(notBefore),
  notAfter: setOf(notAfter),
});

const pairs = lazy((): ReadonlyMap<string, readonly Pair[]> => {
  const byWord = new Map<string, Pair[]>();
  for (const row of pairTable().rows) byWord.set(row.word, [...(byWord.get(row.word) ?? []), pairOf(row)]);
  return byWord;
});

/** By the word that is printed (lower case), the pairs it may belong to. */
export const pairWords = (): ReadonlyMap<string, readonly Pair[]> => pairs();

const agrees = (pair: Pair, before: string | null, after: string | null): boolean => {
  if (pair.before && (before === null || !pair.before.has(before))) return false;
  if (pair.after && (after === null || !pair.after.has(after))) return false;
  if (before !== null && pair.notBefore?.has(before)) return false;
  return !(after !== null && pair.notAfter?.has(after));
};

/** The word meant in place of `word` between its neighbours (lower case, null at a break), or null. */
export const meantBetween = (before: string | null, word: string, after: string | null): string | null =>
  pairs()
    .get(word)
    ?.find((pair) => agrees(pair, before, after))?.meant ?? null;
