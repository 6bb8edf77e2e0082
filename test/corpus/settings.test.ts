import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compare } from './compare.ts';
import { readCorpora } from './corpus.ts';
import type { JsonObject } from './json.ts';
import { readCases } from './read.ts';
import { SETTINGS } from './settings.ts';

/** So many of a hundred letters may lose a value: what a carve-out says is told by where its lines end. */
const MOST = 1;

/** A record whose texts are printed otherwise; names of fields are none of them. */
const spelt = (gold: JsonObject, set: (text: string) => string): JsonObject =>
  JSON.parse(JSON.stringify(gold), (_, value: unknown) =>
    typeof value === 'string' ? set(value) : value,
  ) as JsonObject;

for (const { name, where, samples } of readCorpora()) {
  describe(`the ${name} letters of ${where} say the same`, () => {
    for (const { name: setting, set, spells, but } of SETTINGS)
      test(setting, () => {
        const told = name === 'public' ? samples : samples.filter((sample) => !but?.test(sample.name));
        assert.ok(told.length > 10);
        const wrong = told.flatMap((sample) => {
          const got = readCases(set(sample.text));
          const outcomes = sample.gold.flatMap((gold, i) => compare(spells ? spelt(gold, set) : gold, got[i] ?? null));
          const lost = outcomes.filter(({ right }) => !right).map(({ field }) => field);
          return lost.length > 0 ? [`${sample.mode}/${sample.name}: ${[...new Set(lost)].join(' ')}`] : [];
        });
        const most = name === 'public' ? (told.length * MOST) / 100 : 0;
        assert.ok(wrong.length <= most, wrong.join('\n'));
      });
  });
}
