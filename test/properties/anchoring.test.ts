import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertNoneWrong, noOutcome, type Outcome, runScript, told } from './anchoring.ts';
import { runs } from './letters.ts';
import { STEPS, type StepKind, script } from './scripts.ts';

const PASSAGES = 10;

/** What people do to a letter: corrections, new wraps, blocks deleted or moved, other letters and parts of them put in. */
const EDITS = STEPS.filter((kind) => kind !== 'copy' && kind !== 'replace');

/** The share of passages that may become orphans although their text is left, in percent. */
const MOST_ORPHANS_OF_ALL = 10;

const orphansOfLeft = ({ anchored, orphanedLeft }: Outcome): number =>
  (100 * orphanedLeft) / Math.max(1, anchored + orphanedLeft);

/** `FUZZ=100` tries 100,000, with new values. */
const SCRIPTS = 1000;

test('after any edits a passage is anchored where it is, or an orphan', (t) => {
  const outcome = noOutcome();
  fc.assert(
    fc.property(script(2, EDITS), (edits) => runScript(edits, PASSAGES, outcome)),
    runs(SCRIPTS),
  );
  t.diagnostic(told(outcome));
  assertNoneWrong(outcome);
  assert.ok(orphansOfLeft(outcome) <= MOST_ORPHANS_OF_ALL, `${orphansOfLeft(outcome)} % orphans`);
});

/**
 * The same by the one thing that was done. Text is left where half of it is, and anchored where six tenths are, hence the few
 * of cut passages.
 */
const MOST_ORPHANS: Readonly<Record<Exclude<StepKind, 'replace'>, number>> = {
  characters: 2,
  damage: 2,
  wrap: 0,
  delete: 0.5,
  'delete lines': 0.5,
  move: 7,
  'move lines': 7,
  copy: 3,
  'insert letter': 2,
  'insert part': 1.5,
};

for (const [kind, most] of Object.entries(MOST_ORPHANS)) {
  test(`${kind}: at most ${most} % of the passages whose text is left are orphans`, (t) => {
    const outcome = noOutcome();
    fc.assert(
      fc.property(script(1, [kind as StepKind]), (edits) => runScript(edits, PASSAGES, outcome)),
      runs(150),
    );
    t.diagnostic(told(outcome));
    assertNoneWrong(outcome);
    assert.ok(orphansOfLeft(outcome) <= most, `${orphansOfLeft(outcome)} % orphans`);
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
