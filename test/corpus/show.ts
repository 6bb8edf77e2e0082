/**
 * For the developer's terminal: where the parser and the gold disagree.
 *   npx tsx test/corpus/show.ts FIELD [MODE]
 * FIELD is part of a field of the score table (`/item`, `sections`, `last line`); MODE is one of its columns.
 * It prints text of the letters that it reads: do not paste its output into the project.
 */
import { inspect } from 'node:util';
import { readCorpora } from './corpus.ts';
import type { Json } from './json.ts';
import { readCases } from './read.ts';
import { scoreSample } from './score.ts';

const CONTEXT = 60;

/** Of two long texts, the part around the first difference. */
const around = (expected: Json, got: Json): readonly [Json, Json] => {
  if (typeof expected !== 'string' || typeof got !== 'string' || expected.length + got.length < 4 * CONTEXT) {
    return [expected, got];
  }
  let same = 0;
  while (same < expected.length && expected[same] === got[same]) same++;
  const part = (text: string): string => `@${same} …${text.slice(Math.max(0, same - CONTEXT), same + CONTEXT)}…`;
  return [part(expected), part(got)];
};

const [wanted, mode] = process.argv.slice(2);
if (wanted === undefined) {
  console.error('usage: npx tsx test/corpus/show.ts FIELD [MODE]');
  process.exit(2);
}
const show = (value: Json): string => inspect(value, { depth: 9, breakLength: 160, maxStringLength: 400 });
let shown = 0;
for (const corpus of readCorpora()) {
  for (const sample of corpus.samples) {
    if (mode !== undefined && sample.mode !== mode) continue;
    for (const outcome of scoreSample(sample, readCases)) {
      if (outcome.right || !outcome.field.includes(wanted)) continue;
      const [expected, got] = around(outcome.expected, outcome.got);
      console.log(`${sample.name} ${sample.mode} ${outcome.pointer || outcome.field}`);
      console.log(`  expected ${show(expected)}\n  got      ${show(got)}`);
      shown++;
    }
  }
}
console.log(`${shown} differences`);
