import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Problem } from '../../../server/src/checks/index.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { type DocumentNotes, draftsFor, judge, keysOf } from '../../../server/src/notes/index.ts';
import { anyText, runs } from '../../properties/letters.ts';
import { beside, LETTER, letterIn, PATH, problemAt } from './noting.ts';

const WORDS = 'medical branch';
const READING = { reading: 'medial branch' };

const both = (letter: Letter): readonly Problem[] => [
  problemAt(letter, `a ${WORDS}`, 0, READING),
  problemAt(letter, `A ${WORDS}`, 1, READING),
];

const silencedIn = (letter: Letter, problems: readonly Problem[], notes: DocumentNotes): readonly number[] =>
  judge(letter, problems, notes, keysOf([{ letter }], notes)).silenced.map(({ problem }) => problems.indexOf(problem));

/** Problems of the word wherever it stands in the letter, in order. */
const everywhere = (letter: Letter): readonly Problem[] =>
  [...letter.text.matchAll(/medical\s+branch/gi)].map((_, nth) => problemAt(letter, WORDS, nth, READING));

const noteOf = (nth: number, kind: 'sic' | 'ignore' | 'inLetter' | 'inFolder' = 'ignore') => {
  const letter = letterIn(LETTER);
  const problems = everywhere(letter);
  return draftsFor(letter, problems[nth] ?? assert.fail(), problems, PATH)[kind] ?? assert.fail(kind);
};

describe('a note of one place', () => {
  test('silences that place alone', () => {
    const letter = letterIn(LETTER);
    for (const nth of [0, 1, 2]) assert.deepEqual(silencedIn(letter, everywhere(letter), beside([noteOf(nth)])), [nth]);
  });

  test('survives another setting of the text', () => {
    for (const text of [
      LETTER.replaceAll('\n', '\r\n'),
      LETTER.replaceAll('\n', ' \n\n'),
      LETTER.replace('medical branch block needs\nfacet', 'medical\nbranch block needs facet'),
    ]) {
      const letter = letterIn(text);
      assert.deepEqual(silencedIn(letter, everywhere(letter), beside([noteOf(2)])), [2], JSON.stringify(text));
    }
  });

  test('survives edits, also of what stands on one side of it', () => {
    const letter = letterIn(
      LETTER.replace('block needs\nfacet pain', 'injection wants\npain').replace('spreads', 'runs'),
    );
    assert.deepEqual(silencedIn(letter, everywhere(letter), beside([noteOf(2)])), [2]);
  });

  test('does not pass to another place when its own has gone', () => {
    const letter = letterIn(LETTER.replace('A medical branch block needs\nfacet pain', 'It needs other pain'));
    assert.deepEqual(silencedIn(letter, everywhere(letter), beside([noteOf(2)])), []);
  });

  test('survives a move and a new name of the file, and holds for no other letter', () => {
    const letter = letterIn(LETTER);
    assert.deepEqual(silencedIn(letter, everywhere(letter), beside([noteOf(1)], 'moved/b.imr')), [1]);
    const other = letterIn(LETTER.replace('IMR ISSUES', 'CLINICAL CASE SUMMARY\nAnother worker fell.\n\nIMR ISSUES'));
    assert.deepEqual(silencedIn(other, everywhere(other), beside([noteOf(1)], 'b.imr')), []);
    assert.deepEqual(silencedIn(other, everywhere(other), beside([noteOf(1)])), [1], 'the same file, edited');
  });

  test('of two that look the same silences the one that was meant', () => {
    const twice = letterIn(
      LETTER.repeat(1).replace('A medical', 'The worker asks for a medical').replace(' needs', '. A'),
    );
    const problems = everywhere(twice).slice(1);
    const same = problems.map((problem) => draftsFor(twice, problem, problems, PATH).ignore);
    for (const [nth, draft] of same.entries()) assert.deepEqual(silencedIn(twice, problems, beside([draft])), [nth]);
  });

  test('one note silences one problem, however many look the same', () => {
    const letter = letterIn(LETTER);
    const problem = both(letter)[0] ?? assert.fail();
    const draft = draftsFor(letter, problem, [problem], PATH).ignore;
    assert.deepEqual(silencedIn(letter, [problem, { ...problem }], beside([draft])), [0]);
    assert.deepEqual(silencedIn(letter, [problem, { ...problem }], beside([draft, draft])), [0, 1]);
  });

  test('is about its own check', () => {
    const letter = letterIn(LETTER);
    const others = everywhere(letter).map((problem) => ({ ...problem, code: 'other.check' }));
    assert.deepEqual(silencedIn(letter, others, beside([noteOf(0)])), []);
  });
});

describe('a note of many places', () => {
  test('in the letter: every place of the words there, whatever their case of wraps; none in another letter', () => {
    const letter = letterIn(LETTER);
    const draft = noteOf(1, 'inLetter');
    assert.deepEqual(silencedIn(letter, everywhere(letter), beside([draft])), [1, 2]);
    const other = letterIn(LETTER.replace('IMR ISSUES', 'CLINICAL CASE SUMMARY\nAnother worker fell.\n\nIMR ISSUES'));
    assert.deepEqual(silencedIn(other, everywhere(other), beside([draft], 'b.imr')), []);
  });

  test('in the folder: in every letter', () => {
    const other = letterIn(LETTER.replace('IMR ISSUES', 'CLINICAL CASE SUMMARY\nAnother worker fell.\n\nIMR ISSUES'));
    assert.deepEqual(silencedIn(other, everywhere(other), beside([noteOf(1, 'inFolder')], 'b.imr')), [1, 2]);
  });

  test('a problem that is about no words: all that its check reports in the letter', () => {
    const letter = letterIn(LETTER);
    const problems = [problemAt(letter, 'Upheld'), problemAt(letter, 'lumber')];
    const drafts = draftsFor(letter, problems[0] ?? assert.fail(), problems, PATH);
    assert.deepEqual([drafts.sic, drafts.inFolder, drafts.word], [null, null, null]);
    assert.deepEqual(silencedIn(letter, problems, beside([drafts.inLetter])), [0, 1]);
  });

  test('a word: whatever check asks about it, in either case', () => {
    const letter = letterIn(LETTER);
    const word = { kind: 'word', word: 'Lumber' } as const;
    const problems = [problemAt(letter, 'lumber', 0, { word: 'lumber' }), problemAt(letter, 'lumber', 0)];
    assert.deepEqual(silencedIn(letter, problems, beside([word])), [0]);
    const drafts = draftsFor(letter, problems[0] ?? assert.fail(), problems, PATH);
    assert.deepEqual([drafts.word, drafts.inFolder], [{ kind: 'word', word: 'lumber' }, null]);
  });
});

describe('several letters in one document', () => {
  test('a note holds in the letter that it was made in', () => {
    const first = letterIn(LETTER);
    const second = letterIn(LETTER.replace('IMR ISSUES', 'CLINICAL CASE SUMMARY\nAnother worker fell.\n\nIMR ISSUES'));
    const notes = beside([noteOf(0)]);
    const keys = keysOf([{ letter: first }, { letter: second }], notes);
    assert.equal(judge(first, everywhere(first), notes, keys).silenced.length, 1);
    assert.equal(judge(second, everywhere(second), notes, keys).silenced.length, 0);
  });
});

test('any text: nothing is lost, nothing is silenced without a note, and a note made of a problem silences it', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const letter = letterIn(text);
      const start = a % (text.length + 1);
      const problem: Problem = {
        code: 'word.test',
        severity: 'hint',
        span: { start, end: Math.min(start + (b % 40), letter.text.length) },
        message: '',
        reading: 'x',
      };
      const bare = judge(letter, [problem], beside([]), '');
      assert.deepEqual([bare.shown, bare.silenced], [[problem], []]);
      const drafts = draftsFor(letter, problem, [problem], PATH);
      for (const draft of [drafts.sic, drafts.ignore, drafts.inLetter, drafts.inFolder]) {
        if (draft) assert.deepEqual(silencedIn(letter, [problem], beside([draft], 'elsewhere')), [0], draft.kind);
      }
    }),
    runs(200),
  );
});
