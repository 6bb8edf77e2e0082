import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { storePath } from '../../../server/src/annotations/store/paths.ts';
import { annotatedFolder, LETTER, NAME, storeOf } from './annotated-folder.ts';
import { imrLetters } from './run.ts';

describe('imr-letters annotations import', { concurrency: 2 }, () => {
  test('of others, with their own names, into any annotator’s or the gold layer; a dry run writes nothing', async () => {
    const { cwd, text } = annotatedFolder();
    const start = text.indexOf('Final');
    const ann = `T1\tdecision ${start} ${start + 5}\tFinal\nT2\tdecision 0 3\tno such\nR1\tx Arg1:T1 Arg2:T1\n`;
    mkdirSync(path.join(cwd, 'brat/2015'), { recursive: true });
    writeFileSync(path.join(cwd, 'brat/2015', NAME.replace(/\.txt$/, '.ann')), ann);
    const importing = (...more: readonly string[]) =>
      imrLetters(cwd, ['annotations', 'import', '--letters', 'letters', ...more, 'brat']);
    const nobody = await importing();
    assert.equal(nobody.code, 1);
    assert.match(nobody.stderr, /1 of its annotations do not say who made them.*add --annotator ID\./);
    const dry = await importing('--annotator', 'zoe', '--dry-run');
    assert.match(dry.stderr, /1 would be added\./);
    assert.ok(!existsSync(path.join(cwd, storePath(LETTER, 'zoe'))));
    const { code, stderr } = await importing('--annotator', 'zoe');
    assert.equal(code, 1, 'what was left out is told');
    assert.match(stderr, /\.ann:2: T2 does not fit the text: other words stand at its places\. It was left out\./);
    assert.match(stderr, /\.ann:3: Relations between annotations have no place here; this line was left out\./);
    assert.deepEqual(
      storeOf(cwd, 'zoe').map(({ label, author, passage }) => [label, author, ...passage.quotes]),
      [['decision', 'zoe', 'Final']],
    );
    assert.equal(readFileSync(path.join(cwd, LETTER), 'utf8'), text, 'the letter is not touched');
    await importing('--annotator', 'zoe', '--layer', 'gold');
    assert.equal(storeOf(cwd, 'gold').length, 1);
  });

  test('patterns too; a letter outside the folder is none', async () => {
    const { cwd, text } = annotatedFolder();
    mkdirSync(path.join(cwd, 'brat/2015'), { recursive: true });
    writeFileSync(path.join(cwd, 'brat/2015', NAME.replace(/\.txt$/, '.ann')), `T1\tdrug 0 1\t${text.charAt(0)}\n`);
    const args = ['annotations', 'import', '--annotator', 'zoe', '--letters', 'letters'];
    const { stderr } = await imrLetters(cwd, [...args, 'brat/**/*.ann']);
    assert.match(stderr, /annotations: 1 added\./);
    assert.equal(storeOf(cwd, 'zoe').length, 1);
    const item = {
      body: 'drug',
      target: { source: `../samples/${NAME}`, selector: { type: 'TextPositionSelector', start: 0, end: 9 } },
    };
    writeFileSync(path.join(cwd, 'out.jsonld'), JSON.stringify(item));
    const outside = await imrLetters(cwd, [...args, 'out.jsonld']);
    assert.equal(outside.code, 1);
    assert.match(outside.stderr, /out\.jsonld: Annotation 1 was left out: there is no letter \.\.\/samples\//);
  });

  test('another content under the same id is changed with --force only', async () => {
    const { cwd } = annotatedFolder();
    await imrLetters(cwd, [
      'annotations',
      'export',
      '--format',
      'doccano',
      '--annotator',
      'ma',
      '--out',
      'ma.jsonl',
      'letters',
    ]);
    const file = path.join(cwd, 'ma.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"state":"confirmed"', '"state":"flagged"'));
    const kept = await imrLetters(cwd, ['annotations', 'import', 'ma.jsonl']);
    assert.equal(kept.code, 1);
    assert.match(kept.stderr, /there already with other content \(--force changes them\)/);
    assert.ok(storeOf(cwd, 'ma').every(({ state }) => state === 'confirmed'));
    const forced = await imrLetters(cwd, ['annotations', 'import', '--force', 'ma.jsonl']);
    assert.equal(forced.code, 0, forced.stderr);
    assert.ok(storeOf(cwd, 'ma').every(({ state }) => state === 'flagged'));
  });

  test('places in a text that is older than the letter are followed', async () => {
    const { cwd, text } = annotatedFolder();
    await imrLetters(cwd, [
      'annotations',
      'export',
      '--format',
      'brat',
      '--annotator',
      'ma',
      '--out',
      'out',
      'letters',
    ]);
    rmSync(path.join(cwd, '.imr'), { recursive: true });
    writeFileSync(path.join(cwd, LETTER), `A line that came first.\n${text}`);
    const { code, stderr } = await imrLetters(cwd, ['annotations', 'import', 'out']);
    assert.equal(code, 0, stderr);
    const { stdout } = await imrLetters(cwd, ['annotations', 'export', '--format', 'doccano', 'letters']);
    const { label, text: now } = JSON.parse(stdout);
    for (const { passage } of storeOf(cwd, 'ma')) {
      const [quote] = passage.quotes;
      assert.ok(label.some(([start, end]: readonly number[]) => [...now].slice(start, end).join('') === quote));
    }
  });
});
