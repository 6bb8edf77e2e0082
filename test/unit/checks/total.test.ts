import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkLetter, fixesFor, type Problem } from '../../../server/src/checks/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { codesOf, problemsIn } from './fixing.ts';
import { LETTER_2014, LETTER_2015, type Style, textOf } from './letters.ts';

describe('a text that is no letter', () => {
  const NOVEL = 'It was late in the year.\nThe miller counted his sacks twice and found one missing.\n'.repeat(200);
  const TEXTS = {
    novel: NOVEL,
    nothing: '',
    blanks: ' \n\t\f\r\n  ',
    garbage: '\u0000\u0001\ufffd\ud800\n'.repeat(50),
  };
  for (const [name, text] of Object.entries(TEXTS)) {
    test(`${name}: one problem says so, in one sentence and without a fix`, () => {
      const [letter] = parse(text).map((placed) => placed.letter);
      assert.ok(letter);
      const [problem, ...more] = checkLetter(letter);
      assert.ok(problem);
      assert.deepEqual(codesOf([problem, ...more]), ['missing.issues']);
      assert.match(problem.message, /^This (?:text|document) [^.]+\.$/);
      assert.deepEqual(fixesFor(problem, letter), []);
      assert.ok(problem.span.end <= text.length);
    });
  }

  test('a novel is marked on its first line only', () => {
    assert.deepEqual(problemsIn(NOVEL)[0]?.span, { start: 0, end: 24 });
  });
});

describe('any text', () => {
  const styles: readonly Style[] = ['raw', 'spaced', 'double'];
  const whole = fc.constantFrom(
    ...[LETTER_2014, LETTER_2015].flatMap((letter) => styles.map((style) => textOf(letter, style))),
  );
  /** Letters with lines taken out, doubled, swapped or cut: what a bad transcription leaves. */
  const torn = fc
    .tuple(
      whole,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'cut', 'noise')), { maxLength: 8 }),
      fc.string(),
    )
    .map(([text, acts, noise]) => {
      const lines = text.split('\n');
      for (const [place, act] of acts) {
        const at = place % Math.max(lines.length, 1);
        const line = lines[at] ?? '';
        if (act === 'drop') lines.splice(at, 1);
        else if (act === 'double') lines.splice(at, 0, line);
        else if (act === 'cut') lines[at] = line.slice(0, place % (line.length + 1));
        else lines[at] = noise;
      }
      return lines.join('\n');
    });

  test('gives problems inside the letter, in order, the same each time, and fixes inside the letter', () => {
    fc.assert(
      fc.property(fc.oneof(torn, fc.string({ unit: 'binary' })), (text) => {
        for (const { letter } of parse(text)) {
          const problems = checkLetter(letter);
          assert.deepEqual(checkLetter(letter), problems);
          let last = 0;
          for (const problem of problems) {
            assert.ok(last <= problem.span.start && problem.span.start <= problem.span.end);
            assert.ok(problem.span.end <= letter.text.length);
            assert.doesNotMatch(problem.message, /[\n\r]/);
            last = problem.span.start;
            for (const { span } of fixesFor(problem, letter).flatMap(({ edits }) => edits)) {
              assert.ok(0 <= span.start && span.start <= span.end && span.end <= letter.text.length);
            }
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  /** Letters with lines lost, and nothing put in their place. */
  const lossy = fc.tuple(whole, fc.array(fc.nat(), { maxLength: 6 })).map(([text, places]) => {
    const lines = text.split('\n');
    for (const place of places) lines.splice(place % Math.max(lines.length, 1), 1);
    return lines.join('\n');
  });

  test('a fix adds no other problem, even before anything is typed', () => {
    fc.assert(
      fc.property(lossy, (text) => {
        const [placed, ...more] = parse(text);
        if (!placed || more.length > 0) return;
        // A heading that comes back tells which sentences stand below it.
        const told = (problems: readonly Problem[]): readonly string[] =>
          codesOf(problems).filter((code) => code !== 'boilerplate.incomplete');
        const before = told(checkLetter(placed.letter));
        for (const problem of checkLetter(placed.letter)) {
          const edit = fixesFor(problem, placed.letter)[0]?.edits[0];
          if (!edit || problem.code === 'missing.issues') continue;
          const after = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
          const codes = parse(after).flatMap(({ letter }) => told(checkLetter(letter)));
          assert.ok(codes.length <= before.length, `${problem.code}: ${codes.join(' ')} after ${before.join(' ')}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});
