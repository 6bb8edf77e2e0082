import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concerns } from '../../../server/src/host/watched.ts';

for (const [uri, notes, annotations] of [
  ['file:///letters/.imr/notes.jsonl', true, false],
  ['file:///letters/.imr/annotations/a.imr.txt/ann.jsonl', false, true],
  ['file:///letters/.imr/labels.json', false, true],
  // A folder that came or went whole may have held both.
  ['file:///letters/.imr', true, true],
] as const) {
  test(`a change to ${uri} concerns ${[notes && 'notes', annotations && 'annotations'].filter(Boolean).join(' and ')}`, () => {
    assert.deepEqual(concerns(uri), { notes, annotations });
  });
}
