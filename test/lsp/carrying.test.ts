/** Letters that another program renames, over the protocol and on a disk. */

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  ANNOTATION_REQUESTS,
  ANNOTATIONS_NOTIFICATION,
  type AnnotationsResult,
  type ChangeResult,
  type LettersResult,
  type LikelyResult,
} from '../../server/src/protocol.ts';
import { type Editor, withEditor } from './editor.ts';

const letterOf = (
  name: string,
  number = '',
): string => `${number && `Case Number: ${number} Date of Injury: 1/2/2013\n`}CLINICAL CASE SUMMARY
The injured worker, a ${name}, asks for Naproxen 550mg after a fall.
`;

const root = mkdtempSync(join(tmpdir(), 'imr carrying '));
after(() => rmSync(root, { recursive: true, force: true }));
let count = 0;

const workspace = () => {
  const folder = join(root, String(++count));
  mkdirSync(join(folder, 'moved'), { recursive: true });
  const uri = pathToFileURL(folder).href;
  return {
    file: (name: string): string => join(folder, name),
    uri,
    uriOf: (name: string): string => `${uri}/${name}`,
    initialize: { workspaceFolders: [{ name: 'w', uri }] },
  };
};

type Place = ReturnType<typeof workspace>;

const annotate = async (editor: Editor, place: Place, name: string, text: string): Promise<void> => {
  writeFileSync(place.file(name), text);
  const uri = editor.open(text, place.uriOf(name));
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes('Naproxen'));
  const character = lines[line]?.indexOf('Naproxen') ?? -1;
  const ranges = [{ start: { line, character }, end: { line, character: character + 14 } }];
  const params = { uri, version: 1, author: 'ma', changes: [{ op: 'add', label: 'drug', ranges }] };
  const made = await editor.request<ChangeResult>(ANNOTATION_REQUESTS.change, params);
  assert.equal(made.failed, null);
  editor.close(uri);
};

/** Whose annotations a letter has that is opened for it. */
const wordsIn = async (editor: Editor, place: Place, name: string, text: string): Promise<readonly string[]> => {
  const uri = editor.open(text, place.uriOf(name));
  const list = await editor.request<AnnotationsResult | null>(ANNOTATION_REQUESTS.list, { uri, author: 'ma' });
  editor.close(uri);
  return (list?.annotations ?? []).flatMap(({ author, words, ranges }) =>
    author === 'ma' ? [`${words} ${ranges.length}`] : [],
  );
};

const lettersOf = (editor: Editor, { uri }: Place): Promise<LettersResult> =>
  editor.request<LettersResult>(ANNOTATION_REQUESTS.letters, { uri, author: 'ma' });

const renamed = workspace();
test(
  'the annotations of a letter follow it, whether it is opened or the folder is looked at',
  withEditor({ initialize: renamed.initialize }, async (editor) => {
    const [one, two] = [letterOf('roofer'), letterOf('cook')];
    await annotate(editor, renamed, 'a.imr.txt', one);
    await annotate(editor, renamed, 'b.imr.txt', two);
    renameSync(renamed.file('a.imr.txt'), renamed.file('moved/c.imr.txt'));
    renameSync(renamed.file('b.imr.txt'), renamed.file('moved/d.imr.txt'));
    const followed = editor.waitFor(ANNOTATIONS_NOTIFICATION, () =>
      existsSync(renamed.file('.imr/annotations/moved/c.imr.txt/ma.jsonl')),
    );
    await wordsIn(editor, renamed, 'moved/c.imr.txt', one);
    await followed;
    assert.deepEqual(await wordsIn(editor, renamed, 'moved/c.imr.txt', one), ['Naproxen 550mg 1']);
    assert.deepEqual(await wordsIn(editor, renamed, 'moved/d.imr.txt', `A line above.\n${two}`), ['Naproxen 550mg 1']);
    assert.deepEqual((await lettersOf(editor, renamed)).gone, []);
  }),
);

const edited = workspace();
test(
  'where it was edited too they are listed, and attached by hand to the letter of the same case',
  withEditor({ initialize: edited.initialize }, async (editor) => {
    const number = 'CM15-0123456';
    await annotate(editor, edited, 'a.imr.txt', letterOf('roofer', number));
    rmSync(edited.file('a.imr.txt'));
    writeFileSync(edited.file('b.imr.txt'), letterOf('cook'));
    writeFileSync(edited.file('c.imr.txt'), letterOf('diver', number));
    const now = `${letterOf('roofer', number)}\nA line that another program put in.\n`;
    writeFileSync(edited.file('moved/c.imr.txt'), now);
    assert.deepEqual((await lettersOf(editor, edited)).gone, [{ path: 'a.imr.txt', authors: ['ma'] }]);
    const gone = { uri: edited.uri, path: 'a.imr.txt' };
    const { letters } = await editor.request<LikelyResult>(ANNOTATION_REQUESTS.likely, gone);
    assert.deepEqual(
      letters.map(({ path, same, lines }) => `${path} ${same} ${lines.toFixed(2)}`),
      ['moved/c.imr.txt case 1.00', 'c.imr.txt case 0.67', 'b.imr.txt null 0.00'],
    );
    const attach = { ...gone, letter: edited.uriOf('moved/c.imr.txt') };
    const attached = await editor.request<ChangeResult>(ANNOTATION_REQUESTS.attach, attach);
    assert.equal(attached.failed, null);
    assert.deepEqual(await wordsIn(editor, edited, 'moved/c.imr.txt', now), ['Naproxen 550mg 1']);
    assert.deepEqual((await lettersOf(editor, edited)).gone, []);
    const again = await editor.request<ChangeResult>(ANNOTATION_REQUESTS.attach, attach);
    assert.equal(again.failed, 'These annotations have a letter again.');
  }),
);
