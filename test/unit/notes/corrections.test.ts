import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CHECKS } from '../../../server/src/checks/index.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import {
  correctionsOf,
  type DocumentNotes,
  type Draft,
  draftsFor,
  judge,
  keysOf,
  staleNotes,
} from '../../../server/src/notes/index.ts';
import { beside, LETTER, letterIn, PATH, problemAt } from './noting.ts';

const CODE = CHECKS[0]?.code ?? assert.fail();

const sicOf = (code = CODE) => {
  const letter = letterIn(LETTER);
  const problem = problemAt(letter, 'lumber', 0, { reading: 'lumbar', code });
  return draftsFor(letter, problem, [problem], PATH).sic ?? assert.fail();
};

const looked = (letter: Letter, notes: DocumentNotes, withProblem: boolean) => {
  const problems = withProblem ? [problemAt(letter, 'lumber', 0, { reading: 'lumbar', code: CODE })] : [];
  const keys = keysOf([{ letter }], notes);
  const { silenced } = judge(letter, problems, notes, keys);
  const corrections = correctionsOf(letter, silenced, notes, keys);
  const used = new Set([...silenced.map(({ note }) => note.id), ...corrections.map(({ id }) => id)]);
  return { corrections, stale: staleNotes(notes, {}, { keys, used }) };
};

describe('a [sic] note', () => {
  for (const withProblem of [true, false]) {
    test(`gives printed words and reading ${withProblem ? 'at its problem' : 'where its check reports nothing'}`, () => {
      for (const text of [LETTER, LETTER.replace('lumber spine', 'lumber\nspine').replaceAll('\n', '\r\n')]) {
        const letter = letterIn(text);
        const { corrections, stale } = looked(letter, beside([sicOf()]), withProblem);
        assert.deepEqual(
          corrections.map(({ span, reading, code }) => [letter.text.slice(span.start, span.end), reading, code]),
          [['lumber', 'lumbar', CODE]],
        );
        assert.deepEqual(stale, []);
      }
    });
  }

  test('whose words have gone is stale and gives nothing', () => {
    const { corrections, stale } = looked(letterIn(LETTER.replace('lumber', 'lumbar')), beside([sicOf()]), false);
    assert.deepEqual([corrections.length, stale.length], [0, 1]);
  });
});

describe('stale', () => {
  const fixed = letterIn(LETTER.replace('lumber', 'lumbar'));
  const staleIn = (notes: DocumentNotes, settings = {}) =>
    staleNotes(notes, settings, { keys: keysOf([{ letter: fixed }], notes), used: new Set() }).length;

  test('is no note of a check that is off or unknown, of another letter, or of the folder', () => {
    assert.equal(staleIn(beside([sicOf()])), 1);
    assert.equal(staleIn(beside([sicOf()]), { [CODE]: 'off' }), 0);
    assert.equal(staleIn(beside([sicOf('no.such')])), 0);
    assert.equal(staleIn(beside([{ ...sicOf(), letter: 'other' } as Draft], 'other.imr')), 0);
    assert.equal(
      staleIn(
        beside([
          { kind: 'word', word: 'a' },
          { kind: 'ignore-in-folder', code: CODE, quote: 'x' },
        ]),
      ),
      0,
    );
  });
});
