import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Case, toCase, wholeText } from '../../../server/src/case/index.ts';
import { CASE_WRITERS } from '../../../server/src/case/writers.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { LETTER_2015, textOf } from '../checks/letters.ts';
import { imrLetters, SAMPLES, workFolder } from './run.ts';

const casesToJson = (records: readonly Case[]): string => wholeText(CASE_WRITERS.json[0], records);

const LETTER = textOf(LETTER_2015, 'spaced');
const NAMES = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.imr.txt'))
  .sort();

const recordsOf = (folder: string, names: readonly string[]): readonly Case[] =>
  names.flatMap((name) => {
    const file = path.join(folder, name);
    return parse(readFileSync(file, 'utf8')).map((placed) => toCase(placed, pathToFileURL(file).href));
  });

const linesOf = (text: string): Case[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('imr-letters export', { concurrency: 2 }, () => {
  const cwd = workFolder();
  const samples = path.join(cwd, 'samples');

  test('a letter: its record, as the editor writes it', async () => {
    const { code, stdout, stderr } = await imrLetters(cwd, ['export', 'samples/credentials-2015.imr.txt']);
    assert.equal(stdout, casesToJson(recordsOf(samples, ['credentials-2015.imr.txt'])));
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  });

  test('a folder: an array, in the order of the names', async () => {
    const { code, stdout } = await imrLetters(cwd, ['export', 'samples']);
    assert.equal(stdout, casesToJson(recordsOf(samples, NAMES)));
    assert.equal(code, 0);
  });

  test('jsonl: one record a line; a path named twice counts once', async () => {
    const twice = ['samples/two-letters.imr.txt', 'samples', path.join(cwd, 'samples')];
    const { stdout } = await imrLetters(cwd, ['export', '--format', 'jsonl', ...twice]);
    const order = ['two-letters.imr.txt', ...NAMES.filter((name) => name !== 'two-letters.imr.txt')];
    assert.deepEqual(linesOf(stdout), JSON.parse(JSON.stringify(recordsOf(samples, order))));
  });

  test('a folder is searched for letters, and what is hidden or no letter is left out', async () => {
    const folder = path.join(cwd, 'search');
    for (const name of ['b', 'a/deep', '.hidden', 'node_modules/x'])
      mkdirSync(path.join(folder, name), { recursive: true });
    const files = {
      'z.txt': LETTER,
      'a/deep/letter.imr': LETTER,
      'b/LETTER.IMR.TXT': 'a letter by its name only',
      'notes.txt': 'Call the miller.',
      'letter.md': LETTER,
      '.hidden/letter.txt': LETTER,
      'node_modules/x/letter.txt': LETTER,
      'picture.txt': '\u0000\u0001',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    symlinkSync(folder, path.join(folder, 'b/circle'));
    symlinkSync(path.join(folder, 'z.txt'), path.join(folder, 'link.txt'));
    const { code, stdout, stderr } = await imrLetters(cwd, ['export', '--format', 'jsonl', 'search']);
    const uris = linesOf(stdout).map(({ source }) => source.uri);
    const expected = ['a/deep/letter.imr', 'b/LETTER.IMR.TXT', 'link.txt', 'z.txt'];
    assert.deepEqual(
      uris,
      expected.map((name) => pathToFileURL(path.join(folder, name)).href),
    );
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  });

  test('the standard input has no URI', async () => {
    const { code, stdout } = await imrLetters(cwd, ['export', '-'], LETTER);
    assert.equal(JSON.parse(stdout).source.uri, null);
    assert.equal(JSON.parse(stdout).issues.length, 2);
    assert.equal(code, 0);
  });

  test('what cannot be read is said, the rest is exported, the exit code is 2', async () => {
    writeFileSync(path.join(cwd, 'scan.pdf'), '%PDF-1.4\n');
    writeFileSync(path.join(cwd, 'binary.imr'), Uint8Array.of(1, 0, 2));
    const paths = ['nowhere.txt', 'scan.pdf', 'binary.imr', 'samples/credentials-2015.imr.txt'];
    const { code, stdout, stderr } = await imrLetters(cwd, ['export', ...paths]);
    assert.equal(JSON.parse(stdout).caseNumber, 'CM15-0181204');
    assert.deepEqual(stderr.split('\n'), [
      'imr-letters: cannot read nowhere.txt: there is no such file or folder.',
      'imr-letters: cannot read scan.pdf: it is a PDF; extract its text first, for example with pdftotext.',
      'imr-letters: cannot read binary.imr: it is not a text file.',
      '',
    ]);
    assert.equal(code, 2);
  });

  test('other encodings: a byte order mark is no text, windows-1252 is said', async () => {
    const dash = LETTER.replace('Gym membership', 'Gym\u2013membership');
    const files = {
      'bom.imr': Buffer.from(`\ufeff${LETTER}`),
      'latin.imr': Buffer.from(dash.replace('\u2013', '\u0096'), 'latin1'),
      'utf16.imr': Buffer.from(`\ufeff${dash}`, 'utf16le'),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(cwd, name), bytes);
    const { stdout, stderr } = await imrLetters(cwd, ['export', ...Object.keys(files)]);
    const [bom, latin, utf16] = JSON.parse(stdout);
    assert.deepEqual(bom.spans, toCase(parse(LETTER)[0] ?? assert.fail(), null).spans);
    assert.equal(latin.issues[1].item, 'Gym\u2013membership for a year');
    assert.deepEqual(utf16.issues, latin.issues);
    assert.equal(stderr, 'imr-letters: latin.imr is not UTF-8; it was read as windows-1252.\n');
  });

  test('a text that is no letter gives a record of nulls', async () => {
    const { code, stdout } = await imrLetters(cwd, ['export', '-'], 'It was late in the year.');
    const record = JSON.parse(stdout);
    assert.deepEqual([record.format, record.determination, record.issues], ['unknown', null, []]);
    assert.equal(code, 0);
  });

  test('a folder without letters gives no record and says so', async () => {
    mkdirSync(path.join(cwd, 'empty'));
    const { code, stdout, stderr } = await imrLetters(cwd, ['export', 'empty']);
    assert.deepEqual(
      { code, stdout, stderr },
      { code: 0, stdout: '[]\n', stderr: 'imr-letters: no letter was found.\n' },
    );
  });

  test('--out writes a file once, replaces it only with --force, and leaves nothing beside it', async () => {
    const folder = path.join(cwd, 'out');
    mkdirSync(folder);
    const args = ['export', '--format', 'jsonl', '--out', 'out/cases.jsonl', 'samples/two-letters.imr.txt'];
    const first = await imrLetters(cwd, args);
    const written = readFileSync(path.join(folder, 'cases.jsonl'), 'utf8');
    assert.deepEqual(first, { code: 0, stdout: '', stderr: '' });
    assert.equal(linesOf(written).length, 2);

    writeFileSync(path.join(folder, 'cases.jsonl'), 'mine');
    const second = await imrLetters(cwd, args);
    assert.equal(
      second.stderr,
      'imr-letters: cannot write out/cases.jsonl: it exists already; add --force to replace it.\n',
    );
    assert.equal(second.code, 2);
    assert.equal(readFileSync(path.join(folder, 'cases.jsonl'), 'utf8'), 'mine');

    assert.equal((await imrLetters(cwd, [...args, '--force'])).code, 0);
    assert.equal(readFileSync(path.join(folder, 'cases.jsonl'), 'utf8'), written);
    assert.deepEqual(readdirSync(folder), ['cases.jsonl']);
  });

  test('--out where nothing can be written is said', async () => {
    mkdirSync(path.join(cwd, 'folder/cases.json'), { recursive: true });
    const letter = 'samples/credentials-2015.imr.txt';
    const toFolder = await imrLetters(cwd, ['export', '--force', '--out', 'folder', letter]);
    const file = path.join('folder', 'cases.json');
    assert.deepEqual(toFolder, { code: 2, stdout: '', stderr: `imr-letters: cannot write ${file}: it is a folder.\n` });
    const toNowhere = await imrLetters(cwd, ['export', '--out', 'no/where.json', letter]);
    assert.equal(toNowhere.stderr, 'imr-letters: cannot write no/where.json: there is no such file or folder.\n');
  });

  test('--out a folder holds all files of the format, made where it is missing', async () => {
    const args = ['export', '--format', 'csv', '--out', 'new/tables', 'samples'];
    assert.deepEqual(await imrLetters(cwd, args), { code: 0, stdout: '', stderr: '' });
    const folder = path.join(cwd, 'new/tables');
    assert.deepEqual(readdirSync(folder), ['cases.csv', 'citations.csv', 'issues.csv']);
    const records = recordsOf(samples, NAMES);
    for (const file of CASE_WRITERS.csv) {
      assert.equal(readFileSync(path.join(folder, `${file.name}.csv`), 'utf8'), wholeText(file, records));
    }
    const again = await imrLetters(cwd, args);
    assert.match(again.stderr, /cannot write new.tables.cases\.csv: it exists already; add --force to replace it\./);
  });

  test('a file and the standard output hold one table, --table says which, --bom marks it for Excel', async () => {
    const [cases, issues] = CASE_WRITERS.csv;
    const records = recordsOf(samples, NAMES);
    assert.ok(issues);
    const { stdout } = await imrLetters(cwd, ['export', '--format', 'csv', 'samples']);
    assert.equal(stdout, wholeText(cases, records));
    const args = ['export', '--format', 'csv', '--table', 'issues', '--bom', '--out', 'my.csv', 'samples'];
    assert.equal((await imrLetters(cwd, args)).code, 0);
    assert.equal(readFileSync(path.join(cwd, 'my.csv'), 'utf8'), wholeText(issues, records, { bom: true }));
  });

  test('pages: one for each letter, placed as its document is; the same again is no change', async () => {
    const folder = path.join(cwd, 'pages');
    const args = ['export', '--format', 'html', '--out', 'pages', 'samples'];
    assert.deepEqual(await imrLetters(cwd, args), { code: 0, stdout: '', stderr: '' });
    const names = readdirSync(path.join(folder, 'samples'));
    assert.ok(names.includes('two-letters-letter-1.html') && names.includes('two-letters-letter-2.html'));
    assert.equal(names.length, NAMES.length + 1);
    const [second] = recordsOf(samples, ['two-letters.imr.txt']).slice(1);
    assert.ok(second);
    const page = path.join(folder, 'samples/two-letters-letter-2.html');
    assert.equal(readFileSync(page, 'utf8'), wholeText(CASE_WRITERS.html[0], [second]));
    assert.deepEqual(await imrLetters(cwd, args), { code: 0, stdout: '', stderr: '' });

    writeFileSync(page, 'mine');
    rmSync(path.join(folder, 'samples/credentials-2015.html'));
    const again = await imrLetters(cwd, args);
    const name = path.join('pages', 'samples', 'two-letters-letter-2.html');
    assert.equal(again.stderr, `imr-letters: cannot write ${name}: it exists already; add --force to replace it.\n`);
    assert.equal(again.code, 2);
    assert.equal(readFileSync(page, 'utf8'), 'mine');
    assert.ok(existsSync(path.join(folder, 'samples/credentials-2015.html')), 'the rest is done');
  });

  test('pages from elsewhere lie side by side, and no name is taken twice', async () => {
    const elsewhere = workFolder();
    mkdirSync(path.join(elsewhere, 'other'));
    writeFileSync(path.join(elsewhere, 'other/credentials-2015.txt'), LETTER);
    const paths = [path.join(elsewhere, 'samples/credentials-2015.imr.txt'), path.join(elsewhere, 'other')];
    assert.equal((await imrLetters(cwd, ['export', '--format', 'markdown', '--out', 'side/', ...paths])).code, 0);
    assert.deepEqual(readdirSync(path.join(cwd, 'side')), ['credentials-2015-2.md', 'credentials-2015.md']);
  });

  test('a pattern that the shell leaves alone gives the files that match', async () => {
    const files = async (pattern: string): Promise<unknown> => {
      const { stdout } = await imrLetters(cwd, ['export', '--format', 'jsonl', pattern]);
      return [...new Set(linesOf(stdout).map(({ source }) => path.basename(source.uri ?? '')))];
    };
    assert.deepEqual(
      await files('samples/credentials-*.imr.txt'),
      NAMES.filter((name) => name.startsWith('credentials-')),
    );
    assert.deepEqual(await files('**/two-*.imr.txt'), ['two-letters.imr.txt']);
    const { code, stderr } = await imrLetters(cwd, ['export', 'samples/*.pdf']);
    assert.deepEqual(
      [code, stderr],
      [2, 'imr-letters: cannot read samples/*.pdf: no file matches it.\nimr-letters: no letter was found.\n'],
    );
  });
});

// Root may read everything, so that this would say nothing there.
if (process.getuid?.() !== 0 && process.platform !== 'win32') {
  test('a file and a folder without permission are said', async () => {
    const cwd = workFolder();
    const file = path.join(cwd, 'samples', NAMES[0] ?? '');
    const folder = path.join(cwd, 'samples', 'locked');
    mkdirSync(folder);
    chmodSync(file, 0);
    chmodSync(folder, 0);
    const { code, stderr } = await imrLetters(cwd, ['export', 'samples']);
    chmodSync(folder, 0o700);
    assert.ok(existsSync(folder));
    assert.match(stderr, new RegExp(`cannot read samples.${NAMES[0]}: permission is denied\\.`));
    assert.match(stderr, /cannot read samples.locked: permission is denied\./);
    assert.equal(code, 2);
  });
}
