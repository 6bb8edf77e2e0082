import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { blinded, layerSummary, statusFor } from '../../../server/src/annotations/status.ts';
import { eventLine } from '../../../server/src/annotations/store/event.ts';
import { storePath } from '../../../server/src/annotations/store/paths.ts';
import { nodeFiles } from '../../../server/src/cli/node-files.ts';
import { type Files, filesOfMachine } from '../../../server/src/host/files.ts';
import { LetterStatuses } from '../../../server/src/host/letter-statuses.ts';
import { samples } from '../../properties/letters.ts';

const AT = '2026-01-02T03:04:05.000Z';
const progress = (n: number, said: 'done' | 'problem' | 'in-progress', by = 'ma'): string =>
  eventLine({ op: 'progress', progress: said, n, at: AT, by });
const begun = '{"op":"add"}\n';

describe('a store file', () => {
  test('says how far its annotator is: the last word by number, wherever it stands', () => {
    assert.deepEqual(layerSummary(''), { progress: null, isBegun: false });
    assert.deepEqual(layerSummary(begun), { progress: null, isBegun: true });
    assert.deepEqual(layerSummary(`${progress(10, 'done')}${begun}${progress(2, 'problem')}`), {
      progress: 'done',
      isBegun: true,
    });
    assert.deepEqual(layerSummary(`{"op":"progress","progress":"done"\n${progress(1, 'problem')}`).progress, 'problem');
  });
});

describe('the status of a letter', () => {
  const letter = (files: Readonly<Record<string, string>>, gold: string | null = null) => ({
    people: new Map(Object.entries(files).map(([name, text]) => [name, layerSummary(text)])),
    gold: gold === null ? null : layerSummary(gold),
  });
  const of = (author: string | null, files: Readonly<Record<string, string>>, gold: string | null = null) =>
    statusFor(letter(files, gold), author);

  test('is that of whoever asks, unless all are concerned', () => {
    assert.equal(of('ma', {}), 'new');
    assert.equal(of('ma', { jo: progress(1, 'done') }), 'new');
    assert.equal(of(null, { jo: progress(1, 'done') }), 'done');
    assert.equal(of('ma', { ma: begun }), 'in-progress');
    assert.equal(of('ma', { ma: progress(1, 'done') }), 'done');
    assert.equal(of('ma', { ma: progress(1, 'done'), jo: progress(1, 'done') }), 'reviewed');
    assert.equal(of('zoe', { ma: progress(1, 'done'), jo: progress(1, 'done') }), 'reviewed');
    assert.equal(of('ma', { ma: progress(1, 'done'), jo: progress(1, 'problem') }), 'problem');
    assert.equal(of('ma', { ma: progress(1, 'done') }, begun), 'done', 'not all is settled');
    assert.equal(of('ma', { ma: progress(1, 'done') }, progress(1, 'done')), 'gold');
  });

  test('tells nothing of others in blind mode, until whoever asks is done with the letter', () => {
    const blind = (author: string | null, files: Readonly<Record<string, string>>, gold: string | null = null) => {
      const seen = blinded(letter(files, gold), author);
      return [statusFor(seen, author), ...seen.people.keys()].join(' ');
    };
    const done = progress(1, 'done');
    assert.equal(blind('ma', { jo: done, zoe: done }, done), 'new');
    assert.equal(blind('ma', { jo: progress(1, 'problem') }), 'new');
    assert.equal(blind(null, { jo: done, zoe: done }), 'new');
    assert.equal(blind('ma', { ma: begun, jo: done, zoe: done }, done), 'in-progress ma');
    assert.equal(blind('ma', { ma: progress(1, 'problem'), jo: done }), 'problem ma');
    assert.equal(blind('ma', { ma: done, jo: done }), 'reviewed ma jo');
    assert.equal(blind('ma', { ma: done, jo: begun }, done), 'gold ma jo');
  });
});

describe('the letters of a folder', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'imr-status-'));
  after(() => rmSync(root, { recursive: true }));
  const folder = pathToFileURL(root).href;
  const write = (name: string, text: string): void => {
    const file = path.join(root, ...name.split('/'));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const [LETTER = ''] = samples.values();
  write('2015/é b.imr.txt', LETTER);
  write('c.imr', LETTER);
  write('d.txt', LETTER);
  write('readme.txt', 'Nothing but a note.');
  write('lost.txt', 'No letter by its words, but annotated.');
  write(storePath('2015/é b.imr.txt', 'ma'), progress(1, 'done'));
  write(storePath('lost.txt', 'jo'), begun);

  /** The files of the machine, with how many were read. */
  let read = 0;
  const files: Files = {
    ...filesOfMachine(nodeFiles, () => [folder]),
    readAll: (uris) => {
      read += uris.length;
      return nodeFiles.readAll(uris);
    },
  };
  const statuses = new LetterStatuses(() => files);
  const rows = async (author: string | null = 'ma', blind = false) =>
    (await statuses.of({ uri: folder, author }, blind)).letters.map(
      (letter) => `${letter.path}: ${letter.status} ${letter.authors}`,
    );

  test('are told with their status, and texts that are no letters are not', async () => {
    const expected = ['2015/é b.imr.txt: done ma', 'c.imr: new ', 'd.txt: new ', 'lost.txt: new jo'];
    assert.deepEqual(await rows(), expected);
    assert.ok(read > 0);
    read = 0;
    assert.deepEqual(await rows(), expected);
    assert.equal(read, 0, 'what has not changed is not read again');
  });

  test('are told without what others do in blind mode', async () => {
    const others = ['c.imr: new ', 'd.txt: new ', 'lost.txt: new '];
    assert.deepEqual(await rows('ma', true), ['2015/é b.imr.txt: done ma', ...others]);
    assert.deepEqual(await rows('zoe', true), ['2015/é b.imr.txt: new ', ...others]);
  });

  test('of what has changed only that is read', async () => {
    const store = storePath('2015/é b.imr.txt', 'ma');
    write(store, progress(1, 'done') + progress(2, 'problem'));
    utimesSync(path.join(root, store), new Date(), new Date(Date.now() + 5000));
    write(storePath('c.imr', 'ma'), begun);
    read = 0;
    assert.deepEqual(await rows(), [
      '2015/é b.imr.txt: problem ma',
      'c.imr: in-progress ma',
      'd.txt: new ',
      'lost.txt: new jo',
    ]);
    assert.equal(read, 2);
    rmSync(path.join(root, storePath('c.imr', 'ma')));
    assert.ok((await rows()).includes('c.imr: new '));
  });

  test('a folder without annotations has new letters only', async () => {
    const [one] = (await statuses.of({ uri: `${folder}/2015`, author: null }, false)).letters;
    assert.deepEqual([one?.path, one?.status], ['é b.imr.txt', 'new']);
  });
});
