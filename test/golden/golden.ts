import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/**
 * Compares a drawing with the file test/golden/`name`.txt. With UPDATE_GOLDEN=1 the file is written instead: read the
 * change before committing it.
 */
export const matchesGolden = (name: string, drawing: string): void => {
  const path = join(__dirname, `${name}.txt`);
  const actual = `${drawing.trimEnd()}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  const file = relative(ROOT, path);
  assert.ok(existsSync(path), `${file} is missing; UPDATE_GOLDEN=1 writes it.`);
  const expected = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  if (actual === expected) return;
  assert.fail(
    `${file} is drawn differently; if that is meant, run again with UPDATE_GOLDEN=1.\n${difference(expected, actual)}`,
  );
};

const AROUND = 3;

/** The lines around the first difference, `-` as in the file and `+` as drawn now. */
const difference = (expected: string, actual: string): string => {
  const before = expected.split('\n');
  const after = actual.split('\n');
  let first = 0;
  while (first < before.length && before[first] === after[first]) first++;
  let same = 0;
  while (same < Math.min(before.length, after.length) - first && before.at(-1 - same) === after.at(-1 - same)) same++;
  const marked = (sign: string, lines: readonly string[]) => lines.map((line) => `${sign} ${line}`);
  return [
    `first difference in line ${first + 1}:`,
    ...marked(' ', before.slice(Math.max(0, first - AROUND), first)),
    ...marked('-', before.slice(first, before.length - same)),
    ...marked('+', after.slice(first, after.length - same)),
    ...marked(' ', before.slice(before.length - same, before.length - same + AROUND)),
  ].join('\n');
};
