import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { baseOf } from '../../../server/src/annotations/hash.ts';
import { basePath, storePath } from '../../../server/src/annotations/store/paths.ts';
import { letterOf, ROOT, STORAGE, workspace } from './carrying.ts';

const A = `${ROOT}/a.imr.txt`;
const B = `${ROOT}/moved/b.imr.txt`;

/** A letter that ma and gold have annotated, beside two others. */
const annotated = (...rest: Parameters<typeof workspace>) => {
  const place = workspace(...rest);
  place.set('a.imr.txt', letterOf('roofer'));
  place.set('other.imr.txt', letterOf('cook'));
  place.annotate('a.imr.txt');
  place.annotate('a.imr.txt', 'gold');
  return place;
};

describe('annotations of a letter that another program moved', () => {
  test('follow it to the one letter that has its text, whatever its line ends; the person is told once', async () => {
    const place = annotated();
    place.rename(A, B);
    place.texts.set(B, letterOf('roofer').replaceAll('\n', '\r\n'));
    await place.carrying.carry([]);
    assert.equal(await place.of(B), 'gold 1,ma 1');
    assert.deepEqual(place.told, ['The annotations of a.imr.txt have followed it to moved/b.imr.txt.']);
    assert.equal(place.changes(), 1);
    assert.ok(!place.texts.has(`${ROOT}/${storePath('a.imr.txt', 'ma')}`), 'they stand in one place');
    await place.carrying.carry([]);
    assert.equal(place.told.length, 1);
  });

  test('follow it when it is opened, and letters are not read where its text is nothing that was annotated', async () => {
    const place = annotated();
    place.rename(A, B);
    await place.carrying.opened(`${ROOT}/other.imr.txt`, letterOf('cook'));
    assert.equal(await place.of(B), '');
    assert.ok(!place.read.includes(B), 'nothing but its base text was looked for');
    await place.carrying.opened(B, letterOf('roofer'));
    assert.equal(await place.of(B), 'gold 1,ma 1');
  });

  test('stay where two letters have its text, where it was edited too, and where the letter has some of its own', async () => {
    for (const hinder of ['twin', 'edit', 'own', 'damaged base'] as const) {
      const place = annotated();
      place.rename(A, B);
      if (hinder === 'twin') place.set('twin.imr.txt', letterOf('roofer'));
      if (hinder === 'edit') place.texts.set(B, `${letterOf('roofer')}.`);
      if (hinder === 'own') place.annotate('moved/b.imr.txt', 'jo');
      if (hinder === 'damaged base') place.set(basePath(baseOf(letterOf('roofer')).hash), letterOf('baker'));
      if (hinder === 'damaged base') place.texts.set(B, letterOf('baker'));
      const before = [...place.texts];
      await place.carrying.carry([]);
      assert.deepEqual([...place.texts], before, hinder);
      assert.deepEqual(
        (await place.carrying.goneIn(ROOT)).map(({ uri }) => uri),
        [A],
        hinder,
      );
      assert.deepEqual(place.told, []);
    }
  });

  test('stay where two that are gone had the same text', async () => {
    const place = annotated();
    place.set('copy.imr.txt', letterOf('roofer'));
    place.annotate('copy.imr.txt');
    place.rename(A, B);
    place.texts.delete(`${ROOT}/copy.imr.txt`);
    await place.carrying.carry([]);
    assert.equal(await place.of(B), '');
  });

  test('stay with a letter that is there, by whatever name, or cannot be read', async () => {
    const place = annotated();
    place.set('twin.imr.txt', letterOf('roofer'));
    await place.carrying.carry([]);
    assert.equal(await place.of(`${ROOT}/twin.imr.txt`), '');
    place.texts.delete(A);
    place.close(A);
    await place.carrying.carry([]);
    assert.equal(await place.of(`${ROOT}/twin.imr.txt`), '');
  });

  test('go back when the person says so, for good', async () => {
    const place = annotated();
    place.rename(A, B);
    place.takesBack(true);
    await place.carrying.carry([]);
    await place.settled();
    assert.equal(await place.of(B), '');
    assert.equal(await place.of(A), 'gold 1,ma 1');
    place.takesBack(false);
    place.carrying.clear();
    await place.carrying.carry([]);
    assert.equal(await place.of(B), '', 'it is not done again');
    assert.equal(place.told.length, 1);
  });

  test('letters are not read again as long as nothing is another', async () => {
    const place = annotated();
    place.rename(A, B);
    place.texts.set(B, letterOf('diver'));
    await place.carrying.carry([]);
    place.read.length = 0;
    await place.carrying.carry([]);
    assert.deepEqual(
      place.read.filter((uri) => uri === B),
      [],
    );
    place.texts.set(B, letterOf('roofer'));
    place.carrying.clear();
    await place.carrying.carry([]);
    assert.equal(await place.of(B), 'gold 1,ma 1');
  });

  test('many at once are told in one message', async () => {
    const place = workspace();
    for (const job of ['roofer', 'cook', 'diver']) {
      place.set(`${job}.imr.txt`, letterOf(job));
      place.annotate(`${job}.imr.txt`);
      place.rename(`${ROOT}/${job}.imr.txt`, `${ROOT}/2015/${job}.imr.txt`);
    }
    await place.carrying.carry([]);
    assert.deepEqual(place.told, [
      '3 letters with annotations have other names now. The annotations have followed them.',
    ]);
  });

  test('go along into another folder of the workspace with their base texts', async () => {
    const place = annotated([ROOT, 'file:///v']);
    const there = 'file:///v/x/a.imr.txt';
    place.rename(A, there);
    await place.carrying.carry([]);
    assert.equal(await place.of(there), 'gold 1,ma 1');
    const { open } = await place.annotations.of(there);
    assert.equal(open.bases.size, 1);
    assert.ok([...place.texts.keys()].some((uri) => uri.startsWith('file:///v/.imr/base/')));
  });
});

describe('annotations that a person attaches', () => {
  test('are the letter’s that was named, beside its own, which cannot be taken apart any more', async () => {
    const place = annotated();
    place.texts.delete(A);
    const [gone] = await place.carrying.goneIn(ROOT);
    assert.ok(gone);
    place.annotate('other.imr.txt', 'jo');
    await place.carrying.attach(gone, `${ROOT}/other.imr.txt`);
    assert.equal(await place.of(`${ROOT}/other.imr.txt`), 'gold 1,jo 1,ma 1');
    assert.deepEqual(place.told, []);
  });

  test('can be taken back where the letter had none', async () => {
    const place = annotated();
    place.texts.delete(A);
    place.takesBack(true);
    const [gone] = await place.carrying.goneIn(ROOT);
    assert.ok(gone);
    await place.carrying.attach(gone, `${ROOT}/other.imr.txt`);
    await place.settled();
    assert.deepEqual(place.told, ['The annotations of a.imr.txt have been attached to other.imr.txt.']);
    assert.equal(await place.of(`${ROOT}/other.imr.txt`), '');
  });
});

describe('annotations of a letter in a read-only folder', () => {
  test('are in the storage with the letter’s address, and follow it there', async () => {
    const place = workspace([ROOT], false);
    place.set('a.imr.txt', letterOf('roofer'));
    const event = { op: 'progress', progress: 'done' } as const;
    await place.annotations.change(A, 'ma', () => ({ events: [event], bases: [] }));
    place.annotations.clear();
    const base = baseOf(letterOf('roofer'));
    await place.annotations.change(A, 'ma', () => ({
      events: [
        {
          op: 'add',
          id: 'one',
          origin: { kind: 'person' },
          content: {
            label: 'drug',
            passage: {
              base: base.hash,
              stretches: [[0, 8]],
              quotes: ['CLINICAL'],
              before: '',
              after: '',
              section: null,
            },
            value: null,
            state: 'confirmed',
            sic: false,
            note: null,
          },
        },
      ],
      bases: [base],
    }));
    assert.equal(await place.of(A), 'ma 1');
    place.rename(A, B);
    await place.carrying.opened(B, letterOf('roofer'));
    assert.equal(await place.of(B), 'ma 1');
    assert.equal(place.told.length, 1);
    assert.ok([...place.texts.keys()].every((uri) => uri === B || uri.startsWith(`${STORAGE}/`)));
    assert.deepEqual(await place.carrying.goneIn(ROOT), []);
  });
});
