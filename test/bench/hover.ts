import type { Letters } from './letters.ts';
import type { Product } from './product.ts';
import { median, percentile, type Row, row } from './statistics.ts';

const WARM_UP = 3000;
const STRIDE = 7919;

/** Milliseconds of a hover on every character of the largest letter, after a warm-up that also builds the tables. */
export const hoverRows = ({ name, texts }: Letters, { hover, parse }: Product): Row[] => {
  const largest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  const times: number[] = [];
  for (const { letter } of parse(largest)) {
    const { length } = letter.text;
    for (let i = 0; i < WARM_UP; i++) hover(letter, (i * STRIDE) % (length + 1));
    for (let offset = 0; offset <= length; offset++) {
      const start = performance.now();
      hover(letter, offset);
      times.push(performance.now() - start);
    }
  }
  const p95 = percentile(times, 0.95);
  return [
    row(`hover, p50 (largest of ${name}, ${largest.length.toLocaleString('en')} characters)`, inMs(median(times))),
    row('hover, p95', inMs(p95), '≤ 1 ms', p95 <= 1),
  ];
};

const inMs = (time: number): string => `${time.toFixed(3)} ms`;
