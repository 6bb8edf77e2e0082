import { mixed } from '../text/hash.ts';

/**
 * A set of hashes at a few bits a member (Bloom's filter). It never denies a member; of other hashes it takes a small
 * share for members.
 */
export interface Bloom {
  readonly bytes: Uint8Array;
  /** How many bits each member sets. */
  readonly probes: number;
}

/** The bit that a hash has at the probe `index`, in a filter of `size` bits. */
const bitOf = (hash: number, size: number, index: number): number =>
  ((mixed(hash) >>> 0) + index * (mixed(~hash) >>> 0)) % size;

/** The filter of these hashes. */
export const bloomOf = (hashes: readonly number[], bitsEach: number, probes: number): Bloom => {
  const bytes = new Uint8Array(Math.ceil((hashes.length * bitsEach) / 8));
  for (const hash of hashes) {
    for (let i = 0; i < probes; i++) {
      const bit = bitOf(hash, bytes.length * 8, i);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return { bytes, probes };
};

export const hasHash = ({ bytes, probes }: Bloom, hash: number): boolean => {
  const size = bytes.length * 8;
  for (let i = 0; i < probes; i++) {
    const bit = bitOf(hash, size, i);
    if (((bytes[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
};
