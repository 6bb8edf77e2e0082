import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Range } from 'vscode-languageserver/node';
import {
  type AgreeResult,
  ANNOTATION_REQUESTS,
  ANNOTATIONS_NOTIFICATION,
  type AnnotationChange,
  type AnnotationsResult,
  CASE_REQUEST,
  type CaseResult,
  type ChangeResult,
  type CompareResult,
  type LettersResult,
} from '../../server/src/protocol.ts';
import { type Editor, LIKE_VSCODE, withEditor } from './editor.ts';

const LETTER = `CLINICAL CASE SUMMARY
The injured worker asks for Naproxen 550mg after a fall.
`;

const root = mkdtempSync(join(tmpdir(), 'imr annotations '));
after(() => rmSync(root, { recursive: true, force: true }));
let count = 0;

const workspace = () => {
  const folder = join(root, String(++count));
  mkdirSync(join(folder, 'letters'), { recursive: true });
  writeFileSync(join(folder, 'letters', 'a.imr.txt'), LETTER);
  const uri = pathToFileURL(join(folder, 'letters', 'a.imr.txt')).href;
  const kept = join(folder, '.imr', 'annotations', 'letters', 'a.imr.txt');
  const initialize = { workspaceFolders: [{ name: 'w', uri: pathToFileURL(folder).href }] };
  return { folder, uri, kept, initialize };
};

const rangeOf = (text: string, words: string): Range => {
  const at = text.indexOf(words);
  assert.ok(at >= 0, words);
  const before = text.slice(0, at).split('\n');
  const [line, character] = [before.length - 1, before.at(-1)?.length ?? 0];
  return { start: { line, character }, end: { line, character: character + words.length } };
};

const list = async (editor: Editor, uri: string, author: string | null = 'ma'): Promise<AnnotationsResult> => {
  const result = await editor.request<AnnotationsResult | null>(ANNOTATION_REQUESTS.list, { uri, author });
  return result ?? assert.fail('the document is open');
};

const change = (editor: Editor, uri: string, version: number, ...changes: AnnotationChange[]) =>
  editor.request<ChangeResult>(ANNOTATION_REQUESTS.change, { uri, version, author: 'ma', changes });

describe('annotations over the protocol', () => {
  const place = workspace();
  test(
    'one is made, stands where its words are after edits, and is an orphan only while they are gone',
    withEditor({ initialize: place.initialize }, async (editor) => {
      const uri = editor.open(LETTER, place.uri);
      const { version, annotations, labels, groups, kept } = await list(editor, uri);
      assert.deepEqual([annotations.filter(({ author }) => author !== 'machine'), kept], [[], 'folder']);
      assert.ok(labels.some(({ id }) => id === 'drug') && groups.length <= 6);
      const made = await change(editor, uri, version, {
        op: 'add',
        label: 'drug',
        ranges: [rangeOf(LETTER, 'Naproxen 550mg')],
      });
      assert.equal(made.failed, null);
      await editor.waitFor(ANNOTATIONS_NOTIFICATION, () => true);
      const mine = async () => {
        const result = await list(editor, uri);
        return result.annotations.filter(({ author }) => author === 'ma');
      };
      assert.deepEqual(
        (await mine()).map(({ id, words, title, state, mine, section }) => [id, words, title, state, mine, section]),
        [[made.ids[0], 'Naproxen 550mg', 'Drug', 'confirmed', true, 'Clinical case summary']],
      );
      let at = version;
      const become = (text: string) => editor.change(uri, ++at, { text });
      for (const text of [`A line.\n${LETTER}`, LETTER.replace('for', 'for 30 of'), LETTER]) {
        become(text);
        assert.deepEqual((await mine())[0]?.ranges, [rangeOf(text, 'Naproxen 550mg')]);
      }
      become(LETTER.replace('Naproxen 550mg', ''));
      assert.deepEqual((await mine())[0]?.ranges, []);
      become(LETTER);
      assert.equal((await mine())[0]?.ranges.length, 1);
      assert.deepEqual(readdirSync(place.kept), ['ma.jsonl']);
    }),
  );

  const other = workspace();
  test(
    'what is asked of another version is refused, and a change is taken back',
    withEditor({ initialize: other.initialize }, async (editor) => {
      const uri = editor.open(LETTER, other.uri);
      const { version } = await list(editor, uri);
      const add: AnnotationChange = { op: 'add', label: 'drug', ranges: [rangeOf(LETTER, 'Naproxen')] };
      const late = await change(editor, uri, version + 5, add);
      assert.match(late.failed ?? '', /changed meanwhile/);
      const blank = await change(editor, uri, version, { ...add, ranges: [rangeOf(LETTER, ' ')] });
      assert.match(blank.failed ?? '', /nothing but blanks/);
      await change(editor, uri, version, add);
      assert.equal((await list(editor, uri)).undoable, true);
      const undone = await editor.request<ChangeResult>(ANNOTATION_REQUESTS.undo, { uri, author: 'ma' });
      assert.equal(undone.failed, null);
      const after = await list(editor, uri);
      assert.deepEqual([after.annotations.filter(({ author }) => author === 'ma'), after.undoable], [[], false]);
      assert.equal(readFileSync(join(other.kept, 'ma.jsonl'), 'utf8').trim().split('\n').length, 2);
    }),
  );

  const shared = workspace();
  test(
    'files that others write are read when the client tells of them; a damaged line is told and left',
    withEditor({ initialize: shared.initialize, capabilities: LIKE_VSCODE }, async (editor) => {
      const uri = editor.open(LETTER, shared.uri);
      const { version } = await list(editor, uri);
      await change(editor, uri, version, { op: 'add', label: 'drug', ranges: [rangeOf(LETTER, 'Naproxen')] });
      const lines = readFileSync(join(shared.kept, 'ma.jsonl'), 'utf8');
      writeFileSync(join(shared.kept, 'bo.jsonl'), `${lines.replaceAll('"by":"ma"', '"by":"bo"')}{ torn\n`);
      const changed = pathToFileURL(join(shared.kept, 'bo.jsonl')).href;
      editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: changed, type: 1 }] });
      const { annotations, problems } = await list(editor, uri);
      assert.deepEqual(
        annotations.filter(({ author }) => author !== 'machine').map(({ author, mine }) => [author, mine]),
        [
          ['bo', false],
          ['ma', true],
        ],
      );
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', /bo\.jsonl:2: /);
    }),
  );

  const confirmed = workspace();
  const DECIDED = `${LETTER}
IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items set forth below:
1. The request for Naproxen 550mg is: Upheld
`;
  test(
    'a value that somebody confirmed is named in the record, and the letter among those of the folder',
    withEditor({ initialize: confirmed.initialize }, async (editor) => {
      mkdirSync(join(confirmed.folder, '.imr'), { recursive: true });
      const labels = [
        { id: 'decision', title: 'Outcome', group: 'g', values: ['upheld'], fields: ['/issues/*/decision'] },
      ];
      const file = { version: 1, groups: [{ id: 'g', title: 'G' }], labels: [...labels, { id: 'bad', group: 'none' }] };
      writeFileSync(join(confirmed.folder, '.imr', 'labels.json'), JSON.stringify(file));
      writeFileSync(join(confirmed.folder, 'letters', 'note.txt'), 'No letter.');
      const uri = editor.open(DECIDED, confirmed.uri);
      const { version, labels: own, problems } = await list(editor, uri);
      assert.deepEqual(
        own.map(({ title }) => title),
        ['Outcome'],
      );
      assert.match(problems[0] ?? '', /labels\.json: The label number 2 was left out/);
      await change(editor, uri, version, { op: 'add', label: 'decision', ranges: [rangeOf(DECIDED, 'Upheld')] });
      const { files } = await editor.request<CaseResult>(CASE_REQUEST, { uri, format: 'json' });
      const record = JSON.parse('text' in files[0].content ? files[0].content.text : '');
      assert.deepEqual(
        record.confirmations.map(({ pointer, state, by }: Record<string, unknown>) => [pointer, state, by]),
        [['/issues/0/decision', 'confirmed', 'ma']],
      );
      const statusOf = async (author: string | null): Promise<readonly string[]> => {
        const folder = { uri: pathToFileURL(confirmed.folder).href, author };
        const { letters } = await editor.request<LettersResult>(ANNOTATION_REQUESTS.letters, folder);
        return letters.map(({ path, status, authors }) => `${path} ${status} ${authors}`);
      };
      assert.deepEqual(await statusOf('ma'), ['letters/a.imr.txt in-progress ma']);
      assert.deepEqual(await statusOf('jo'), ['letters/a.imr.txt new ma']);
      await change(editor, uri, version, { op: 'progress', progress: 'done' });
      assert.deepEqual(await statusOf(null), ['letters/a.imr.txt done ma']);
    }),
  );

  const several = workspace();
  test(
    'where annotators disagree is told in the order of the text, and settled in the gold layer',
    withEditor({ initialize: several.initialize }, async (editor) => {
      const uri = editor.open(LETTER, several.uri);
      const { version } = await list(editor, uri);
      const says = (author: string, label: string, words: string) =>
        editor.request<ChangeResult>(ANNOTATION_REQUESTS.change, {
          uri,
          version,
          author,
          changes: [{ op: 'add', label, ranges: [rangeOf(LETTER, words)] }],
        });
      const compare = async (): Promise<CompareResult> =>
        (await editor.request<CompareResult | null>(ANNOTATION_REQUESTS.compare, { uri, authors: null })) ??
        assert.fail();
      await says('ma', 'drug', 'Naproxen');
      assert.deepEqual((await compare()).disagreements, [], 'one person alone agrees with themselves');
      const alone = { uri: pathToFileURL(several.folder).href, author: 'ma' };
      const said = await editor.request<AgreeResult | null>(ANNOTATION_REQUESTS.agree, alone);
      assert.match(said?.report ?? '', /\n\nOnly ma has annotated these letters; /);
      await says('jo', 'drug', 'Naproxen');
      await says('jo', 'dose', '550mg');
      await says('ma', 'dose', 'Naproxen 550mg');
      const { authors, agreed, disagreements } = await compare();
      assert.deepEqual([authors, agreed.length], [['jo', 'ma'], 1]);
      assert.deepEqual(
        disagreements.map(({ kind, settled, choices }) => [
          kind,
          settled,
          ...choices.map(({ annotations }) => annotations[0]?.words),
        ]),
        [['span', false, '550mg', 'Naproxen 550mg']],
      );
      const around = { uri: pathToFileURL(several.folder).href, author: 'ma' };
      const agreement = await editor.request<AgreeResult | null>(ANNOTATION_REQUESTS.agree, around);
      assert.deepEqual(agreement?.letters, [
        { uri, path: 'letters/a.imr.txt', disagreements: 1, open: 1, isGold: false },
      ]);
      assert.match(agreement.report, /^## jo and ma$/m);
      const [chosen = assert.fail()] = disagreements[0]?.choices[0]?.annotations ?? [];
      const settle = (params: object) =>
        editor.request<ChangeResult>(ANNOTATION_REQUESTS.settle, { uri, author: 'zoe', as: 'confirmed', ...params });
      assert.equal((await settle({ marks: agreed })).failed, null);
      const made = await settle({ marks: [{ author: 'jo', id: chosen.id }], progress: 'done' });
      assert.ok(made.ids.includes(chosen.id));
      assert.deepEqual(
        (await compare()).disagreements.map(({ settled }) => settled),
        [true],
      );
      const gold = readFileSync(join(several.kept, 'gold.jsonl'), 'utf8').trim().split('\n');
      assert.deepEqual(
        gold.map((line) => JSON.parse(line).by),
        ['zoe', 'zoe', 'zoe'],
      );
      const folder = { uri: pathToFileURL(several.folder).href, author: 'ma' };
      const { letters } = await editor.request<LettersResult>(ANNOTATION_REQUESTS.letters, folder);
      assert.deepEqual(
        letters.map(({ status }) => status),
        ['gold'],
      );
      await settle({ marks: [{ author: 'jo', id: chosen.id }], as: 'open' });
      assert.deepEqual(
        (await compare()).disagreements.map(({ settled }) => settled),
        [false],
      );
      assert.match((await settle({ marks: [], author: 'gold' })).failed ?? '', /cannot be the id of an annotator/);
    }),
  );

  const read = workspace();
  test(
    'what the parser says is suggested, becomes the person’s when accepted, and is suggested again when that is undone',
    withEditor({ initialize: read.initialize }, async (editor) => {
      const text = readFileSync(join(import.meta.dirname, '../../samples/credentials-2015.imr.txt'), 'utf8');
      const uri = editor.open(text, read.uri);
      const decision = async () => {
        const { annotations, version } = await list(editor, uri);
        const found = annotations.filter(({ rule }) => rule === '/issues/0/decision');
        assert.equal(found.length, 1);
        return { ...(found[0] ?? assert.fail()), version };
      };
      const { id, version, ...suggested } = await decision();
      assert.deepEqual(
        [suggested.author, suggested.state, suggested.mine, suggested.value, suggested.letter, suggested.words],
        ['machine', 'suggested', true, 'upheld', 1, 'Upheld'],
      );
      const accepted = await change(editor, uri, version, { op: 'set', id, state: 'confirmed' });
      assert.deepEqual(accepted, { failed: null, ids: [id] });
      const confirmed = await decision();
      assert.deepEqual([confirmed.id, confirmed.author, confirmed.state], [id, 'ma', 'confirmed']);
      await editor.request<ChangeResult>(ANNOTATION_REQUESTS.undo, { uri, author: 'ma' });
      assert.equal((await decision()).state, 'suggested');
      await change(editor, uri, version, { op: 'remove', id });
      assert.equal((await decision()).state, 'rejected');
    }),
  );
});
