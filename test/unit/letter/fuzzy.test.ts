import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Alignment, alignPrefix, distanceWithin, folded } from '../../../server/src/letter/fuzzy.ts';

/**
 * The number of characters to replace, add, drop or swap with their neighbour between two texts, no character touched
 * twice (optimal string alignment): the plain table, as the textbooks have it.
 */
const distance = (a: string, b: string): number => {
  const cost: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const cell = (i: number, j: number): number => cost[i]?.[j] ?? Infinity;
  for (let j = 0; j <= b.length; j++) (cost[0] ?? [])[j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (cost[i] ?? [])[j] = Math.min(
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? cell(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return cell(a.length, b.length);
};

/** The prefix of `text` nearest to `pattern`; of equal ones the one of the pattern's length, then -1, +1, -2, +2. */
const nearestPrefix = (text: string, pattern: string, max: number): Alignment | null => {
  const steps = Array.from({ length: 2 * max + 1 }, (_, i) => (i % 2 ? -(i + 1) / 2 : i / 2));
  const prefixes = steps
    .map((step) => pattern.length + step)
    .filter((length) => length >= 0 && length <= text.length)
    .map((length) => ({ length, distance: distance(text.slice(0, length), pattern) }));
  const least = Math.min(...prefixes.map((prefix) => prefix.distance));
  return least <= max ? (prefixes.find((prefix) => prefix.distance === least) ?? null) : null;
};

describe('the distance between two texts', () => {
  for (const [text, pattern, expected] of [
    ['', '', 0],
    ['upheld', 'upheld', 0],
    ['uphe1d', 'upheld', 1],
    ['uphld', 'upheld', 1],
    ['uphelld', 'upheld', 1],
    ['uphedl', 'upheld', 1],
    ['overtumed', 'overturned', 2],
    ['xxheld', 'upheld', 2],
    ['upheldxx', 'upheld', 2],
    ['xxupheld', 'upheld', 2],
    ['upld', 'upheld', 2],
    ['uphe', 'upheld', 2],
    ['puehld', 'upheld', 2],
    ['a', '', 1],
    ['', 'ab', 2],
    ['upheldxxx', 'upheld', null],
    ['uph', 'upheld', null],
    ['xxxeld', 'upheld', null],
    ['denied', 'upheld', null],
  ] as const) {
    test(`${JSON.stringify(text)} is ${expected ?? 'more than two'} from ${JSON.stringify(pattern)}`, () => {
      assert.equal(distanceWithin(text, pattern, 2), expected);
      assert.equal(distanceWithin(pattern, text, 2), expected);
    });
  }
});

describe('against the plain table', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 9 });
  const max = fc.nat(3);
  const runs = { numRuns: 3000 };

  test('the distance, where it is within the most', () => {
    fc.assert(
      fc.property(short, short, max, (text, pattern, most) => {
        const expected = distance(text, pattern);
        assert.equal(distanceWithin(text, pattern, most), expected <= most ? expected : null);
      }),
      runs,
    );
  });

  test('the nearest prefix', () => {
    fc.assert(
      fc.property(short, short, max, (text, pattern, most) => {
        assert.deepEqual(alignPrefix(text, pattern, most), nearestPrefix(text, pattern, most));
      }),
      runs,
    );
  });

  test('a pattern is found in front of anything, whatever follows', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, rest) => {
        assert.deepEqual(alignPrefix(pattern + rest, pattern, 2), { distance: 0, length: pattern.length });
      }),
    );
  });

  test('one change is at most one away', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.string({ maxLength: 1 }), (pattern, where, instead) => {
        const place = where % pattern.length;
        const text = pattern.slice(0, place) + instead + pattern.slice(place + 1);
        assert.equal(distanceWithin(text, pattern, 1), text === pattern ? 0 : 1);
      }),
    );
  });
});

test('marks are compared in lower case, with single blanks', () => {
  assert.equal(folded('Claims   Administrator\tGuideline'), 'claims administrator guideline');
});
