import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toCase, wholeFile } from '../../server/src/case/index.ts';
import { CASE_WRITERS } from '../../server/src/case/writers.ts';
import { checkLetter } from '../../server/src/checks/index.ts';
import { looksLikeLetter } from '../../server/src/letter/detect.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { anyText, runs } from './letters.ts';

/** Everything that is written of a text: its records in every format, and its problems. */
const written = (text: string): readonly unknown[] => {
  const letters = parse(text);
  const records = letters.map((placed) => toCase(placed, 'file:///letter.imr'));
  const files = Object.values(CASE_WRITERS)
    .flat()
    .map((file) => [wholeFile(file, records), wholeFile(file, records.slice(0, 1))]);
  const problems = letters.map(({ letter }) => JSON.stringify(checkLetter(letter)));
  return [...files, ...problems, String(looksLikeLetter(text))];
};

// A pattern that remembers where it stopped, or a table that grows, would show here.
test('a text gives the same bytes each time, whatever was read in between', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, other) => {
      const first = written(text);
      written(other);
      assert.deepEqual(written(text), first);
    }),
    runs(150),
  );
});
