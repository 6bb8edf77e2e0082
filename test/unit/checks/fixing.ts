import assert from 'node:assert/strict';
import { checkLetter, type Edit, fixesFor, type Problem } from '../../../server/src/checks/index.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';

export const onlyLetter = (text: string): Letter => {
  const [placed, ...more] = parse(text);
  assert.ok(placed);
  assert.equal(more.length, 0, 'one letter');
  return placed.letter;
};

export const codesOf = (problems: readonly Problem[]): string[] => problems.map(({ code }) => code);

export const problemsIn = (text: string): readonly Problem[] => checkLetter(onlyLetter(text));

/** What stands in the text after an edit whose places a person has filled in, in their order. */
export const filledIn = (text: string, { span, snippet }: Edit, values: readonly string[]): string => {
  assert.ok(snippet !== undefined);
  const rest = [...values];
  const typed = snippet
    .replace(/\$\{\d+\|[^|]*\|\}(?:\$0)?|\$\d/g, () => rest.shift() ?? '')
    .replace(/\\([\\$}])/g, '$1');
  assert.deepEqual(rest, [], 'every value has its place');
  return text.slice(0, span.start) + typed + text.slice(span.end);
};

/** The text after the fix of a problem: the only one, or the one of several that names a value. */
export const fixed = (text: string, problem: Problem, values: readonly string[]): string => {
  const fixes = fixesFor(problem, onlyLetter(text));
  const named = values.find((value) => fixes.length > 1 && fixes.some(({ title }) => title.includes(`“${value}”`)));
  const fix = named === undefined ? fixes[0] : fixes.find(({ title }) => title.includes(`“${named}”`));
  assert.ok(fix, `a fix for ${problem.code}`);
  assert.ok(fixes.length === 1 || named !== undefined);
  const [edit, ...others] = fix.edits;
  assert.ok(edit);
  assert.equal(others.length, 0);
  return filledIn(
    text,
    edit,
    values.filter((value) => value !== named),
  );
};
