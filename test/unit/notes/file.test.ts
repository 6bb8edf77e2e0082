import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Draft, noteLine, readDraft, readNotes, removalLine } from '../../../server/src/notes/index.ts';
import { runs } from '../../properties/letters.ts';

const AT = '2026-01-02T03:04:05.000Z';
const PLACE = { code: 'word.test', quote: 'a\n“b”', before: 'x', after: '', nth: 0, path: 'ä/b.imr', letter: '01' };
const DRAFTS: readonly Draft[] = [
  { kind: 'sic', reading: 'c\u2028', ...PLACE },
  { kind: 'ignore', ...PLACE },
  { kind: 'ignore-in-letter', code: 'word.test', quote: null, path: 'a', letter: '0' },
  { kind: 'ignore-in-letter', code: 'word.test', quote: 'q', path: 'a', letter: '0' },
  { kind: 'ignore-in-folder', code: 'word.test', quote: 'q' },
  { kind: 'word', word: 'Zanaflex' },
];
const lineOf = (draft: Draft, index: number): string => noteLine(draft, `id${index}`, AT);
const FILE = DRAFTS.map(lineOf).join('');

describe('a file of notes', () => {
  test('gives back what was written, each on one line', () => {
    assert.equal(FILE.split('\n').length, DRAFTS.length + 1);
    const { notes, damaged } = readNotes(FILE);
    assert.deepEqual(damaged, []);
    assert.deepEqual(
      notes,
      DRAFTS.map((draft, index) => ({ ...draft, id: `id${index}`, at: AT })),
    );
  });

  test('the same note is the same line, whatever the order of its members', () => {
    const reversed = Object.fromEntries(Object.entries(DRAFTS[0] ?? {}).reverse());
    const draft = readDraft(reversed);
    assert.ok(typeof draft === 'object');
    assert.equal(lineOf(draft, 0), lineOf(DRAFTS[0] ?? assert.fail(), 0));
  });

  test('a damaged line is named, and the rest is read', () => {
    const lines = FILE.split('\n');
    const bad = [
      '<<<<<<< HEAD',
      '{"v":1',
      '[]',
      '{"v":2,"id":"x","kind":"word","word":"w"}',
      '{"v":1,"kind":"word","word":"w"}',
    ];
    const worse = [
      '{"v":1,"id":"x","kind":"constructor"}',
      '{"v":1,"id":"x","kind":"word","word":7}',
      '{"v":1,"kind":"removed"}',
    ];
    const { notes, damaged } = readNotes([...bad, ...lines, ...worse].join('\r\n'));
    assert.equal(notes.length, DRAFTS.length);
    assert.deepEqual(
      damaged.map(({ line }) => line),
      [...bad.map((_, i) => i + 1), ...worse.map((_, i) => bad.length + lines.length + i + 1)],
    );
    for (const { reason } of damaged) assert.match(reason, /^[a-z]/);
  });

  test('what was removed is gone, wherever a merge put the line that says so', () => {
    const removal = removalLine('id1', AT);
    for (const text of [FILE + removal, removal + FILE]) {
      assert.deepEqual(
        readNotes(text).notes.map(({ id }) => id),
        ['id0', 'id2', 'id3', 'id4', 'id5'],
      );
    }
  });

  test('two branches merged by their lines give the notes of both, once', () => {
    const [one, two] = [
      FILE + noteLine({ kind: 'word', word: 'a' }, 'a', AT),
      FILE + noteLine({ kind: 'word', word: 'b' }, 'b', AT),
    ];
    const union = [...new Set([...one.split('\n'), ...two.split('\n')])].join('\n');
    assert.equal(readNotes(union).notes.length, DRAFTS.length + 2);
    assert.equal(readNotes(one + two).notes.length, DRAFTS.length + 2);
  });

  test('any text is read without an exception, each line as a note or as damage', () => {
    const line = fc.oneof(fc.string(), fc.json(), fc.constantFrom(...FILE.split('\n')));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { notes, damaged } = readNotes(lines.join('\n'));
        assert.ok(notes.length + damaged.length <= lines.join('\n').split(/\r\n|\n|\r/).length);
      }),
      runs(300),
    );
  });
});
