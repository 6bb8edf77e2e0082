import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Letter, PlacedLetter } from '../../server/src/letter/model.ts';

const SAMPLES = new URL('../../samples/', import.meta.url);

/** The sample letters by name. */
export const samples: ReadonlyMap<string, string> = new Map(
  readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.imr.txt'))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, SAMPLES), 'utf8')]),
);

/** Variable FUZZ: how many times more to try than the tests do by themselves, with new values each time. */
const fuzz = Number(process.env['FUZZ'] ?? 0);

/** How often a property is tried. Without FUZZ the values are the same in every run, so that a failure is never a chance. */
export const runs = (count: number): { numRuns: number; seed?: number } =>
  fuzz > 0 ? { numRuns: count * fuzz } : { numRuns: count, seed: 20130101 };

const someSample = fc.constantFrom(...samples.values());

/** Any UTF-16 code units: lone surrogates, control characters and null among them. */
export const anyUnits: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(9, 10, 12, 13, 32, 45, 58, 0xd800, 0xdfff, 0xfeff)),
  )
  .map((units) => units.map((unit) => String.fromCharCode(unit)).join(''));

/** Pieces of letters in any order, with any line breaks and noise between: near misses of every form. */
export const letterish: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.tuple(someSample, fc.nat(), fc.nat(400)).map(([text, start, length]) => {
        const from = start % text.length;
        return text.slice(from, from + length);
      }),
      fc.tuple(someSample, fc.nat()).map(([text, line]) => {
        const lines = text.split('\n');
        return `${lines[line % lines.length]}\n`;
      }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        '\f',
        ' ',
        ': ',
        ' \n',
        '-\n',
        '1) ',
        'Upheld',
        'is: Overturned\n',
        '(',
        '\u00a0',
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

export interface Damage {
  readonly kind: 'cut' | 'swap' | 'replace' | 'insert';
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('cut', 'swap', 'replace', 'insert'),
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 80 }),
  text: fc.oneof(
    fc.string({ minLength: 1, maxLength: 3 }),
    fc.constantFrom('\f', '\n', '\r\n', '\t', '\ud83d', ':', 'l', 'O'),
  ),
});

/** Applies one damage somewhere in the text: a cut, two neighbouring stretches swapped, one character replaced, or text added. */
const apply = (text: string, { kind, at, length, text: added }: Damage): string => {
  const start = text.length === 0 ? 0 : at % text.length;
  const end = Math.min(start + length, text.length);
  switch (kind) {
    case 'cut':
      return text.slice(0, start) + text.slice(end);
    case 'swap':
      return text.slice(0, start) + text.slice(end, end + length) + text.slice(start, end) + text.slice(end + length);
    case 'replace':
      return text.slice(0, start) + added + text.slice(start + 1);
    case 'insert':
      return text.slice(0, start) + added + text.slice(start);
  }
};

/** A sample letter after some accidents. */
export const damagedLetter: fc.Arbitrary<string> = fc
  .tuple(someSample, fc.array(damage, { minLength: 1, maxLength: 12 }))
  .map(([text, damages]) => damages.reduce(apply, text));

/** Anything a person may open. */
export const anyText: fc.Arbitrary<string> = fc.oneof(anyUnits, letterish, damagedLetter, someSample);

interface Node {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** What a letter carries beside its tree. */
const NOT_NODES = new Set(['text', 'lines']);

/** Calls back for every node that has a span with the nearest node above it. */
export const walkSpans = (letter: Letter, visit: (node: Node, parent: Node) => void): void => {
  const walk = (value: unknown, path: string, parent: Node): void => {
    if (typeof value !== 'object' || value === null) return;
    const span: unknown = 'span' in value ? value.span : value;
    let here = parent;
    if (typeof span === 'object' && span !== null && 'start' in span && 'end' in span) {
      here = { path, start: Number(span.start), end: Number(span.end) };
      visit(here, parent);
    }
    for (const [key, child] of Object.entries(value)) {
      if (key !== 'span' && !NOT_NODES.has(key)) walk(child, `${path}/${key}`, here);
    }
  };
  walk(letter, '', { path: 'the text', start: 0, end: letter.text.length });
};

/** The document, put together again from its letters' texts. */
export const placesOf = (letters: readonly PlacedLetter[]): readonly (readonly [number, string])[] =>
  letters.map(({ letter, offset }) => [offset, letter.text]);
