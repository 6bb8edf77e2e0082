import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CHECKS, checkLetter, fixesFor, SEVERITIES } from '../../../server/src/checks/index.ts';
import { codesOf, onlyLetter } from './fixing.ts';
import { dated, LETTER_2015, textOf, without } from './letters.ts';

const PAGES = fileURLToPath(new URL('../../../docs/checks/', import.meta.url));
const page = (code: string): string => readFileSync(`${PAGES}${code}.md`, 'utf8');

const damaged = onlyLetter(textOf(without(LETTER_2015, 'maximus-2', 'claims-1')));

describe('the list of checks', () => {
  test('codes are unique and begin with their category', () => {
    const codes = CHECKS.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const { code, category } of CHECKS) assert.match(code, new RegExp(`^${category}\\.[a-z]+(?:-[a-z]+)*$`));
  });

  test('each check has its page, and each page its check', () => {
    const pages = readdirSync(PAGES).filter((name) => name !== 'README.md');
    assert.deepEqual(pages.sort(), CHECKS.map(({ code }) => `${code}.md`).sort());
  });

  for (const { code } of CHECKS) {
    test(`${code}: its page has every part, and something in it`, () => {
      for (const section of ['What it reports', 'Why', 'Example', 'Fix', 'Turn it off']) {
        const [, text = ''] = page(code).split(`\n## ${section}\n`);
        assert.match(text, /^\n[^#\s]/, section);
      }
    });

    test(`${code}: the examples are as the page says`, () => {
      const examples = examplesOf(code);
      assert.equal(examples.length, 2, 'one that is reported, one that is not');
      const found = examples.map((text) => codesOf(checkLetter(onlyLetter(text), { [code]: 'warning' })));
      assert.ok(found[0]?.includes(code), 'reported');
      assert.ok(!found[1]?.includes(code), 'not reported');
    });
  }
});

/**
 * The examples of a page, each set into a sound letter. What stands behind ```text names the blocks of `LETTER_2015` whose
 * place it takes; with `dated` among them the letter has a case table.
 */
const examplesOf = (code: string): readonly string[] =>
  [...page(code).matchAll(/```text ([^\n]*)\n([\s\S]*?)```/g)].map(([, blocks = '', example = '']) => {
    const ids = blocks.split(' ').filter((id) => id !== 'dated');
    const letter = blocks.includes('dated') ? dated(LETTER_2015, '3/2/2017', '4/6/2017') : LETTER_2015;
    const at = letter.findIndex(({ id }) => id === ids[0]);
    assert.ok(at >= 0, `${code}: no block ${blocks}`);
    const lines = example.trimEnd().split('\n');
    return textOf([...letter.slice(0, at), { id: 'example', lines }, ...without(letter.slice(at), ...ids)]);
  });

describe('checkLetter', () => {
  test('sorts by place', () => {
    const problems = checkLetter(damaged);
    assert.deepEqual(codesOf(problems), ['missing.claims-guideline', 'missing.maximus-guideline']);
    const starts = problems.map(({ span }) => span.start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });

  test('a setting changes the severity of one check', () => {
    for (const severity of SEVERITIES) {
      const problems = checkLetter(damaged, { 'missing.maximus-guideline': severity });
      assert.deepEqual(
        problems.map((problem) => problem.severity),
        ['warning', severity],
      );
    }
  });

  test('a setting turns a check off, and an unknown code is left alone', () => {
    const problems = checkLetter(damaged, {
      'missing.maximus-guideline': 'off',
      'no.such-check': 'off',
    });
    assert.deepEqual(codesOf(problems), ['missing.claims-guideline']);
  });

  test('messages are one sentence on one line and name what asks for the part', () => {
    for (const { code, message } of checkLetter(damaged)) {
      assert.match(message, /^[“A-Z][^\n]*[^.]\.$/);
      const legal = CHECKS.find((check) => check.code === code)?.legal;
      if (legal) assert.ok(message.includes(legal));
    }
  });

  test('a long item is cut in the message, invisible characters are left out', () => {
    const item = `Gym\u202e membership ${'and a pool '.repeat(20)}`.trim();
    const letter = onlyLetter(textOf(LETTER_2015).replace('Gym membership for a year: Upheld', `${item}:`));
    const [problem] = checkLetter(letter);
    assert.match(problem?.message ?? '', /^Issue 2 “Gym membership [a-z ]{20,45}…” has no decision; /);
  });
});

describe('fixesFor', () => {
  const problem = { code: 'missing.decision', severity: 'error', span: { start: 0, end: 0 }, message: '' } as const;

  test('a problem of another check, or with strange data, has no fix', () => {
    assert.deepEqual(fixesFor({ ...problem, code: 'no.such-check' }, damaged), []);
    for (const data of [undefined, null, 7, 'text', {}, { issue: 99 }, { issue: '1' }]) {
      assert.deepEqual(fixesFor({ ...problem, data }, damaged), []);
    }
  });

  test('no fix is preferred: only the page tells what was there', () => {
    const fixes = checkLetter(damaged).flatMap((found) => fixesFor(found, damaged));
    assert.equal(fixes.length, 2);
    assert.ok(fixes.every(({ preferred }) => !preferred));
  });

  test('a decision is chosen from the form’s own words, one fix each', () => {
    const letter = onlyLetter(textOf(LETTER_2015).replace(': Upheld', ''));
    const [found] = checkLetter(letter);
    assert.ok(found);
    assert.deepEqual(
      fixesFor(found, letter).map(({ title, edits }) => [title, edits[0]?.text]),
      [
        ['Insert “Upheld”', ': Upheld'],
        ['Insert “Overturned”', ': Overturned'],
      ],
    );
  });
});
