/** The processor time of one call in milliseconds: other programs on the machine do not count. */
export const cpuTime = (work: () => unknown): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Milliseconds; less cannot be told from nothing. */
const LEAST = 5;

/** How much longer the second work takes than the first: the median of pairs measured one after the other. */
export const slowdown = (first: () => unknown, second: () => unknown, pairs: number): number =>
  median(
    Array.from({ length: pairs }, () => {
      const base = Math.max(LEAST, cpuTime(first));
      return Math.max(LEAST, cpuTime(second)) / base;
    }),
  );
