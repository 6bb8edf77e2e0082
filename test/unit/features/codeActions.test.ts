import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLetter } from '../../../server/src/checks/index.ts';
import { codeActions, type EditTarget, type Finding } from '../../../server/src/features/codeActions.ts';
import { rangeOf } from '../../../server/src/features/range.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { samples } from '../../properties/letters.ts';
import { letterOf } from './build.ts';

const URI = 'file:///letter.imr';
const TARGET: EditTarget = { uri: URI, version: 7, documentChanges: true, snippets: true, explains: true };

const damaged = (): Letter => {
  const [placed] = parse(samples.get('damaged-fields.imr.txt') ?? '');
  assert.ok(placed);
  return placed.letter;
};

const findingsOf = (letter: Letter, code?: string): readonly Finding[] =>
  checkLetter(letter)
    .filter((problem) => code === undefined || problem.code === code)
    .map((problem) => ({ problem, diagnostic: { range: rangeOf(letter, problem.span), message: problem.message } }));

test('codeActions: a fix is a quick fix of its diagnostic, for this version, with the cursor in it', () => {
  const letter = damaged();
  const findings = findingsOf(letter, 'missing.rationale');
  const [fix] = codeActions(letter, findings, TARGET);
  assert.equal(fix?.kind, 'quickfix');
  assert.deepEqual(fix.diagnostics, [findings[0]?.diagnostic]);
  const [change] = fix.edit?.documentChanges ?? [];
  assert.ok(change && 'textDocument' in change);
  assert.deepEqual(change.textDocument, { uri: URI, version: 7 });
  const [edit] = change.edits;
  assert.ok(edit && 'snippet' in edit);
  assert.equal(edit.snippet.value, '\nDecision rationale: $0');
});

test('codeActions: an editor without snippets gets plain text, one without versions gets plain changes', () => {
  const letter = damaged();
  const findings = findingsOf(letter, 'missing.rationale');
  const [plain] = codeActions(letter, findings, { ...TARGET, snippets: false });
  const [change] = plain?.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change);
  const [edit] = change.edits;
  assert.ok(edit && 'newText' in edit);
  assert.equal(edit.newText, '\nDecision rationale: ');
  const [old] = codeActions(letter, findings, { ...TARGET, documentChanges: false });
  assert.deepEqual(old?.edit, { changes: { [URI]: [edit] } });
});

test('codeActions: last comes one explanation a kind of problem, where the editor can open it', () => {
  const letter = damaged();
  const rationale = findingsOf(letter, 'missing.rationale');
  const findings = [...rationale, ...findingsOf(letter, 'missing.decision'), ...rationale];
  // A decision has two fixes, one for each of the form's words.
  const FIXES = ['rationale', 'Upheld', 'Overturned', 'rationale'];
  const commands = codeActions(letter, findings, TARGET).map(({ command }) => command);
  assert.deepEqual(
    commands.map((command) => command?.arguments),
    [...FIXES.map(() => undefined), ['missing.rationale'], ['missing.decision']],
  );
  assert.equal(commands.at(-1)?.command, 'imr.explain');
  const without = codeActions(letter, findings, { ...TARGET, explains: false });
  assert.equal(without.length, FIXES.length);
});

test('codeActions: none without problems; none of a code that no check has', () => {
  const letter = letterOf('text');
  assert.deepEqual(codeActions(letter, [], TARGET), []);
  const problem = { code: 'no.such', severity: 'hint', span: { start: 0, end: 4 }, message: 'no' } as const;
  const finding: Finding = { problem, diagnostic: { range: rangeOf(letter, problem.span), message: 'no' } };
  assert.deepEqual(codeActions(letter, [finding], { ...TARGET, explains: false }), []);
});
