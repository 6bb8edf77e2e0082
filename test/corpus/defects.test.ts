import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLetter } from '../../server/src/checks/index.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { falls, readCommitted, sharesOf, updateCommitted } from './committed.ts';
import { type Corpus, readCorpora } from './corpus.ts';
import { type Defect, knownDefects, placesIn } from './defects.ts';
import type { Tally } from './score.ts';

const FILE = new URL('defects.scores.json', import.meta.url);

/** Is a defect reported in one extraction? Null where that extraction does not hold its words. */
const isFound = ({ samples }: Corpus, { name, found }: Defect, mode: string): boolean | null => {
  const text = samples.find((sample) => sample.name === name && sample.mode === mode)?.text ?? '';
  let places = 0;
  for (const { letter } of parse(text)) {
    for (const { start, end } of placesIn(letter.text, found)) {
      places++;
      if (checkLetter(letter).some(({ span }) => span.start <= end && start <= span.end)) return true;
    }
  }
  return places > 0 ? false : null;
};

const scoresOf = (corpus: Corpus, defects: readonly Defect[]): Map<string, Map<string, Tally>> => {
  const scores = new Map<string, Map<string, Tally>>();
  for (const defect of defects) {
    for (const kind of ['all', defect.kind]) {
      for (const mode of ['plain', 'raw', 'layout']) {
        const found = isFound(corpus, defect, mode);
        if (found === null) continue;
        const byMode = scores.get(kind) ?? new Map<string, Tally>();
        const { right, total } = byMode.get(mode) ?? { right: 0, total: 0 };
        scores.set(kind, byMode.set(mode, { right: right + (found ? 1 : 0), total: total + 1 }));
      }
    }
  }
  return scores;
};

test('the known mistakes in real letters are found, and none less than before', (context) => {
  const real = readCorpora().find(({ name }) => name === 'public');
  const defects = real ? knownDefects(real) : [];
  if (!real || defects.length === 0) {
    context.diagnostic('no list of mistakes in real letters here: tested on none');
    assert.ok(Object.keys(readCommitted(FILE)).length > 0);
    return;
  }
  const scores = scoresOf(real, defects);
  for (const [kind, byMode] of scores) {
    const cells = [...byMode].map(([mode, { right, total }]) => `${right} of ${total} in ${mode}`);
    context.diagnostic(`${kind}: ${cells.join(', ')}`);
  }
  const shares = sharesOf(scores);
  if (process.env['UPDATE_SCORES'] === '1') updateCommitted(FILE, real.name, shares);
  assert.deepEqual(falls(readCommitted(FILE)[real.name] ?? {}, shares), []);
});
