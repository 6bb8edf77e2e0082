import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { storePath } from '../../../server/src/annotations/store/paths.ts';
import type { Case } from '../../../server/src/case/index.ts';
import { AT, annotatedFolder, LETTER, storeOf } from './annotated-folder.ts';
import { imrLetters } from './run.ts';

describe('imr-letters annotations', { concurrency: 2 }, () => {
  for (const format of ['brat', 'w3c', 'doccano', 'prodigy']) {
    test(`${format}: what is exported is imported as the same annotations, once`, async () => {
      const { cwd } = annotatedFolder();
      const before = ['jo', 'ma'].map((author) => storeOf(cwd, author));
      const out = format === 'brat' || format === 'w3c' ? 'out/' : 'out.jsonl';
      const exported = await imrLetters(cwd, ['annotations', 'export', '--format', format, '--out', out, 'letters']);
      assert.equal(exported.code, 0, exported.stderr);
      assert.match(exported.stderr, /^imr-letters: \d+ annotations of 1 letter\.\n$/);
      rmSync(path.join(cwd, '.imr'), { recursive: true });
      const imported = await imrLetters(cwd, ['annotations', 'import', out]);
      assert.equal(imported.code, 0, imported.stderr);
      assert.deepEqual(
        ['jo', 'ma'].map((author) => storeOf(cwd, author)),
        before,
      );
      assert.match(imported.stderr, / \.imr\/\.gitattributes was written, /);
      assert.ok(existsSync(path.join(cwd, '.imr/.gitattributes')));
      const bytes = readFileSync(path.join(cwd, storePath(LETTER, 'ma')));
      const again = await imrLetters(cwd, ['annotations', 'import', out]);
      assert.match(again.stderr, /annotations: 0 added, \d+ there already\./);
      assert.deepEqual(readFileSync(path.join(cwd, storePath(LETTER, 'ma'))), bytes);
    });
  }

  test('brat: text and annotation.conf stand beside; nothing is overwritten unasked', async () => {
    const { cwd, text } = annotatedFolder();
    const args = ['annotations', 'export', '--format', 'brat', '--out', 'out', 'letters'];
    assert.equal((await imrLetters(cwd, args)).code, 0);
    const bare = path.join(cwd, 'out', LETTER.replace(/\.txt$/, ''));
    assert.equal(readFileSync(`${bare}.txt`, 'utf8'), text);
    assert.match(readFileSync(path.join(cwd, 'out/annotation.conf'), 'utf8'), /^\[entities\]\n!case\n\tcase-number\n/);
    writeFileSync(`${bare}.ann`, 'mine');
    const { code, stderr } = await imrLetters(cwd, args);
    assert.equal(code, 2);
    assert.match(stderr, /cannot write .*\.ann: it exists already; add --force to replace it\./);
    assert.equal(readFileSync(`${bare}.ann`, 'utf8'), 'mine');
    assert.equal((await imrLetters(cwd, [...args, '--force'])).code, 0);
    assert.notEqual(readFileSync(`${bare}.ann`, 'utf8'), 'mine');
  });

  test('the parser’s layer goes out as suggestions, without what people touched, and is no one’s when it comes in', async () => {
    const { cwd, annotations } = annotatedFolder();
    const lines = async (...more: readonly string[]): Promise<number> => {
      const { stdout } = await imrLetters(cwd, ['annotations', 'export', '--format', 'doccano', ...more, 'letters']);
      return stdout === '' ? 0 : JSON.parse(stdout).imr.annotations.length;
    };
    assert.equal(await lines('--layer', 'machine'), annotations.length);
    assert.equal(await lines('--layer', 'machine', '--layer', 'people', '--annotator', 'jo'), annotations.length);
    assert.equal(await lines('--layer', 'gold'), 0);
    const file = path.join(cwd, 'machine.jsonl');
    const { stdout } = await imrLetters(cwd, [
      'annotations',
      'export',
      '--format',
      'prodigy',
      '--layer',
      'machine',
      'letters',
    ]);
    writeFileSync(file, stdout);
    const { stderr } = await imrLetters(cwd, ['annotations', 'import', '--annotator', 'zoe', file]);
    assert.match(stderr, /annotations: 0 added\./);
  });

  test('a letter that was renamed is told, and its annotations are left where they are', async () => {
    const { cwd } = annotatedFolder();
    renameSync(path.join(cwd, LETTER), path.join(cwd, 'letters/2015/renamed.imr.txt'));
    const { code, stderr } = await imrLetters(cwd, ['annotations', 'agree', 'letters']);
    assert.equal(code, 1);
    assert.match(stderr, /letters.2015.*: There is no such letter any more; its annotations are left out\./);
    assert.ok(existsSync(path.join(cwd, storePath(LETTER, 'ma'))));
  });

  test('agree: a table, by label, as a list and as JSON', async () => {
    const { cwd, annotations } = annotatedFolder();
    const agree = (...more: readonly string[]) => imrLetters(cwd, ['annotations', 'agree', ...more, 'letters']);
    const { code, stdout, stderr } = await agree();
    assert.deepEqual([code, stderr], [0, '']);
    const [head = '', row = ''] = stdout.split('\n');
    assert.match(head, /letters +marks +F1 exact +F1 overlapping +values +agree +kappa$/);
    assert.ok(row.startsWith('jo and ma'));
    assert.ok(row.includes(`${annotations.length - 1}/${annotations.length}`));
    assert.match((await agree('--by', 'label')).stdout, /^ {2}decision .*/m);
    assert.match((await agree('--by', 'letter')).stdout, /^ {2}letters.2015.*/m);
    const listed = (await agree('--list')).stdout.trimEnd().split('\n');
    assert.equal(listed.length, 2);
    assert.ok(listed.some((line) => /:\d+:\d+: value: jo says decision modified, ma says decision \w+$/.test(line)));
    assert.ok(listed.some((line) => /:\d+:\d+: missing: jo says nothing, ma says /.test(line)));
    const { pairs, disagreements } = JSON.parse((await agree('--format', 'json')).stdout);
    assert.deepEqual([pairs[0].first, pairs[0].second, disagreements.length], ['jo', 'ma', 2]);
    const parser = JSON.parse((await agree('--format', 'json', '--annotator', 'ma', '--annotator', 'machine')).stdout);
    assert.equal(parser.pairs[0].all.spans.exactF1, 1);
    assert.match((await agree('--annotator', 'ma')).stderr, /Only ma has annotated these letters/);
  });

  test('a damaged store is told by file and line, and the rest is used', async () => {
    const { cwd, annotations } = annotatedFolder();
    const store = path.join(cwd, storePath(LETTER, 'ma'));
    writeFileSync(store, `${readFileSync(store, 'utf8')}{"v":1,"n":\n`);
    const { code, stderr } = await imrLetters(cwd, [
      'annotations',
      'export',
      '--format',
      'doccano',
      '--annotator',
      'ma',
      'letters',
    ]);
    assert.equal(code, 1);
    assert.ok(
      stderr.includes(
        `${store}:${annotations.length + 1}: This line cannot be read, it is no JSON. The others are used.`,
      ),
    );
    assert.ok(stderr.includes(`${annotations.length} annotations of 1 letter.`));
  });

  test('export of records says which values were confirmed, and by whom', async () => {
    const { cwd } = annotatedFolder();
    const { code, stdout } = await imrLetters(cwd, ['export', 'letters']);
    assert.equal(code, 0);
    const record = JSON.parse(stdout) as Case;
    const said = record.confirmations?.filter(({ pointer }) => pointer === '/issues/0/decision');
    assert.deepEqual(
      said?.map(({ by, state, value }) => [by, state, value]),
      [
        ['jo', 'corrected', 'modified'],
        ['ma', 'confirmed', record.issues[0]?.decision],
      ],
    );
    assert.equal(said?.[0]?.at, AT);
  });

  test('mistakes on the command line', async () => {
    const { cwd } = annotatedFolder();
    const says = async (args: readonly string[], sentence: RegExp): Promise<void> => {
      const { code, stderr } = await imrLetters(cwd, ['annotations', ...args]);
      assert.equal(code, 2);
      assert.match(stderr, sentence);
    };
    await says([], /annotations needs one of export, import, agree/);
    await says(['compare'], /There is no “annotations compare”; it is one of export, import, agree/);
    await says(['export', 'letters'], /Say which --format: brat, w3c, doccano, prodigy, bio/);
    await says(['export', '--format', 'brat', 'letters'], /brat has files for each letter; add --out FOLDER/);
    await says(['export', '--format', 'doccano', '-'], /Annotations are kept beside files/);
    await says(['import', '--annotator', 'A B', 'x.ann'], /--annotator is a short name/);
    await says(['import', 'nowhere.ann'], /cannot read nowhere\.ann: there is no such file or folder/);
    await says(['agree', '--by', 'day', 'letters'], /--by is one of label, letter/);
    for (const part of ['export', 'import', 'agree']) {
      const { code, stdout } = await imrLetters(cwd, ['annotations', part, '--help']);
      assert.equal(code, 0);
      assert.match(stdout, /Examples:\n {2}imr-letters annotations/);
    }
  });
});
