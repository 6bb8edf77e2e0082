import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTEXT, problemText } from '../../../server/src/annotations/model.ts';
import { inOrder, passageAt, passageOf, wordsOf } from '../../../server/src/annotations/passage.ts';
import { unitTextOf } from '../../../server/src/annotations/text-units.ts';

const document = `${'x'.repeat(40)} 😀 right knee\r\n and hip ${'y'.repeat(40)}`;
const base = { hash: 'h', units: unitTextOf(document) };
const spanOf = (words: string) => {
  const start = document.indexOf(words);
  return { start, end: start + words.length };
};

test('a span keeps its words and what stands around it', () => {
  const passage = passageOf(base, document, [spanOf(' right knee\r\n and')], '1') ?? assert.fail();
  assert.deepEqual(passage.quotes, ['right knee\n and']);
  assert.deepEqual(passage.stretches, [[43, 58]]);
  assert.equal([...passage.before].length, CONTEXT);
  assert.ok(passage.before.endsWith('x 😀 '));
  assert.ok(passage.after.startsWith(' hip y'));
  assert.equal(passage.section, '1');
});

test('several spans come in the order of the text, and read as one', () => {
  const passage = passageOf(base, document, [spanOf('hip'), spanOf('knee')], null) ?? assert.fail();
  assert.equal(wordsOf(passage), 'knee … hip');
});

test('blanks alone are nothing to annotate', () => {
  assert.equal(passageOf(base, document, [{ start: 40, end: 41 }, spanOf('\r\n ')], null), null);
  assert.equal(passageAt(base, [], null), null);
});

test('stretches that overlap or touch are one', () => {
  assert.deepEqual(
    inOrder([
      [5, 9],
      [1, 3],
      [3, 4],
      [7, 12],
      [20, 20],
    ]),
    [
      [1, 4],
      [5, 12],
    ],
  );
});

test('a problem names its file, and its line where it has one', () => {
  assert.equal(problemText({ file: 'a.jsonl', line: 3, message: 'It is torn.' }), 'a.jsonl:3: It is torn.');
  assert.equal(problemText({ file: 'a.jsonl', line: null, message: 'It is gone.' }), 'a.jsonl: It is gone.');
});
