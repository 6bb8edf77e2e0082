import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NewEvent } from '../../../server/src/annotations/store/event.ts';
import { placeIn } from '../../../server/src/annotations/store/open.ts';
import { planChanges, Refusal, type SpannedChange } from '../../../server/src/host/annotations-plan.ts';
import { AnnotationsStore } from '../../../server/src/host/annotations-store.ts';
import { FileError, type Files, NO_FILES } from '../../../server/src/host/files.ts';
import { createLog } from '../../../server/src/host/log.ts';
import type { Span } from '../../../server/src/text/span.ts';

const LETTER = 'The worker asks for Naproxen 550mg.\nThe reviewer upholds the denial.\n';
const URI = 'file:///work/letters/a%20b.imr.txt';
const HOME = { folders: ['file:///work/letters', 'file:///work'], writable: true, storage: 'file:///storage' };
const MINE = 'file:///work/.imr/annotations/letters/a%20b.imr.txt/ma.jsonl';

const silent = createLog({ warn: () => undefined, error: () => undefined });

/** Files in memory, which may be made read-only under an address. */
const memory = (home: Partial<typeof HOME> = {}, closed = 'none') => {
  const texts = new Map<string, string>();
  const files: Files = {
    ...NO_FILES,
    read: async (uri) => texts.get(uri) ?? null,
    append: async (uri, text) => {
      if (uri.startsWith(closed)) throw new FileError('the place is read-only');
      texts.set(uri, (texts.get(uri) ?? '') + text);
    },
    names: async (folder) =>
      [...texts.keys()].filter((uri) => uri.startsWith(`${folder}/`)).map((uri) => uri.slice(folder.length + 1)),
    home: async () => ({ ...HOME, ...home }),
  };
  const kept: string[] = [];
  return {
    texts,
    kept,
    store: new AnnotationsStore(
      () => files,
      silent,
      (folder) => kept.push(folder),
    ),
  };
};

const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
};

let ids = 0;
const change = (store: AnnotationsStore, text: string, changes: readonly SpannedChange[], author = 'ma') =>
  store.change(URI, author, (view) => {
    const place = placeIn(text, view.open);
    const placed = view.open.layers.flatMap(({ annotations }) => annotations.map(place));
    return planChanges({ view, text, author, placed, sectionOf: () => '1', newId: () => `id-${++ids}` }, changes);
  });

const add = (text: string, words: string, label = 'drug'): SpannedChange => ({
  op: 'add',
  label,
  spans: [spanOf(text, words)],
});

const shown = async (store: AnnotationsStore, text: string) => {
  const view = await store.of(URI);
  return view.open.layers
    .flatMap(({ annotations }) => annotations.map(placeIn(text, view.open)))
    .map(({ annotation, anchor }) => ({
      id: annotation.id,
      label: annotation.label,
      state: annotation.state,
      words: anchor.kind === 'anchored' ? anchor.spans.map(({ start, end }) => text.slice(start, end)).join('…') : null,
    }));
};

const undo = (store: AnnotationsStore, events: readonly NewEvent[]) =>
  store.change(URI, 'ma', () => ({ events, bases: [] }));

describe('annotations of a letter', () => {
  test('one is written beside the letter with its base text, and the letter is found again by both', async () => {
    const { texts, kept, store } = memory();
    const { ids: made } = await change(store, LETTER, [add(LETTER, ' Naproxen 550mg.')]);
    assert.deepEqual(await shown(store, LETTER), [
      { id: made[0], label: 'drug', state: 'confirmed', words: 'Naproxen 550mg.' },
    ]);
    const [base] = [...texts].filter(([uri]) => /\/\.imr\/base\/[0-9a-f]{2}\/[0-9a-f]{64}\.txt$/.test(uri));
    assert.equal(base?.[1], LETTER);
    assert.deepEqual(kept, ['file:///work'], 'where the file for Git may be offered');
    const line = JSON.parse(texts.get(MINE) ?? '') as Record<string, unknown>;
    assert.deepEqual([line['op'], line['by'], line['n'], line['state']], ['add', 'ma', 1, 'confirmed']);
  });

  test('after an edit elsewhere no second base text is written, and the spans stand where they should', async () => {
    const { texts, store } = memory();
    await change(store, LETTER, [add(LETTER, 'Naproxen 550mg')]);
    const edited = `A line above.\n${LETTER}`;
    await change(store, edited, [add(edited, 'the denial', 'finding')]);
    assert.equal([...texts.keys()].filter((uri) => uri.endsWith('.txt') && uri.includes('/base/')).length, 1);
    for (const text of [LETTER, edited]) {
      assert.deepEqual(
        (await shown(store, text)).map(({ words }) => words),
        ['Naproxen 550mg', 'the denial'],
      );
    }
  });

  test('new words need a base text of their own', async () => {
    const { texts, store } = memory();
    await change(store, LETTER, [add(LETTER, 'Naproxen')]);
    const edited = `${LETTER}It cites the MTUS.\n`;
    await change(store, edited, [add(edited, 'the MTUS', 'citation')]);
    assert.equal([...texts.keys()].filter((uri) => /\/base\/..\/.*\.txt$/.test(uri)).length, 2);
    assert.deepEqual(
      (await shown(store, edited)).map(({ words }) => words),
      ['Naproxen', 'the MTUS'],
    );
  });

  test('the same label on the same words is the annotation that is there', async () => {
    const { texts, store } = memory();
    const first = await change(store, LETTER, [add(LETTER, 'Naproxen')]);
    const before = texts.get(MINE);
    const second = await change(store, LETTER, [add(LETTER, ' Naproxen ')]);
    assert.deepEqual(second.ids, first.ids);
    assert.equal(texts.get(MINE), before);
  });

  test('several are made by one change, numbered on, and taken back together', async () => {
    const { texts, store } = memory();
    const plan = await change(store, LETTER, [add(LETTER, 'worker'), add(LETTER, 'reviewer')]);
    assert.deepEqual(
      (texts.get(MINE) ?? '')
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { n: number }).n),
      [1, 2],
    );
    await undo(store, plan.inverse);
    assert.deepEqual(await shown(store, LETTER), []);
  });

  test('setting and removing are taken back', async () => {
    const { store } = memory();
    const [id = ''] = (await change(store, LETTER, [add(LETTER, 'Naproxen')])).ids;
    const set = await change(store, LETTER, [{ op: 'set', id, label: 'dose', state: 'flagged', spans: undefined }]);
    const look = async () => (await shown(store, LETTER)).map(({ label, state }) => `${label} ${state}`);
    assert.deepEqual(await look(), ['dose flagged']);
    const removed = await change(store, LETTER, [{ op: 'remove', id }]);
    assert.deepEqual(await look(), []);
    await undo(store, removed.inverse);
    assert.deepEqual(await look(), ['dose flagged']);
    await undo(store, set.inverse);
    assert.deepEqual(await look(), ['drug confirmed']);
  });

  test('blanks alone are refused, and what another person said', async () => {
    const { store } = memory();
    await assert.rejects(change(store, LETTER, [{ op: 'add', label: 'drug', spans: [{ start: 3, end: 4 }] }]), Refusal);
    const [id = ''] = (await change(store, LETTER, [add(LETTER, 'Naproxen')])).ids;
    await assert.rejects(change(store, LETTER, [{ op: 'remove', id }], 'bo'), /by ma, and only they/);
    await assert.rejects(change(store, LETTER, [{ op: 'remove', id: 'gone' }]), /there no more/);
  });

  test('where the folder turns out to be read-only they go to the storage, and stay together', async () => {
    const { texts, store } = memory({}, 'file:///work/');
    const [id = ''] = (await change(store, LETTER, [add(LETTER, 'Naproxen')])).ids;
    await change(store, LETTER, [{ op: 'set', id, state: 'flagged', spans: undefined }]);
    assert.deepEqual(
      (await shown(store, LETTER)).map(({ state }) => state),
      ['flagged'],
    );
    assert.ok([...texts.keys()].every((uri) => uri.startsWith('file:///storage/')));
    assert.equal((await store.of(URI)).target?.isStorage, true);
  });

  test('where there is no place at all, that is said', async () => {
    const { store } = memory({ folders: [], storage: null as never });
    await assert.rejects(change(store, LETTER, [add(LETTER, 'Naproxen')]), FileError);
  });

  test('changes at once are made one after the other', async () => {
    const { texts, store } = memory();
    await Promise.all(
      ['worker', 'Naproxen', 'reviewer', 'denial'].map((word) => change(store, LETTER, [add(LETTER, word)])),
    );
    assert.deepEqual(
      (texts.get(MINE) ?? '')
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { n: number }).n),
      [1, 2, 3, 4],
    );
  });
});
