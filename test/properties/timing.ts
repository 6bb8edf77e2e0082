/** The time of one call in milliseconds. */
const time = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * How much longer the second work takes than the first: the median of pairs measured one after the other, so that a busy
 * machine slows both alike.
 */
export const slowdown = (first: () => unknown, second: () => unknown, pairs: number): number =>
  median(
    Array.from({ length: pairs }, () => {
      const base = time(first);
      return time(second) / Math.max(base, 0.01);
    }),
  );
