import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { authorIdOf, isAuthorId } from '../../../server/src/annotations/authors.ts';
import { GOLD, MACHINE } from '../../../server/src/annotations/model.ts';

test('a name or an address gives a short id', () => {
  assert.equal(authorIdOf('Mary-Ann Núñez'), 'mary-ann-nunez');
  assert.equal(authorIdOf('m.abel@example.org'), 'm-abel');
  assert.equal(authorIdOf(' -- '), null);
});

test('no annotator can take the name of a layer or a device', () => {
  assert.equal(authorIdOf(GOLD), 'gold-1');
  assert.equal(authorIdOf(MACHINE), 'machine-1');
  assert.equal(authorIdOf('NUL'), 'nul-1');
});

test('an id of any name is an id, and fit for a file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (name) => {
      const id = authorIdOf(name);
      if (id === null) return;
      assert.ok(isAuthorId(id), id);
      assert.match(id, /^[\p{L}\p{N}-]+$/u);
      assert.ok(id.length <= 66);
    }),
  );
});
