import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { baseOf, hashOf } from '../../../server/src/annotations/hash.ts';
import { DEFAULT_LABELS, indexLabels } from '../../../server/src/annotations/labels/labels.ts';
import { GOLD, problemText } from '../../../server/src/annotations/model.ts';
import { passageAt } from '../../../server/src/annotations/passage.ts';
import { type Content, eventLine, readEvent, type StoreEvent } from '../../../server/src/annotations/store/event.ts';
import { readStore } from '../../../server/src/annotations/store/layer.ts';
import { openLetter, openStore, placeIn } from '../../../server/src/annotations/store/open.ts';
import { basePath, LABELS_PATH, partsOfStorePath, storePath } from '../../../server/src/annotations/store/paths.ts';
import { anyUnits } from '../../properties/letters.ts';

const TEXT =
  'He hurt the left knee on a ladder.\nThe request for a brace is: Upheld\nAnd nothing else was asked for.\n';
const base = baseOf(TEXT);

const contentOf = (words: string, more: Partial<Content> = {}): Content => {
  const start = TEXT.indexOf(words);
  const passage = passageAt(base, [[start, start + words.length]], '1') ?? assert.fail();
  return { label: 'body-part', passage, value: null, state: 'confirmed', sic: false, note: null, ...more };
};

const stamp = (n: number, by = 'ma') => ({ n, by, at: `2026-01-0${(n % 9) + 1}T10:00:00.000Z` });
const person = { kind: 'person' } as const;
const add = (id: string, n: number, content = contentOf('left knee')): StoreEvent => ({
  ...stamp(n),
  op: 'add',
  id,
  origin: person,
  content,
});

const EVENTS: readonly StoreEvent[] = [
  add('a', 1),
  add('b', 2, contentOf('Upheld', { label: 'decision', value: 'upheld' })),
  { ...stamp(3), op: 'set', id: 'a', content: { note: 'which side?', state: 'flagged' } },
  add('c', 4, contentOf('brace')),
  { ...stamp(5), op: 'del', id: 'c' },
  { ...stamp(6), op: 'progress', progress: 'done' },
];
const LINES = EVENTS.map(eventLine);

describe('a line', () => {
  test('says an event, with its members in the order of their names', () => {
    for (const event of EVENTS) assert.deepEqual(readEvent(eventLine(event)), event);
    const keys = Object.keys(JSON.parse(LINES[0] ?? ''));
    assert.deepEqual(keys, [...keys].sort());
  });

  test('of any text is read or refused, never an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), anyUnits), (line) => assert.ok(readEvent(line) !== undefined)));
  });

  test('that lacks or spoils any member is refused', () => {
    const line = JSON.parse(LINES[0] ?? '') as Record<string, unknown>;
    for (const key of Object.keys(line)) {
      assert.equal(typeof readEvent(JSON.stringify({ ...line, [key]: undefined })), 'string', key);
      assert.equal(typeof readEvent(JSON.stringify({ ...line, [key]: { no: 1 } })), 'string', key);
    }
  });
});

describe('a store file', () => {
  const layerOf = (text: string) => readStore('ma.jsonl', text, 'ma');

  test('adds up to its layer', () => {
    const { value, problems } = layerOf(LINES.join(''));
    assert.deepEqual(problems, []);
    assert.equal(value.next, 7);
    assert.deepEqual(
      value.layer.annotations.map(({ id, state, note, made, changed }) => [id, state, note, made === changed]),
      [
        ['a', 'flagged', 'which side?', false],
        ['b', 'confirmed', null, true],
      ],
    );
    assert.equal(value.layer.progress, 'done');
  });

  test('gives the same layer whatever the order of its lines, how often each is there, and its line ends', () => {
    const expected = layerOf(LINES.join('')).value;
    const merged = fc
      .array(fc.constantFrom(...LINES))
      .chain((more) => fc.shuffledSubarray([...LINES, ...more], { minLength: LINES.length + more.length }));
    fc.assert(
      fc.property(merged, fc.boolean(), (lines, windows) => {
        const text = lines.join('');
        assert.deepEqual(layerOf(windows ? text.replaceAll('\n', '\r\n') : text).value, expected);
      }),
    );
  });

  test('with a damaged line keeps the others and names it', () => {
    const text = [LINES[0], '{"v":1,"id":"x', '\n', LINES[1], '<<<<<<< HEAD\n', '{"v":9}\n'].join('');
    const { value, problems } = layerOf(text);
    assert.equal(value.layer.annotations.length, 2);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 4, 5],
    );
    assert.match(problemText(problems[0] ?? assert.fail()), /^ma\.jsonl:2: .+ no JSON.*\.$/);
    assert.match(problems[1]?.message ?? '', /conflict/);
    assert.match(problems[2]?.message ?? '', /version 9/);
  });

  test('that two people wrote keeps both and says so once', () => {
    const other = EVENTS.slice(0, 2).map((event, i) => eventLine({ ...event, by: 'jo', id: `j${i}` } as StoreEvent));
    const { value, problems } = layerOf([...LINES, ...other].join(''));
    assert.equal(value.layer.annotations.length, 4);
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /^jo wrote into the file of ma/);
    assert.deepEqual(readStore('gold.jsonl', other.join(''), GOLD).problems, []);
  });

  test('a removed annotation stays removed, and comes back when it is added again', () => {
    const later: StoreEvent = { ...stamp(7), op: 'set', id: 'c', content: { note: 'late' } };
    assert.equal(layerOf([...LINES, eventLine(later)].join('')).value.layer.annotations.length, 2);
    assert.equal(layerOf([...LINES, eventLine(add('c', 8))].join('')).value.layer.annotations.length, 3);
  });
});

describe('a letter’s files', () => {
  const labels = indexLabels(DEFAULT_LABELS);
  const stored = (lines: readonly string[]) => [openStore({ file: 'x/ma.jsonl', author: 'ma', text: lines.join('') })];
  const withBase = (hash: string) => (hash === base.hash ? TEXT : null);

  test('are placed in the text as it is now', () => {
    const { value, problems } = openLetter(stored(LINES), withBase, labels);
    assert.deepEqual(problems, []);
    const now = `Dear all,\r\n${TEXT.replaceAll('\n', '\r\n')}`;
    const place = placeIn(now, value);
    const placed = value.layers.flatMap(({ annotations }) => annotations.map(place));
    const texts = placed.map(
      ({ anchor }) => anchor.kind === 'anchored' && anchor.spans.map(({ start, end }) => now.slice(start, end)),
    );
    assert.deepEqual(texts, [['left knee'], ['Upheld']]);
  });

  test('without their base text are placed by their words, if these occur once', () => {
    const { value, problems } = openLetter(stored(LINES), () => null, labels);
    assert.match(problemText(problems[0] ?? assert.fail()), /^x\/ma\.jsonl:1: The base text .* is missing\./);
    const kinds = (now: string) => value.layers[0]?.annotations.map((each) => placeIn(now, value)(each).anchor.kind);
    assert.deepEqual(kinds(TEXT.replaceAll(' ', '\n ')), ['anchored', 'anchored']);
    assert.deepEqual(kinds(TEXT + TEXT), ['orphan', 'orphan']);
  });

  test('with a base text that was changed do not use it', () => {
    const { value, problems } = openLetter(stored(LINES), () => `${TEXT}!`, labels);
    assert.equal(value.bases.size, 0);
    assert.match(problemText(problems[0] ?? assert.fail()), /^x\/ma\.jsonl:1: The base text .* was changed/);
  });

  test('keep a label that the folder lost, and a passage whose words are not there, and say so', () => {
    const content = contentOf('brace', { label: 'gone' });
    const wrong = { ...content, passage: { ...content.passage, quotes: ['crutch'] } };
    const { value, problems } = openLetter(stored([...LINES, eventLine(add('z', 9, wrong))]), withBase, labels);
    assert.equal(problems.length, 2);
    assert.match(problemText(problems[0] ?? assert.fail()), /^x\/ma\.jsonl:7: The label “gone”/);
    assert.match(problemText(problems[1] ?? assert.fail()), /^x\/ma\.jsonl:7: The words of annotation z /);
    const annotation = value.layers[0]?.annotations.find(({ id }) => id === 'z') ?? assert.fail();
    assert.equal(annotation.label, 'gone');
    assert.equal(placeIn(TEXT, value)(annotation).anchor.kind, 'orphan');
  });
});

describe('paths', () => {
  test('lead from a letter to its files and back', () => {
    assert.equal(storePath('2015/a b.imr.txt', 'ma'), '.imr/annotations/2015/a b.imr.txt/ma.jsonl');
    assert.deepEqual(partsOfStorePath('.imr/annotations/2015/a b.imr.txt/ma.jsonl'), {
      letter: '2015/a b.imr.txt',
      author: 'ma',
    });
    for (const path of [
      '.imr/annotations/ma.jsonl',
      '.imr/annotations/a/M!.jsonl',
      'x/a/ma.jsonl',
      '.imr/annotations/a/ma.json',
    ])
      assert.equal(partsOfStorePath(path), null, path);
    assert.equal(basePath(base.hash), `.imr/base/${base.hash.slice(0, 2)}/${base.hash}.txt`);
    assert.equal(LABELS_PATH, '.imr/labels.json');
  });

  test('the hash is SHA-256 of UTF-8', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        assert.equal(hashOf(text), createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
    assert.equal(baseOf('a\r\nb').hash, hashOf('a\nb'));
  });
});
