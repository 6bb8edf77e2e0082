/** Chance that is the same in every run: all that a trial draws follows from its name. */
export interface Random {
  /** A whole number from 0 up to, and without, `limit`; 0 where that is not above 0. */
  below(limit: number): number;
  /** One of the items; null where there is none. */
  pick<T>(items: readonly T[]): T | null;
}

/** FNV-1a over UTF-16 units: names that differ give numbers that differ. */
const hashOf = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** The mulberry32 generator, begun at a name. */
export const randomOf = (name: string): Random => {
  let state = hashOf(name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * Math.max(0, limit));
  return { below, pick: (items) => items[below(items.length)] ?? null };
};
