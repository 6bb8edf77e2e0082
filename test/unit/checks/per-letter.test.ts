import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perLetter } from '../../../server/src/checks/per-letter.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';

const letterOf = (text: string): Letter => {
  const [placed] = parse(text);
  assert.ok(placed);
  return placed.letter;
};

test('a question about a letter is answered once, also between questions about others, and its answers stay apart', () => {
  const letters = ['one', 'two', 'three'].map(letterOf);
  let computed = 0;
  const textOf = perLetter(({ text }) => {
    computed++;
    return text;
  });
  const lengthOf = perLetter(({ text }) => text.length);
  for (const letter of [...letters, ...letters]) {
    assert.equal(textOf(letter), letter.text);
    assert.equal(lengthOf(letter), letter.text.length);
  }
  assert.equal(computed, letters.length);
});

test('no answer is an answer too, and is kept', () => {
  const letter = letterOf('one');
  let computed = 0;
  const nothing = perLetter(() => void computed++);
  assert.equal(nothing(letter), undefined);
  nothing(letter);
  assert.equal(computed, 1);
});

test('after many other letters the answer is computed anew, and is the same', () => {
  const letter = letterOf('one');
  const textOf = perLetter(({ text }) => text);
  assert.equal(textOf(letter), 'one');
  for (let i = 0; i < 20; i++) assert.equal(textOf(letterOf(`other ${i}`)), `other ${i}`);
  assert.equal(textOf(letter), 'one');
});
