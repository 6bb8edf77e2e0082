import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CHECKS } from '../../server/src/checks/index.ts';
import { compared } from './compared.ts';
import { measured } from './measure.ts';
import { PLANTS } from './plants/index.ts';
import { randomOf } from './random.ts';

describe('the scorecard', () => {
  test('every plant is of a check there is, and has a name of its own', () => {
    const codes = new Set(CHECKS.map(({ code }) => code));
    const names = PLANTS.map(({ code, name }) => `${code}: ${name}`);
    assert.deepEqual(
      PLANTS.filter(({ code }) => !codes.has(code)).map(({ code }) => code),
      [],
    );
    assert.equal(new Set(names).size, names.length);
  });

  test('no committed figure falls', (context) => {
    const cards = measured();
    if (cards.length === 1)
      context.diagnostic('no public letters here: only the figures of the invented ones are compared');
    assert.deepEqual(compared(cards), []);
    for (const { corpus, plants } of cards) {
      const trials = plants.reduce((sum, { recall }) => sum + recall.total, 0);
      context.diagnostic(`${corpus} letters: ${trials} trials`);
      assert.ok(trials > 0);
    }
  });
});

describe('chance', () => {
  test('is the same for the same name, and another for another', () => {
    const drawn = (name: string): number[] => {
      const random = randomOf(name);
      return Array.from({ length: 8 }, () => random.below(1000));
    };
    assert.deepEqual(drawn('a'), drawn('a'));
    assert.notDeepEqual(drawn('a'), drawn('b'));
  });

  test('picks from what there is, and nothing from nothing', () => {
    const random = randomOf('pick');
    const picked = new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c'])));
    assert.deepEqual([...picked].sort(), ['a', 'b', 'c']);
    assert.equal(random.pick([]), null);
    assert.equal(random.below(0), 0);
  });
});
