import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueLenses, letterLenses } from '../../../server/src/features/lenses.ts';
import { issueOf, letterOf, spanIn } from './build.ts';

const URI = 'file:///letter.imr';
const titles = (lenses: ReturnType<typeof letterLenses>) => lenses.map(({ command }) => command?.title);

const TEXT = 'ISSUES\nGym membership: Upheld\nMassage: Perhaps\n';
const issue = (number: number, line: string, word: string, value: 'upheld' | null) =>
  issueOf(spanIn(TEXT, line), { number, decision: { value, printed: word, damage: [], span: spanIn(TEXT, word) } });
const letter = letterOf(TEXT, {
  issues: [issue(1, 'Gym membership: Upheld', 'Upheld', 'upheld'), issue(2, 'Massage: Perhaps', 'Perhaps', null)],
});

test('letterLenses: outcome, problems and export above the letter', () => {
  const one = { ...letter, issues: letter.issues.slice(0, 1) };
  assert.deepEqual(titles(letterLenses(one, 1, URI, 2)), ['1 issue · upheld', '2 problems', 'Preview', 'Export case…']);
  assert.deepEqual(titles(letterLenses(letter, 1, URI, 1)), ['2 issues', '1 problem', 'Preview', 'Export case…']);
});

test('letterLenses: their number does not change, so that the text does not jump', () => {
  assert.deepEqual(titles(letterLenses(letterOf(''), 1, URI, 0)), [
    'no issues',
    'no problems',
    'Preview',
    'Export case…',
  ]);
});

test('letterLenses: commands name the letter; without problems there is nothing to show', () => {
  const commands = (problems: number) => letterLenses(letter, 3, URI, problems).map(({ command }) => command);
  assert.deepEqual(commands(2).slice(1), [
    { title: '2 problems', command: 'imr.showProblems', arguments: [{ uri: URI, letter: 3 }] },
    { title: 'Preview', command: 'imr.previewCase', arguments: [{ uri: URI, letter: 3 }] },
    { title: 'Export case…', command: 'imr.exportCase', arguments: [{ uri: URI, letter: 3 }] },
  ]);
  assert.deepEqual(commands(0)[1], { title: 'no problems', command: '' });
});

test('issueLenses: decision and copy above each issue, on its first line', () => {
  const lenses = issueLenses(letter, 2, URI);
  assert.deepEqual(titles(lenses), ['Upheld', 'Copy as JSON', '“Perhaps”', 'Copy as JSON']);
  assert.deepEqual(
    lenses.map(({ range }) => range.start.line),
    [1, 1, 2, 2],
  );
  assert.deepEqual(lenses[3]?.command, {
    title: 'Copy as JSON',
    command: 'imr.copyIssue',
    arguments: [{ uri: URI, letter: 2, issue: 2 }],
  });
});

test('issueLenses: an issue without a decision says so', () => {
  const bare = letterOf(TEXT, { issues: [issueOf(spanIn(TEXT, 'Massage'))] });
  assert.deepEqual(titles(issueLenses(bare, 1, URI)), ['No decision', 'Copy as JSON']);
  assert.deepEqual(issueLenses(letterOf(''), 1, URI), []);
});
