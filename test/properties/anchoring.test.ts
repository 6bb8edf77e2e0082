import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { noOutcome, runScript, told } from './anchoring.ts';
import { runs } from './letters.ts';
import { STEPS, type StepKind, script } from './scripts.ts';

const PASSAGES = 10;

/** What people do to a letter: corrections, new wraps, blocks deleted or moved, other letters and parts of them put in. */
const EDITS = STEPS.filter((kind) => kind !== 'copy' && kind !== 'replace');

/** `FUZZ=100` tries 100,000, with new values. */
const SCRIPTS = 1000;

test('after any edits a passage is anchored where it is, or an orphan', (t) => {
  const outcome = noOutcome();
  fc.assert(
    fc.property(script(2, EDITS), (edits) => runScript(edits, PASSAGES, outcome)),
    runs(SCRIPTS),
  );
  t.diagnostic(told(outcome));
  assert.equal(outcome.wrong, 0);
  assert.ok(outcome.alike * 5000 < outcome.anchored, `${outcome.alike} alike`);
  assert.ok(outcome.orphanedLeft * 10 < outcome.anchored, `${outcome.orphanedLeft} orphans`);
});

/**
 * The share of passages that may become orphans although their text is left, in percent, by the one thing that was done. Text
 * is left where half of it is, and anchored where six tenths are, hence the few of cut passages.
 */
const MOST_ORPHANS: Readonly<Record<Exclude<StepKind, 'replace'>, number>> = {
  characters: 2,
  damage: 2,
  wrap: 0,
  delete: 0.3,
  'delete lines': 0.3,
  move: 7,
  'move lines': 7,
  copy: 2,
  'insert letter': 1.5,
  'insert part': 1,
};

for (const [kind, most] of Object.entries(MOST_ORPHANS)) {
  test(`${kind}: at most ${most} % of the passages whose text is left are orphans`, (t) => {
    const outcome = noOutcome();
    fc.assert(
      fc.property(script(1, [kind as StepKind]), (edits) => runScript(edits, PASSAGES, outcome)),
      runs(150),
    );
    t.diagnostic(told(outcome));
    assert.equal(outcome.wrong, 0);
    assert.ok(outcome.orphanedLeft * 100 <= most * (outcome.anchored + outcome.orphanedLeft));
  });
}

test('a stretch that another letter’s was written over is taken for it in a sentence of the form only', (t) => {
  const outcome = noOutcome();
  fc.assert(
    fc.property(script(1, ['replace']), (edits) => runScript(edits, PASSAGES, outcome)),
    runs(150),
  );
  t.diagnostic(told(outcome));
  assert.ok((outcome.wrong + outcome.alike) * 200 < outcome.anchored);
});
