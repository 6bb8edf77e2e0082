import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { LETTER_2015, textOf } from '../checks/letters.ts';
import { COMMAND, imrLetters, workFolder } from './run.ts';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));

describe('imr-letters', { concurrency: 2 }, () => {
  const cwd = workFolder();

  test('--version', async () => {
    assert.deepEqual(await imrLetters(cwd, ['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('--help names the commands, and each command has help with examples', async () => {
    const { code, stdout } = await imrLetters(cwd, ['--help']);
    assert.equal(code, 0);
    for (const command of ['export', 'check', 'outline', 'lsp']) {
      assert.match(stdout, new RegExp(`^ {2}${command} `, 'm'));
      const help = await imrLetters(cwd, [command, '--help']);
      assert.match(
        help.stdout,
        new RegExp(`^Usage: imr-letters ${command} [\\s\\S]*\nExamples:\n  imr-letters ${command} `),
      );
      assert.equal(help.code, 0);
    }
    assert.match(stdout, /^ {2}lsp --stdio/m);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 100, line);
  });

  test('mistakes give a sentence on the standard error and 2', async () => {
    const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^Usage: imr-letters COMMAND\n/],
      [
        ['exprot'],
        /^imr-letters: There is no command “exprot”; the commands are export, check, outline, annotations, lsp\. Try imr-letters --help\.\n$/,
      ],
      [['constructor'], /^imr-letters: There is no command “constructor”/],
      [['export'], /^imr-letters: Name a file or a folder, or - for the standard input\./],
      [
        ['export', '--format', 'xml', '.'],
        /^imr-letters: --format is one of json, jsonl, csv, parquet, markdown, html, fhir, not “xml”\./,
      ],
      [
        ['check', '--fail-on', 'hint', '.'],
        /^imr-letters: --fail-on is one of error, warning, information, not “hint”\./,
      ],
      [
        ['check', '--off', 'missing.all', '.'],
        /^imr-letters: There is no check “missing\.all”; the checks are missing\./,
      ],
      [['check', '--bogus', '.'], /^imr-letters: Unknown option '--bogus'\. Try imr-letters --help\.\n$/],
      [['export', '--jobs', '0', '.'], /^imr-letters: --jobs is a number from 1 to 99, not “0”\./],
      [['export', '--resume', '.'], /^imr-letters: --resume needs --out FILE or FOLDER\./],
      [
        ['export', '--table', 'issues', '.'],
        /^imr-letters: --table issues is of csv and parquet; json has but one table\./,
      ],
      [['export', '--out'], /^imr-letters: Option '--out <value>' argument missing\. Try/],
    ];
    for (const [args, said] of mistakes) {
      const { code, stdout, stderr } = await imrLetters(cwd, args);
      assert.match(stderr, said);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' }, args.join(' '));
    }
  });

  test('a reader that closes early, such as head, is no failure', async () => {
    const folder = path.join(cwd, 'many');
    mkdirSync(folder);
    for (let i = 0; i < 60; i++) writeFileSync(path.join(folder, `${i}.imr`), textOf(LETTER_2015));
    const [program, main] = COMMAND;
    const child = spawn(program, [main, 'export', 'many'], { cwd });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  });
});
