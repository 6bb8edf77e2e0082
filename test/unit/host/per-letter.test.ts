import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perLetter } from '../../../server/src/host/per-letter.ts';
import type { Letter } from '../../../server/src/letter/model.ts';

const letterOf = (text: string): Letter => ({ text }) as Letter;

test('a result is computed once a letter, and again where what it depends on changes', () => {
  const computed: string[] = [];
  const shout = perLetter((letter: Letter, mark: string, times: number) => {
    computed.push(letter.text);
    return letter.text + mark.repeat(times);
  });
  const [a, b] = [letterOf('a'), letterOf('b')];
  assert.deepEqual(
    [shout(a, '!', 2), shout(a, '!', 2), shout(b, '!', 2), shout(a, '!', 2)],
    ['a!!', 'a!!', 'b!!', 'a!!'],
  );
  assert.deepEqual(computed, ['a', 'b']);
  assert.equal(shout(a, '?', 2), 'a??');
  assert.equal(shout(a, '?', 1), 'a?');
  assert.deepEqual(computed, ['a', 'b', 'a', 'a']);
});

test('letters of the same text are letters of their own', () => {
  let count = 0;
  const number = perLetter(() => ++count);
  assert.deepEqual([number(letterOf('a')), number(letterOf('a'))], [1, 2]);
});
