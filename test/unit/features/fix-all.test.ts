import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkLetter, fixesFor } from '../../../server/src/checks/index.ts';
import { fixAll } from '../../../server/src/features/fix-all.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { replaced } from '../../../server/src/text/pieces.ts';
import { damagedLetter, runs, samples } from '../../properties/letters.ts';

const letterIn = (text: string): Letter => parse(text)[0]?.letter ?? assert.fail('no letter');
const fixed = (letter: Letter, shown = checkLetter): string =>
  replaced(
    letter.text,
    fixAll(letter, (one) => shown(one)),
  );
const certain = (letter: Letter) =>
  checkLetter(letter).filter((problem) => fixesFor(problem, letter).some(({ preferred }) => preferred));

const LETTER = `CLINICAL CASE SUMMARY
The worker\u00e2\u20ac\u2122s knee hurts, and the e\ufb03cient way is the worker\u00e2\u20ac\u2122s to bear.
`;

describe('all certain fixes', () => {
  test('are made at once, and a second run finds none', () => {
    const letter = letterIn(LETTER);
    assert.ok(certain(letter).length >= 2);
    const text = fixed(letter);
    assert.match(text, /worker\u2019s knee hurts, and the efficient way is the worker\u2019s/);
    assert.deepEqual(certain(letterIn(text)), []);
  });

  test('leave what a person silenced', () => {
    const letter = letterIn(LETTER);
    assert.equal(
      fixed(letter, () => []),
      letter.text,
    );
    const text = fixed(letter, (one) => checkLetter(one).filter(({ code }) => code !== 'characters.ligature'));
    assert.match(text, /\ufb03/);
  });

  test('of a clean letter are none', () => {
    for (const [name, text] of samples) {
      const letter = letterIn(text);
      if (certain(letter).length === 0) assert.deepEqual(fixAll(letter, checkLetter), [], name);
    }
  });

  test('of any damaged letter: in order, apart, complete', () => {
    fc.assert(
      fc.property(
        damagedLetter,
        fc.constantFrom('\u00e2\u20ac\u2122', '\ufb01', '\u00ad', '\u0430'),
        fc.nat(),
        (text, bad, at) => {
          const place = at % (text.length + 1);
          const letter = letterIn(text.slice(0, place) + bad + text.slice(place));
          const edits = fixAll(letter, checkLetter);
          let end = 0;
          for (const { span } of edits) {
            assert.ok(span.start >= end && span.end >= span.start && span.end <= letter.text.length);
            end = span.end;
          }
          const [after] = parse(replaced(letter.text, edits));
          if (after && parse(replaced(letter.text, edits)).length === 1) assert.deepEqual(certain(after.letter), []);
        },
      ),
      runs(100),
    );
  });
});
