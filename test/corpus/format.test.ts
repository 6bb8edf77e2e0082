import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sayTheSame } from '../../server/src/format/index.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { formatted, inked, inkedWithin } from '../unit/format/build.ts';
import { readCorpora } from './corpus.ts';

const WIDTHS = [0, 72];

for (const { name, where, samples } of readCorpora()) {
  describe(`formatting the ${name} letters of ${where}`, () => {
    const texts = samples.map(({ name: title, mode, text }) => ({ title: `${mode}/${title}`, text }));

    test('changes no record, and a second time nothing at all', () => {
      for (const { title, text } of texts) {
        for (const width of WIDTHS) {
          const after = formatted(text, width);
          assert.ok(sayTheSame(parse(text), parse(after)), title);
          assert.ok(formatted(after, width) === after, title);
        }
      }
    });

    test('loses no word: only page furniture, white space and hyphens at line ends go', () => {
      for (const { title, text } of texts) {
        const before = parse(text).map(({ letter }) => inkedWithin(letter));
        assert.ok(inked(formatted(text, 72)) === before.join(''), title);
      }
    });

    test('nearly all are set as wished: no double spacing, no blanks at line ends, no form feeds', () => {
      const uneven = texts.filter(({ text }) => /\n\s*\n\s*\n|[ \t]\n|\f/.test(formatted(text, 0)));
      assert.ok(uneven.length <= texts.length / 50, uneven.map(({ title }) => title).join());
    });
  });
}
