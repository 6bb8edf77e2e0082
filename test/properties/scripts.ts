/**
 * Random edit scripts over invented letters whose characters carry marks, so that where a character of the beginning stands
 * at the end, or that it is gone, is known and not guessed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { samples } from './letters.ts';

const LETTERS = new URL('../letters/', import.meta.url);

/** The letters of the project, with LF line ends. */
export const letters: readonly string[] = [
  ...samples.values(),
  ...readdirSync(LETTERS)
    .filter((name) => name.endsWith('.imr.txt'))
    .sort()
    .map((name) => readFileSync(new URL(name, LETTERS), 'utf8')),
].map((text) => text.replace(/\r\n?/g, '\n'));

const WINDOW = 5;

/** All stretches of five words. */
const phrases = (text: string): ReadonlySet<string> => {
  const words = text.match(/\S+/g) ?? [];
  return new Set(words.map((_, i) => words.slice(i, i + WINDOW).join(' ')));
};

/** For each letter the others: not those that tell the same case in another wrapping or form. */
const OTHERS: ReadonlyMap<string, readonly string[]> = (() => {
  const all = letters.map((text) => [text, phrases(text)] as const);
  const shared = (one: ReadonlySet<string>, two: ReadonlySet<string>): number =>
    [...one].filter((phrase) => two.has(phrase)).length / Math.min(one.size, two.size);
  return new Map(
    all.map(([text, own]) => [text, all.filter(([, theirs]) => shared(own, theirs) < 0.7).map(([other]) => other)]),
  );
})();

/**
 * A text whose characters (UTF-16 units) remember the offset they had in the base; NEW for what came later. A character
 * that was cut and put in elsewhere, or copied, is at `displaced(offset)`: when the one in its place is gone, the text is
 * the same whichever way it came about.
 */
export interface Marked {
  readonly text: string;
  readonly marks: readonly number[];
}

export const NEW = -1;
const displaced = (mark: number): number => (mark < NEW ? mark : NEW - 1 - mark);
/** The offset in the base, wherever the character now is; NEW for what came later. */
export const originOf = (mark: number): number => (mark < NEW ? NEW - 1 - mark : mark);

export const marked = (text: string): Marked => ({ text, marks: Array.from({ length: text.length }, (_, i) => i) });

const slice = ({ text, marks }: Marked, from: number, to?: number): Marked => ({
  text: text.slice(from, to),
  marks: marks.slice(from, to),
});

const fresh = (text: string): Marked => ({ text, marks: new Array<number>(text.length).fill(NEW) });

const elsewhere = ({ text, marks }: Marked): Marked => ({ text, marks: marks.map(displaced) });

const NO_MARKS: readonly number[] = [];

const joined = (...parts: readonly Marked[]): Marked => ({
  text: parts.map(({ text }) => text).join(''),
  marks: NO_MARKS.concat(...parts.map(({ marks }) => marks)),
});

/** Every kind of step. */
export const STEPS = [
  'characters',
  'damage',
  'wrap',
  'delete',
  'delete lines',
  'move',
  'move lines',
  'copy',
  'insert letter',
  'insert part',
  'replace',
] as const;
export type StepKind = (typeof STEPS)[number];

export interface Step {
  readonly kind: StepKind;
  /** Each means what the kind of step needs; all are taken modulo what there is. */
  readonly at: number;
  readonly length: number;
  readonly target: number;
  readonly other: number;
  readonly seed: number;
}

/** Small numbers that follow from a seed, the same in every run. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed | 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) & 0xffffff;
  };
};

const CHARACTERS = 'etaoin shrdlu.,-0123456789ETAOIN\n';

/** One character typed, taken out, written over, or two changed over. */
const typo = (text: Marked, at: number, next: () => number): Marked => {
  const character = CHARACTERS[next() % CHARACTERS.length] ?? 'e';
  switch (next() % 4) {
    case 0:
      return joined(slice(text, 0, at), fresh(character), slice(text, at));
    case 1:
      return joined(slice(text, 0, at), slice(text, at + 1));
    case 2:
      return joined(slice(text, 0, at), fresh(character), slice(text, at + 1));
    default:
      return joined(slice(text, 0, at), slice(text, at + 1, at + 2), slice(text, at, at + 1), slice(text, at + 2));
  }
};

const wrapped = (text: Marked, width: number): Marked => {
  const parts: Marked[] = [];
  let column = 0;
  for (const { 0: word, index } of text.text.matchAll(/\S+/g)) {
    if (column > 0) parts.push(fresh(column + word.length > width ? '\n' : ' '));
    if (column + word.length > width) column = 0;
    column += word.length + 1;
    parts.push(slice(text, index, index + word.length));
  }
  return joined(...parts);
};

/** A stretch of the text; of whole lines where that is asked. */
const block = (text: string, { at, length, kind }: Step): readonly [from: number, to: number] => {
  const from = at % (text.length + 1);
  const to = Math.min(text.length, from + 1 + (length % 800));
  if (!kind.endsWith('lines')) return [from, to];
  const end = text.indexOf('\n', to);
  return [text.lastIndexOf('\n', from - 1) + 1, end < 0 ? text.length : end + 1];
};

const partOf = (text: string, { target, length, seed }: Step): string => {
  const from = target % text.length;
  return text.slice(from, from + 1 + ((length ^ seed) % 400));
};

/** The text after one step; `base` is the text of the beginning. */
export const stepped = (base: string, text: Marked, step: Step): Marked => {
  const [from, to] = block(text.text, step);
  const next = numbersFrom(step.seed);
  const others = OTHERS.get(base) ?? [];
  const other = others[step.other % others.length] ?? '';
  const cut = (): Marked => joined(slice(text, 0, from), slice(text, to));
  const put = (into: Marked, what: Marked, at: number): Marked => joined(slice(into, 0, at), what, slice(into, at));
  switch (step.kind) {
    case 'characters':
      return Array.from({ length: 1 + (step.length % 15) }).reduce<Marked>(
        (now) => typo(now, next() % (now.text.length + 1), next),
        text,
      );
    case 'damage':
      return Array.from({ length: 12 }).reduce<Marked>((now) => typo(now, from + (next() % 80), next), text);
    case 'wrap':
      return wrapped(text, 40 + (step.length % 80));
    case 'delete':
    case 'delete lines':
      return cut();
    case 'move':
    case 'move lines': {
      const rest = cut();
      const at = step.target % (rest.text.length + 1);
      return put(
        rest,
        elsewhere(slice(text, from, to)),
        step.kind === 'move' ? at : rest.text.lastIndexOf('\n', at - 1) + 1,
      );
    }
    case 'copy':
      return put(text, elsewhere(slice(text, from, to)), step.target % (text.text.length + 1));
    case 'insert letter':
      return put(text, fresh(other), from);
    case 'insert part':
      return put(text, fresh(partOf(other, step)), from);
    case 'replace':
      return replaced(text, from, to, partOf(other, step));
  }
};

/** What a replacement has in common with the replaced at its ends, it leaves: the result is the same text by the same edit. */
const replaced = (text: Marked, from: number, to: number, by: string): Marked => {
  let [start, end, first, last] = [from, to, 0, by.length];
  while (start < end && first < last && text.text[start] === by[first]) {
    start++;
    first++;
  }
  while (start < end && first < last && text.text[end - 1] === by[last - 1]) {
    end--;
    last--;
  }
  return joined(slice(text, 0, start), fresh(by.slice(first, last)), slice(text, end));
};

const step = (kinds: readonly StepKind[]): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.nat(),
    length: fc.nat(),
    target: fc.nat(),
    other: fc.nat(),
    seed: fc.nat(),
  });

export interface Script {
  readonly letter: number;
  readonly steps: readonly Step[];
  readonly seed: number;
}

/** One to `most` steps on one of the letters. */
export const script = (most: number, kinds: readonly StepKind[] = STEPS): fc.Arbitrary<Script> =>
  fc.record({
    letter: fc.nat({ max: letters.length - 1 }),
    steps: fc.array(step(kinds), { minLength: 1, maxLength: most }),
    seed: fc.nat(),
  });
