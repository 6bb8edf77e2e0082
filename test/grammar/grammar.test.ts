import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';
import { slowdown } from '../properties/timing.ts';

const SCOPE = 'text.imr-letter';
const GRAMMAR = join(import.meta.dirname, '../../syntaxes/imr-letter.tmLanguage.json');
const registry = createRegistry([{ path: GRAMMAR, scopeName: SCOPE }]);

const fixtures = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.imr'))
  .map((name) => ({ name, test: parseGrammarTestCase(readFileSync(join(import.meta.dirname, name), 'utf8')) }));

const scopesOf = async (lines: readonly string[]): Promise<Set<string>> => {
  const grammar = await registry.loadGrammar(SCOPE);
  assert.ok(grammar);
  return new Set(lines.flatMap((line) => grammar.tokenizeLine(line, null).tokens.flatMap((token) => token.scopes)));
};

describe('the grammar colours', () => {
  for (const fixture of fixtures) {
    test(fixture.name, async () => {
      assert.ok(fixture.test.assertions.length > 0);
      assert.deepEqual(await runGrammarTestCase(registry, fixture.test), []);
    });
  }

  test('every scope it names, in some fixture', async () => {
    const named = new Set(
      [...readFileSync(GRAMMAR, 'utf8').matchAll(/"name": "([a-z.-]+\.imr-letter)"/g)].map((match) => match[1] ?? ''),
    );
    const seen = await scopesOf(fixtures.flatMap((fixture) => fixture.test.source));
    assert.deepEqual(
      [...named].filter((scope) => !seen.has(scope)),
      [],
    );
  });

  test('the same with a carriage return at the line end', async () => {
    const lines = fixtures.flatMap((fixture) => fixture.test.source);
    assert.deepEqual(await scopesOf(lines.map((line) => `${line}\r`)), await scopesOf(lines));
  });
});

describe('a line takes time in proportion to its length:', () => {
  /** Made so that a pattern that backtracks would try every way to part it. */
  const hostile: Readonly<Record<string, string>> = {
    blanks: ' ',
    'colons and blanks': ': ',
    'colons and many blanks': `:${' '.repeat(50)}`,
    'decisions that go on': 'a: Upheld ',
    digits: '1',
    'digits and separators': '1-2/',
    'a page list without end': 'Page(s): 1, 2; ',
    capitals: 'A',
    'headings without end': 'CLINICAL CASE SUMMARY ',
    'labels without end': 'Case Number : ',
    'numbers with points': '0.5 ',
    'hash signs': '# ',
    outcomes: 'is not medically necessary ',
  };
  for (const [name, unit] of Object.entries(hostile)) {
    test(name, async () => {
      const grammar = await registry.loadGrammar(SCOPE);
      assert.ok(grammar);
      const tokens = (length: number) => () => {
        const line = unit.repeat(Math.ceil(length / unit.length));
        // The tail holds what patterns end in: without it they are not even tried.
        grammar.tokenizeLine(`x${line}y Upheld 5 mg: y`, null);
        grammar.tokenizeLine(`${line}Upheld 5 mg: y`, null);
      };
      // Four times the length: four times the time where it is linear, sixteen where it is square.
      const ratio = slowdown(tokens(5000), tokens(20_000), 3);
      assert.ok(ratio < 10, `ratio ${ratio.toFixed(1)}`);
    });
  }
});
