import { ROW, rowAt } from './rows.ts';
import { sizeOf, type Words } from './words.ts';

/** Words of the base that also came to the current text at another place than where they are thought to be. */
export interface Twin {
  /** Words [from, to) of the base. */
  readonly from: number;
  readonly to: number;
}

/**
 * The twins that could as well be the ones that stayed: nearer to where they were than they are long, so that taking them
 * for the others would cost no more. `kept` says where each word of the base is thought to be, -1 where it is gone; the
 * rest of the current text came. Linear, but for words that come again and again, of which only the first are looked at.
 */
export const twinsNear = (base: Words, current: Words, kept: Int32Array): readonly Twin[] => {
  const came = comeStretches(current, kept);
  if (came.length === 0) return [];
  const rows = rowsOf(base);
  const keptBefore = sums(base, kept);
  const isNear = (chain: readonly Twin[], at: number): boolean => {
    const { from, to } = hullOf(chain);
    const [near, far] = from < at ? [Math.min(to, at), at] : [at, from];
    const crossed = (keptBefore[far] ?? 0) - (keptBefore[near] ?? 0);
    const size = chain.reduce((sum, twin) => sum + sizeOf(base, twin.from, twin.to), 0);
    return crossed <= Math.min(size, NEAR);
  };
  const chains = came.flatMap((stretch) =>
    chainsIn(base, current, rows, stretch).filter((chain) => isNear(chain, stretch.at)),
  );
  // Fewer words than a row are not seen, so as many beside a chain may belong to it.
  return chains
    .map(hullOf)
    .map(({ from, to }) => ({ from: Math.max(0, from - ROW), to: Math.min(base.ids.length, to + ROW) }));
};

const hullOf = (chain: readonly Twin[]): Twin => ({ from: chain[0]?.from ?? 0, to: chain.at(-1)?.to ?? 0 });

/** No more characters than this lie between the place of a twin and where it could have been. */
const NEAR = 150;

/** Twins follow each other closely: they are one copy with corrections. */
const CLOSE = 8;

/** The twins in a stretch that came, in chains. */
const chainsIn = (
  base: Words,
  current: Words,
  rows: ReadonlyMap<number, number>,
  { from, to }: Came,
): readonly (readonly Twin[])[] => {
  const chains: Twin[][] = [];
  let end = -1;
  for (let word = from; word + ROW <= to; ) {
    const start = rows.get(rowAt(current, word)) ?? -1;
    const length = start < 0 ? 0 : sameLength(base, start, current, word, to);
    if (length < ROW) {
      word++;
      continue;
    }
    const last = chains.at(-1);
    const before = last?.at(-1)?.to ?? 0;
    if (last && start >= before && start - before <= CLOSE && word - end <= CLOSE)
      last.push({ from: start, to: start + length });
    else chains.push([{ from: start, to: start + length }]);
    word += length;
    end = word;
  }
  return chains;
};

/** Words [from, to) of the current text that came, before word `at` of the base. */
interface Came {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

const comeStretches = (current: Words, kept: Int32Array): readonly Came[] => {
  const stretches: Came[] = [];
  let next = 0;
  const add = (to: number, at: number): void => {
    if (to - next >= ROW) stretches.push({ from: next, to, at });
  };
  kept.forEach((place, word) => {
    if (place < 0) return;
    add(place, word);
    next = place + 1;
  });
  add(current.ids.length, kept.length);
  return stretches;
};

/** Where each row of the base stands first. */
const rowsOf = (base: Words): ReadonlyMap<number, number> => {
  const rows = new Map<number, number>();
  for (let word = base.ids.length - ROW; word >= 0; word--) rows.set(rowAt(base, word), word);
  return rows;
};

const sameLength = (base: Words, start: number, current: Words, word: number, end: number): number => {
  let length = 0;
  while (
    word + length < end &&
    start + length < base.ids.length &&
    base.ids[start + length] === current.ids[word + length]
  )
    length++;
  return length;
};

/** How many characters of the words before each one are kept. */
const sums = (base: Words, kept: Int32Array): Int32Array => {
  const result = new Int32Array(kept.length + 1);
  for (let word = 0; word < kept.length; word++) {
    result[word + 1] = (result[word] ?? 0) + ((kept[word] ?? -1) < 0 ? 0 : sizeOf(base, word, word + 1));
  }
  return result;
};
