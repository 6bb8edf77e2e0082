import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toCase } from '../../server/src/case/index.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { anyText, damagedLetter, placesOf, runs, walkSpans } from './letters.ts';

test('any text gives letters and records, and the letters lie in order inside it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const letters = parse(text);
      assert.ok(letters.length >= 1);
      let end = 0;
      letters.forEach((placed, i) => {
        assert.equal(placed.number, i + 1);
        assert.ok(placed.offset >= end, 'letters overlap');
        end = placed.offset + placed.letter.text.length;
        assert.equal(toCase(placed, null).source.letter, i + 1);
      });
      for (const [offset, part] of placesOf(letters)) assert.equal(text.slice(offset, offset + part.length), part);
    }),
    runs(400),
  );
});

/** The notice of 2013 prints its decisions in a list of their own, before the parts of the issues. */
const IN_THE_LIST = /^\/issues\/\d+\/decision$/;

test('every span nests inside the node above it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { letter } of parse(text)) {
        walkSpans(letter, (node, parent) => {
          if (letter.format === 'notice-2013' && IN_THE_LIST.test(node.path)) return;
          const inside = parent.start <= node.start && node.start <= node.end && node.end <= parent.end;
          assert.ok(
            inside,
            `${node.path} [${node.start}, ${node.end}) is not in ${parent.path} [${parent.start}, ${parent.end})`,
          );
        });
      }
    }),
    runs(400),
  );
});

test('sections and issues stand in order and do not overlap', () => {
  fc.assert(
    fc.property(damagedLetter, (text) => {
      for (const { letter } of parse(text)) {
        for (const nodes of [letter.sections, letter.issues]) {
          nodes.reduce((end, { span }) => {
            assert.ok(span.start >= end);
            return span.end;
          }, 0);
        }
        assert.deepEqual(
          letter.issues.map(({ number }) => number),
          letter.issues.map((_, i) => i + 1),
        );
      }
    }),
    runs(300),
  );
});
