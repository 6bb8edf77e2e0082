import { mixed } from '../text/hash.ts';

/**
 * A set of hashes at a few bits a member: each is cut down to a number below `members × 2^bits`, and what is kept are the
 * differences of these numbers in order (Golomb's code). It never denies a member; of other hashes it takes one in 2^bits
 * for a member. At the same size a filter of Bloom takes three times as many.
 */
export interface HashSet {
  readonly numbers: Uint32Array;
  /** Numbers are below it. */
  readonly range: number;
}

const WHOLE = 2 ** 32;

const numberOf = (hash: number, range: number): number => Math.floor(((mixed(hash) >>> 0) / WHOLE) * range);

/** The code of these hashes: each difference as so many ones as it holds 2^bits, a zero, and the rest in `bits` bits. */
export const encoded = (hashes: readonly number[], bits: number): Uint8Array => {
  const range = hashes.length << bits;
  const numbers = Uint32Array.from(hashes, (hash) => numberOf(hash, range)).sort();
  const bytes: number[] = [];
  let count = 0;
  const put = (bit: number): void => {
    if ((count & 7) === 0) bytes.push(0);
    if (bit) bytes[count >> 3] = (bytes[count >> 3] ?? 0) | (1 << (count & 7));
    count++;
  };
  let before = 0;
  for (const number of numbers) {
    const step = number - before;
    before = number;
    for (let ones = step >> bits; ones > 0; ones--) put(1);
    put(0);
    for (let at = 0; at < bits; at++) put((step >> at) & 1);
  }
  return Uint8Array.from(bytes);
};

/** The set that a code of so many hashes stands for. */
export const decoded = (bytes: Uint8Array, members: number, bits: number): HashSet => {
  const numbers = new Uint32Array(members);
  let at = 0;
  let number = 0;
  for (let member = 0; member < members; member++) {
    while ((((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) === 1) {
      number += 1 << bits;
      at++;
    }
    at++;
    // Three bytes hold the rest wherever in the first it begins: `bits` is 16 at most.
    const rest =
      ((bytes[at >> 3] ?? 0) | ((bytes[(at >> 3) + 1] ?? 0) << 8) | ((bytes[(at >> 3) + 2] ?? 0) << 16)) >>> (at & 7);
    number += rest & ((1 << bits) - 1);
    at += bits;
    numbers[member] = number;
  }
  return { numbers, range: members << bits };
};

/** Is a hash a member, or one of the few that are taken for one? */
export const hasHash = ({ numbers, range }: HashSet, hash: number): boolean => {
  const wanted = numberOf(hash, range);
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === wanted;
};
