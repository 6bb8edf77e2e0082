import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { baseOf } from '../../../server/src/annotations/hash.ts';
import { DEFAULT_LABELS, indexLabels } from '../../../server/src/annotations/labels/labels.ts';
import { machineLayer } from '../../../server/src/annotations/machine.ts';
import type { Annotation } from '../../../server/src/annotations/model.ts';
import { eventLine } from '../../../server/src/annotations/store/event.ts';
import { readStore } from '../../../server/src/annotations/store/layer.ts';
import { basePath, storePath } from '../../../server/src/annotations/store/paths.ts';
import { type Case, toCase } from '../../../server/src/case/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { imrLetters, workFolder } from './run.ts';

const NAME = readdirSync(path.join(workFolder(), 'samples')).find((name) => name.endsWith('.imr.txt')) ?? assert.fail();
const LETTER = `letters/2015/${NAME}`;
const AT = '2026-02-03T04:05:06.000Z';

/** A folder with a letter, as `letters/2015/…`, whose values two people have judged: jo differs in the decision, and lacks one. */
const annotatedFolder = () => {
  const cwd = workFolder();
  const text = readFileSync(path.join(cwd, 'samples', NAME), 'utf8');
  mkdirSync(path.join(cwd, 'letters/2015'), { recursive: true });
  cpSync(path.join(cwd, 'samples', NAME), path.join(cwd, LETTER));
  const base = baseOf(text);
  const records = parse(text).map((placed) => toCase(placed, null));
  const { annotations } = machineLayer(text, base, records, indexLabels(DEFAULT_LABELS), '1');
  const write = (author: string, own: readonly Annotation[]): void => {
    const lines = own.map(({ id, origin, label, passage, value, sic, note, state }, i) =>
      eventLine({
        op: 'add',
        id,
        origin,
        content: { label, passage, value, state, sic, note },
        n: i + 1,
        at: AT,
        by: author,
      }),
    );
    const file = path.join(cwd, storePath(LETTER, author));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, lines.join(''));
  };
  const isDecision = ({ origin }: Annotation): boolean =>
    origin.kind === 'rule' && origin.rule === '/issues/0/decision';
  write(
    'ma',
    annotations.map((one) => ({ ...one, state: 'confirmed' as const })),
  );
  write(
    'jo',
    annotations
      .slice(0, -1)
      .map((one) =>
        isDecision(one)
          ? { ...one, state: 'corrected' as const, value: 'modified' }
          : { ...one, state: 'confirmed' as const },
      ),
  );
  const baseFile = path.join(cwd, basePath(base.hash));
  mkdirSync(path.dirname(baseFile), { recursive: true });
  writeFileSync(baseFile, base.units.text);
  return { cwd, text, annotations };
};

const storeOf = (cwd: string, author: string, letter = LETTER) => {
  const file = path.join(cwd, storePath(letter, author));
  return readStore(file, readFileSync(file, 'utf8'), author).value.layer.annotations;
};

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

  test('import: of others, with their own names, into any annotator’s or the gold layer; a dry run writes nothing', async () => {
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

  test('import: patterns too; a letter outside the folder is none', async () => {
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

  test('import: another content under the same id is changed with --force only', async () => {
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

  test('import: places in a text that is older than the letter are followed', async () => {
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
