import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import sarif from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { CHECKS, checkLetter } from '../../../server/src/checks/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { LETTER_2015, textOf, without } from '../checks/letters.ts';
import { imrLetters, workFolder } from './run.ts';

const SOUND = textOf(LETTER_2015);
const WARNING = textOf(without(LETTER_2015, 'claims-2'));
const ERROR = textOf(without(LETTER_2015, 'rationale-2'));

const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv);
// It is of an older draft of JSON Schema, of which it uses nothing that has changed since.
const schema: object = { ...sarif, $schema: undefined, id: undefined };
const validate = ajv.compile(schema);

/** By the schema that OASIS publishes with the standard. */
const assertSarif = (log: unknown): void => {
  assert.ok(validate(log), ajv.errorsText(validate.errors));
};

/** How a line of text is taken apart: an expression, and the number of the group for each part. */
interface MatcherPattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly severity: number;
  readonly message: number;
  readonly code: number;
}

const textOfProject = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

const manifestPattern = (): MatcherPattern => {
  const [matcher] = JSON.parse(textOfProject('package.json')).contributes.problemMatchers;
  return matcher.pattern;
};

const documentedPattern = (): MatcherPattern => {
  const json = /```json\n(\{\n {2}"problemMatcher"[^`]*)```/.exec(textOfProject('docs/ci.md'))?.[1] ?? assert.fail();
  return JSON.parse(json).problemMatcher[0].pattern[0];
};

describe('imr-letters check', { concurrency: 2 }, () => {
  const cwd = workFolder();
  mkdirSync(path.join(cwd, 'letters'));
  const files = { 'a-sound.imr': SOUND, 'b-warning.imr': WARNING, 'c-error.imr': `${SOUND}\r\n${ERROR}` };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, 'letters', name), text);

  test('text: one line a problem, where it stands, and what there is in all', async () => {
    const { code, stdout, stderr } = await imrLetters(cwd, ['check', 'letters']);
    const last = `${SOUND}\r\n${ERROR}`.split('\n').length - 1;
    assert.deepEqual(stdout.split('\n'), [
      `letters/b-warning.imr:26:1: warning: Issue 2 “Gym membership for a year” has no “Claims Administrator guideline:”; the form has it in every issue, even where nothing was cited. [missing.claims-guideline]`,
      `letters/c-error.imr:${last}:1: error: Issue 2 “Gym membership for a year” has no “Decision rationale:”; 8 CCR 9792.10.6(d) asks for the clinical reasons. [missing.rationale]`,
      '',
    ]);
    assert.equal(stderr, 'imr-letters: 1 error, 1 warning in 4 letters.\n');
    assert.equal(code, 1);
  });

  test('json: an array with the members of the contract', async () => {
    const { code, stdout, stderr } = await imrLetters(cwd, ['check', '--format', 'json', 'letters/b-warning.imr']);
    const uri = pathToFileURL(path.join(cwd, 'letters/b-warning.imr')).href;
    assert.deepEqual(JSON.parse(stdout), [
      {
        uri,
        code: 'missing.claims-guideline',
        severity: 'warning',
        line: 26,
        column: 1,
        endLine: 26,
        endColumn: 34,
        message:
          'Issue 2 “Gym membership for a year” has no “Claims Administrator guideline:”; the form has it in every issue, even where nothing was cited.',
      },
    ]);
    assert.deepEqual(Object.keys(JSON.parse(stdout)[0]), [
      'uri',
      'code',
      'severity',
      'line',
      'column',
      'endLine',
      'endColumn',
      'message',
    ]);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  });

  test('the samples have the problems that the editor shows', async () => {
    const { stdout } = await imrLetters(cwd, ['check', '--format', 'json', 'samples/damaged-fields.imr.txt']);
    const [placed] = parse(readFileSync(path.join(cwd, 'samples/damaged-fields.imr.txt'), 'utf8'));
    assert.ok(placed);
    const shown = checkLetter(placed.letter).map(({ code, message }) => ({ code, message }));
    assert.ok(shown.length > 0);
    assert.deepEqual(
      JSON.parse(stdout).map(({ code, message }: Record<string, string>) => ({ code, message })),
      shown,
    );
  });

  test('--fail-on sets what fails', async () => {
    const exits = async (severity: string, file: string): Promise<number | null> =>
      (await imrLetters(cwd, ['check', '--fail-on', severity, `letters/${file}`])).code;
    assert.equal(await exits('error', 'b-warning.imr'), 0);
    assert.equal(await exits('warning', 'b-warning.imr'), 1);
    assert.equal(await exits('information', 'c-error.imr'), 1);
    assert.equal(await exits('information', 'a-sound.imr'), 0);
  });

  test('--off leaves a check out', async () => {
    const { code, stdout, stderr } = await imrLetters(cwd, [
      'check',
      '--off',
      'missing.rationale',
      '--off',
      'missing.claims-guideline',
      'letters',
    ]);
    assert.deepEqual(
      { code, stdout, stderr },
      { code: 0, stdout: '', stderr: 'imr-letters: no problems in 4 letters.\n' },
    );
  });

  test('an unreadable file gives 2, and the others are checked', async () => {
    const { code, stdout, stderr } = await imrLetters(cwd, [
      'check',
      '--format',
      'json',
      'nowhere',
      'letters/c-error.imr',
    ]);
    assert.equal(JSON.parse(stdout).length, 1);
    assert.equal(stderr, 'imr-letters: cannot read nowhere: there is no such file or folder.\n');
    assert.equal(code, 2);
  });

  test('a text that is no letter is a problem; nothing at all is an empty array', async () => {
    const novel = await imrLetters(cwd, ['check', '--format', 'json', '-'], 'It was late in the year.');
    assert.deepEqual(
      JSON.parse(novel.stdout).map(({ uri, code }: Record<string, string>) => ({ uri, code })),
      [{ uri: null, code: 'missing.issues' }],
    );
    assert.equal(novel.code, 1);
    assert.equal((await imrLetters(cwd, ['check', '--format', 'json', '-'], SOUND)).stdout, '[]\n');
  });

  test('sarif: one run with its rules and results', async () => {
    const { stdout } = await imrLetters(cwd, ['check', '--format', 'sarif', 'letters']);
    const log = JSON.parse(stdout);
    assertSarif(log);
    assert.equal(log.version, '2.1.0');
    assert.equal(log.runs.length, 1);
    const { tool, results, columnKind } = log.runs[0];
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.deepEqual(
      tool.driver.rules.map(({ id }: { id: string }) => id),
      CHECKS.map(({ code }) => code),
    );
    assert.equal(results.length, 2);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
      assert.match(level, /^(?:error|warning|note)$/);
      assert.ok(message.text);
      assert.match(locations[0].physicalLocation.artifactLocation.uri, /^file:\/\/\//);
      assert.ok(locations[0].physicalLocation.region.startLine >= 1);
    }
    const none = JSON.parse((await imrLetters(cwd, ['check', '--format', 'sarif', 'letters/a-sound.imr'])).stdout);
    assert.deepEqual(none.runs[0].results, []);
    assertSarif(none);
  });

  test('the problem matchers of VS Code and of the example for GitHub read the text', async () => {
    const { stdout } = await imrLetters(cwd, ['check', 'letters']);
    const lines = stdout.trimEnd().split('\n');
    for (const { regexp, ...groups } of [manifestPattern(), documentedPattern()]) {
      for (const line of lines) {
        const found = new RegExp(regexp).exec(line) ?? assert.fail(line);
        const { file, line: at, column, severity, message, code } = groups;
        const parts = [file, ':', at, ':', column, ': ', severity, ': ', message, ' [', code, ']'];
        assert.equal(parts.map((part) => (typeof part === 'number' ? found[part] : part)).join(''), line);
      }
    }
  });
});
