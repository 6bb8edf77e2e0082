import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatLetter, formatParagraphs, sayTheSame } from '../../server/src/format/index.ts';
import type { Letter } from '../../server/src/letter/model.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { type Replacement, replaced } from '../../server/src/text/pieces.ts';
import { inked, inkedWithin } from '../unit/format/build.ts';
import { anyText, damagedLetter, runs } from './letters.ts';
import { slowdown } from './timing.ts';

const width = fc.constantFrom(0, 40, 60, 80, 120);

/** The letter after its edits, which must lie in order, apart and inside it. */
const edited = (letter: Letter, edits: readonly Replacement[]): string => {
  edits.reduce((end, { span }) => {
    assert.ok(span.start >= end && span.end >= span.start && span.end <= letter.text.length);
    return span.end;
  }, 0);
  return replaced(letter.text, edits);
};

const alone = (letter: Letter) => [{ letter, number: 1, offset: 0, line: 0 }];

test('formatting any letter changes neither its record nor, but for page furniture, what it prints', () => {
  fc.assert(
    fc.property(anyText, width, (text, measure) => {
      for (const { letter } of parse(text)) {
        const edits = formatLetter(letter, { width: measure, followed: false });
        const after = edited(letter, edits);
        if (edits.length === 0) continue;
        assert.ok(sayTheSame(alone(letter), parse(after)));
        assert.equal(inked(after), inkedWithin(letter));
      }
    }),
    runs(300),
  );
});

test('formatting a second time finds nothing to do', () => {
  fc.assert(
    fc.property(damagedLetter, width, (text, measure) => {
      for (const { letter } of parse(text)) {
        const wish = { width: measure, followed: false };
        const edits = formatLetter(letter, wish);
        const [again, more] = parse(edited(letter, edits));
        if (edits.length === 0 || !again || more) continue;
        assert.deepEqual(formatLetter(again.letter, wish), []);
      }
    }),
    runs(200),
  );
});

test('formatting some paragraphs changes no record', () => {
  fc.assert(
    fc.property(damagedLetter, width, fc.nat(), fc.nat(600), (text, measure, at, length) => {
      for (const { letter } of parse(text)) {
        const start = at % (letter.text.length + 1);
        const stretch = { start, end: Math.min(start + length, letter.text.length) };
        const edits = formatParagraphs(letter, { width: measure, followed: false }, stretch);
        if (edits.length > 0) assert.ok(sayTheSame(alone(letter), parse(edited(letter, edits))));
      }
    }),
    runs(200),
  );
});

test('formatting takes time in proportion to the length', () => {
  const format = (lines: number) => {
    const sentence = 'The worker hurt the left knee on a ladder and has had twelve visits of therapy-\n';
    const [placed] = parse(`CLINICAL CASE SUMMARY\n${sentence.repeat(lines)}`);
    assert.ok(placed);
    return () => void formatLetter(placed.letter, { width: 60, followed: false });
  };
  // Four times the length: four times the time where it is linear, sixteen where it is square.
  const ratio = slowdown(format(500), format(2000), 3);
  assert.ok(ratio < 10, `ratio ${ratio.toFixed(1)}`);
});
