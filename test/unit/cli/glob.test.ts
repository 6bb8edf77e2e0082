import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPattern, partsOf, splitPattern } from '../../../server/src/cli/glob.ts';
import { matches } from '../../../server/src/text/glob.ts';

const matching = (path: string, pattern: string): boolean => matches(partsOf(path), partsOf(pattern));

test('a name with a star or a question mark is a pattern', () => {
  assert.deepEqual(['a.txt', 'a*.txt', 'a?.txt', '**'].map(isPattern), [false, true, true, true]);
});

test('stars stay within a name, two of them go through folders, a question mark is one character', () => {
  const cases: readonly (readonly [path: string, pattern: string, match: boolean])[] = [
    ['a.txt', '*.txt', true],
    ['a.txt', '*', true],
    ['a/b.txt', '*.txt', false],
    ['a/b.txt', '*/*.txt', true],
    ['a/b.txt', '**/*.txt', true],
    ['b.txt', '**/*.txt', true],
    ['a/b/c/d.txt', 'a/**/d.txt', true],
    ['a/b/c/d.txt', 'a/**/b/**', true],
    ['a/b/c/d.txt', '**/c', false],
    ['abc', 'a?c', true],
    ['ac', 'a?c', false],
    ['a-b-a-b', '*a-b', true],
    ['a-b-a-c', '*a-b', false],
    ['./a/b', 'a/b', true],
  ];
  for (const [path, pattern, match] of cases) assert.equal(matching(path, pattern), match, `${path} ${pattern}`);
});

test('the folder that all matches lie in is known', () => {
  assert.deepEqual(splitPattern('letters/2015/*/a?.txt'), { base: 'letters/2015/', parts: ['*', 'a?.txt'] });
  assert.deepEqual(splitPattern('*.txt'), { base: '.', parts: ['*.txt'] });
  assert.deepEqual(splitPattern('/**'), { base: '/', parts: ['**'] });
});

test('a pattern of many stars is tried in little time', () => {
  const start = performance.now();
  assert.equal(matching('a'.repeat(5000), `${'*a'.repeat(200)}b`), false);
  assert.ok(performance.now() - start < 2000);
});
