import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLetter, type Problem } from '../../../server/src/checks/index.ts';
import { codeActions, type EditTarget, type Finding } from '../../../server/src/features/codeActions.ts';
import { rangeOf } from '../../../server/src/features/range.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { draftsFor } from '../../../server/src/notes/index.ts';
import { samples } from '../../properties/letters.ts';
import { letterOf, spanIn } from './build.ts';

const URI = 'file:///letter.imr';
const TARGET: EditTarget = {
  uri: URI,
  version: 7,
  documentChanges: true,
  snippets: true,
  previews: true,
  commands: true,
};

const damaged = (): Letter => {
  const [placed] = parse(samples.get('damaged-fields.imr.txt') ?? '');
  assert.ok(placed);
  return placed.letter;
};

const findingsOf = (letter: Letter, code?: string): readonly Finding[] =>
  checkLetter(letter)
    .filter((problem) => code === undefined || problem.code === code)
    .map((problem) => ({
      problem,
      diagnostic: { range: rangeOf(letter, problem.span), message: problem.message },
      drafts: null,
    }));

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
    [
      ...FIXES.map(() => undefined),
      ['missing.rationale', URI],
      ['missing.decision', URI],
      ['missing.rationale'],
      ['missing.decision'],
    ],
  );
  assert.equal(commands.at(-1)?.command, 'imr.explain');
  const without = codeActions(letter, findings, { ...TARGET, commands: false });
  assert.equal(without.length, FIXES.length);
});

test('codeActions: none without problems; none of a code that no check has', () => {
  const letter = letterOf('text');
  assert.deepEqual(codeActions(letter, [], TARGET), []);
  const problem = { code: 'no.such', severity: 'hint', span: { start: 0, end: 4 }, message: 'no' } as const;
  const finding: Finding = {
    problem,
    diagnostic: { range: rangeOf(letter, problem.span), message: 'no' },
    drafts: null,
  };
  assert.deepEqual(codeActions(letter, [finding], { ...TARGET, commands: false }), []);
});

const TEXT = 'The medical branch block is the medical branch block.';
const fake = (letter: Letter, parts: Partial<Problem> = {}): Finding => {
  const problem: Problem = { code: 'no.such', severity: 'hint', span: spanIn(TEXT, 'medical'), message: 'x', ...parts };
  const diagnostic = { range: rangeOf(letter, problem.span), message: 'x' };
  return { problem, diagnostic, drafts: draftsFor(letter, problem, [problem], 'a.imr') };
};

test('codeActions: change, keep as [sic], ignore here, ignore everywhere, turn off, explain, in this order', () => {
  const letter = letterOf(TEXT);
  const titles = codeActions(letter, [fake(letter, { reading: 'medial' })], TARGET).map(({ title }) => title);
  assert.deepEqual(titles, [
    'Change to “medial”',
    'Keep “medical” as printed: [sic] for “medial”',
    'Ignore this one (no.such)',
    'Ignore “medical” everywhere in this letter (no.such)',
    'Ignore “medical” everywhere in this folder (no.such)',
    'Turn off the check no.such',
    'Explain no.such',
  ]);
});

test('codeActions: a word may be added; what is about no words is ignored by its check', () => {
  const letter = letterOf(TEXT);
  const ofKind = (parts: Partial<Problem>) =>
    codeActions(letter, [fake(letter, parts)], { ...TARGET, commands: false }).map(({ title }) => title);
  assert.deepEqual(ofKind({ word: 'medical' }), [
    'Ignore this one (no.such)',
    'Add “medical” to the words of this folder',
    'Ignore “medical” everywhere in this letter (no.such)',
  ]);
  assert.deepEqual(ofKind({}), ['Ignore this one (no.such)', 'Ignore no.such in this letter']);
});

test('codeActions: a note is a command of the server with the document and the note; each stays with its problem', () => {
  const letter = letterOf(TEXT);
  const finding = fake(letter, { reading: 'medial' });
  const [, sic] = codeActions(letter, [finding], TARGET);
  assert.deepEqual(sic?.command?.arguments, [URI, finding.drafts?.sic]);
  assert.equal(sic?.command?.command, 'imr.notes.add');
  for (const action of codeActions(letter, [finding], TARGET))
    assert.deepEqual(action.diagnostics, [finding.diagnostic]);
});

test('codeActions: of several problems the changes come first, of each the certain one is preferred', () => {
  const letter = letterOf(TEXT);
  const findings = [fake(letter, { reading: 'a' }), fake(letter, { reading: 'b', certain: true })];
  const actions = codeActions(letter, findings, { ...TARGET, commands: false });
  assert.deepEqual(
    actions.slice(0, 2).map(({ title, isPreferred }) => [title, isPreferred]),
    [
      ['Change to “a”', undefined],
      ['Change to “b”', true],
    ],
  );
});

test('codeActions: edits in several places are shown first where the editor can', () => {
  const text = 'The letter says \u00e2\u20ac\u2122 twice: \u00e2\u20ac\u2122.';
  const letter = parse(`CLINICAL CASE SUMMARY\n${text}\n`)[0]?.letter ?? assert.fail();
  const all = codeActions(letter, findingsOf(letter), TARGET).find(({ title }) => title.startsWith('Change all'));
  const [id] = Object.keys(all?.edit?.changeAnnotations ?? {});
  assert.equal(all?.edit?.changeAnnotations?.[id ?? '']?.needsConfirmation, true);
  const [change] = all?.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change && change.edits.length === 2);
  for (const edit of change.edits) assert.ok('annotationId' in edit && edit.annotationId === id);
  const plain = codeActions(letter, findingsOf(letter), { ...TARGET, previews: false });
  for (const { edit } of plain) assert.equal(edit?.changeAnnotations, undefined);
});
