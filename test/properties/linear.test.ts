import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCase } from '../../server/src/case/index.ts';
import { checkLetter } from '../../server/src/checks/index.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { HOSTILE } from './hostile.ts';
import { cpuTime, slowdown } from './timing.ts';

const SMALLEST = 5000;
const LARGEST = 640_000;
/** Milliseconds of work that can be measured well. */
const ENOUGH = 20;
const PAIRS = 5;
const MOST = 2.5;
/**
 * Memory grows in steps, and a step between two sizes looks like a slow parser. The next doubling has no step there,
 * while work that grows with the square is slow at every doubling.
 */
const DOUBLINGS = 4;

const read = (text: string): number =>
  parse(text).reduce((sum, placed) => sum + toCase(placed, null).issues.length + checkLetter(placed.letter).length, 0);

/** The smallest size that takes long enough to measure. */
const sizeFor = (make: (size: number) => string): number => {
  let size = SMALLEST;
  while (size < LARGEST && cpuTime(() => read(make(size))) < ENOUGH) size *= 2;
  return size;
};

for (const [name, make] of Object.entries(HOSTILE)) {
  test(`twice the text takes at most ${MOST} times as long to parse, check and export: ${name}`, () => {
    read(make(1000));
    const first = sizeFor(make);
    const ratios: number[] = [];
    for (let i = 0; i < DOUBLINGS && (ratios.at(-1) ?? Infinity) > MOST; i++) {
      const [single, double] = [make(first * 2 ** i), make(first * 2 ** (i + 1))];
      assert.ok(double.length > 1.8 * single.length);
      ratios.push(
        slowdown(
          () => read(single),
          () => read(double),
          PAIRS,
        ),
      );
    }
    const told = ratios.map((ratio) => ratio.toFixed(2)).join(', ');
    assert.ok((ratios.at(-1) ?? Infinity) <= MOST, `${told} times from ${first} on`);
  });
}
