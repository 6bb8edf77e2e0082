import type { Letters } from './letters.ts';
import type { Product } from './product.ts';
import { type Row, row } from './statistics.ts';

const ROUNDS = 41;

/** What any reader must do at least: look at each character once. */
const pass = (text: string): number => {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
};

const workOf = ({ parse, checkLetter, toCase }: Product): Readonly<Record<string, (text: string) => unknown>> => ({
  pass,
  parse,
  checked: (text) => parse(text).reduce((sum, { letter }) => sum + checkLetter(letter).length, 0),
  cases: (text) => parse(text).map((placed) => toCase(placed, null)),
});

/** Milliseconds for the whole corpus: the best of rounds in which the kinds of work take turns. */
const measure = (texts: readonly string[], product: Product): Record<string, number> => {
  const best: Record<string, number> = {};
  for (let round = -3; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(workOf(product))) {
      // Nobody pays for another's garbage. A collection of everything would leave all caches cold, as no reader finds them.
      globalThis.gc?.({ type: 'minor' });
      const start = performance.now();
      for (const text of texts) work(text);
      const time = performance.now() - start;
      if (round >= 0) best[name] = Math.min(time, best[name] ?? time);
    }
  }
  return best;
};

/** A copy whose characters lie in one piece of memory, as after reading a file. */
const flat = (text: string): string => Buffer.from(text).toString();

export const speedRows = ({ name, texts }: Letters, product: Product): Row[] => {
  const { pass: once = 1, parse: parsing = 1, checked = 1, cases = 1 } = measure(texts.map(flat), product);
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const speed = (ms: number): string =>
    `${Math.round((texts.length / ms) * 1000).toLocaleString('en')} letters/s, ${((megabytes / ms) * 1000).toFixed(1)} MB/s`;
  const times = (ms: number): string => `${(ms / once).toFixed(1)} times`;
  return [
    row(`one pass over the characters (${name})`, speed(once)),
    row('parse', speed(parsing)),
    row('parse, against the pass', times(parsing), '≤ 15 times', parsing / once <= 15),
    row('parse and all checks', speed(checked)),
    row('parse and all checks, against the pass', times(checked), '≤ 40 times', checked / once <= 40),
    row('parse and case record', speed(cases)),
  ];
};
