import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CASE_FORMATS, CASE_WRITERS, casesToJson, toCase } from '../../server/src/case/index.ts';
import { checkLetter } from '../../server/src/checks/index.ts';
import { looksLikeLetter } from '../../server/src/letter/detect.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { anyText, runs } from './letters.ts';

/** Everything that is written of a text: its records in every format, and its problems. */
const written = (text: string): readonly string[] => {
  const letters = parse(text);
  const records = letters.map((placed) => toCase(placed, 'file:///letter.imr'));
  const formats = CASE_FORMATS.map((format) => {
    const { open, record, close } = CASE_WRITERS[format];
    return [open, ...records.map(record), close(records.length)].join('');
  });
  const problems = letters.map(({ letter }) => JSON.stringify(checkLetter(letter)));
  return [casesToJson(records), ...formats, ...problems, String(looksLikeLetter(text))];
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
