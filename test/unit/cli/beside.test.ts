import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { checkLetter } from '../../../server/src/checks/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { type Draft, draftsFor, noteLine } from '../../../server/src/notes/index.ts';
import { imrLetters, workFolder } from './run.ts';

const CODE = 'characters.mojibake';
const BAD = '\u00e2\u20ac\u2122';
const LETTER = `CLINICAL CASE SUMMARY
The worker${BAD}s knee hurts since the fall, and the doctor${BAD}s notes say that it swells.
`;

const draft = (kind: 'sic' | 'inLetter', nth = 0): Draft => {
  const [placed] = parse(LETTER);
  assert.ok(placed);
  const problems = checkLetter(placed.letter).filter(({ code }) => code === CODE);
  const problem = problems[nth];
  assert.ok(problem);
  return draftsFor(placed.letter, problem, problems, 'letters/a.imr')[kind] ?? assert.fail(kind);
};

describe('notes on the command line', { concurrency: 2 }, () => {
  const cwd = workFolder();
  mkdirSync(path.join(cwd, 'letters'));
  mkdirSync(path.join(cwd, '.imr'));
  writeFileSync(path.join(cwd, 'letters', 'a.imr'), LETTER);
  writeFileSync(path.join(cwd, '.imr', 'notes.jsonl'), `no note\n${noteLine(draft('sic'), 'a', '2026-01-01')}`);
  const codesIn = (stdout: string): readonly string[] =>
    (JSON.parse(stdout) as { code: string }[]).map(({ code }) => code).filter((code) => code === CODE);

  test('check leaves out what they silence and counts it; a damaged line is told once', async () => {
    const { stderr, stdout } = await imrLetters(cwd, ['check', 'letters']);
    assert.equal(stdout.split(`[${CODE}]`).length, 2);
    assert.match(stderr, /, 1 silenced in 1 letter\.\n$/);
    const told = stderr.split('\n').filter((line) => line.includes('notes.jsonl'));
    assert.deepEqual(told, [
      `imr-letters: line 1 of ${path.join(cwd, '.imr', 'notes.jsonl')} is no note and was passed over: it is not a JSON object.`,
    ]);
  });

  test('--no-notes shows them all', async () => {
    const found = (args: readonly string[]) => imrLetters(cwd, ['check', '--format', 'json', ...args, 'letters/a.imr']);
    assert.equal(codesIn((await found([])).stdout).length, 1);
    assert.equal(codesIn((await found(['--no-notes'])).stdout).length, 2);
  });

  test('they are looked for up to the path that is named', async () => {
    const elsewhere = workFolder();
    const { stdout } = await imrLetters(elsewhere, ['check', '--format', 'json', cwd]);
    assert.equal(codesIn(stdout).length, 1);
    const below = await imrLetters(elsewhere, ['check', '--format', 'json', path.join(cwd, 'letters')]);
    assert.equal(codesIn(below.stdout).length, 2);
  });

  test('export gives print and reading', async () => {
    const { stdout } = await imrLetters(cwd, ['export', 'letters/a.imr']);
    const { corrections, summary } = JSON.parse(stdout) as { corrections: object[]; summary: string };
    assert.equal(corrections.length, 1);
    const [{ printed, reading, pointer }] = corrections as [Record<string, unknown>];
    assert.deepEqual([printed, reading, pointer], [BAD, '\u2019', '/summary']);
    assert.ok(summary.includes(BAD));
  });

  test('export --resume does a letter again when the notes beside it have changed', async () => {
    const folder = workFolder();
    mkdirSync(path.join(folder, '.imr'));
    writeFileSync(path.join(folder, 'a.imr'), LETTER);
    const resume = () => imrLetters(folder, ['export', '--format', 'jsonl', '--resume', '--out', 'out.jsonl', 'a.imr']);
    const written = async () => (await imrLetters(folder, ['export', '--format', 'jsonl', 'a.imr'])).stdout;
    assert.equal((await resume()).code, 0);
    const before = readFileSync(path.join(folder, 'out.jsonl'), 'utf8');
    writeFileSync(path.join(folder, '.imr', 'notes.jsonl'), noteLine(draft('sic'), 'a', '2026-01-01'));
    assert.equal((await resume()).code, 0);
    const after = readFileSync(path.join(folder, 'out.jsonl'), 'utf8');
    assert.notEqual(after, before);
    assert.equal(after, await written());
  });
});
