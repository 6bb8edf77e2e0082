import { hashOf } from '../text/hash.ts';
import { lazy } from './lazy.ts';
import { type PairRow, pairTable } from './tables.ts';

/** Hashes (`hashOf`) of words in lower case. */
type Hashes = ReadonlySet<number>;

/** Two words that are taken for one another, and the neighbours by which it shows. */
interface Pair {
  readonly meant: string;
  readonly before: Hashes | null;
  readonly after: Hashes | null;
  readonly notBefore: Hashes | null;
  readonly notAfter: Hashes | null;
}

const hashesOf = (words: readonly string[] | undefined): Hashes | null => (words ? new Set(words.map(hashOf)) : null);

const pairOf = ({ meant, before, after, notBefore, notAfter }: PairRow): Pair => ({
  meant,
  before: hashesOf(before),
  after: hashesOf(after),
  notBefore: hashesOf(notBefore),
  notAfter: hashesOf(notAfter),
});

const pairs = lazy((): ReadonlyMap<number, readonly Pair[]> => {
  const byWord = new Map<number, Pair[]>();
  for (const row of pairTable().rows) {
    const word = hashOf(row.word);
    byWord.set(word, [...(byWord.get(word) ?? []), pairOf(row)]);
  }
  return byWord;
});

/** May a word, by its hash, have been taken for another? */
export const isOfPair = (word: number): boolean => pairs().has(word);

const agrees = (pair: Pair, before: number | null, after: number | null): boolean => {
  if (pair.before && (before === null || !pair.before.has(before))) return false;
  if (pair.after && (after === null || !pair.after.has(after))) return false;
  if (before !== null && pair.notBefore?.has(before)) return false;
  return !(after !== null && pair.notAfter?.has(after));
};

/** The word meant in place of a word between its neighbours, all three by the hash of their lower case, null at a break. */
export const meantBetween = (before: number | null, word: number, after: number | null): string | null => {
  for (const pair of pairs().get(word) ?? []) if (agrees(pair, before, after)) return pair.meant;
  return null;
};
