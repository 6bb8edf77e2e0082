import { indexFrom } from '../../text/sorted.ts';
import type { Alignment } from './alignment.ts';
import { reach } from './doubles.ts';
import { sizeOf, type Words } from './words.ts';

/** What is needed to look for words that were moved. */
export interface MoveFinder {
  readonly alignment: Alignment;
  /** Where each word stands in the base and in the current text. */
  readonly inBase: ReadonlyMap<number, readonly number[]>;
  readonly inCurrent: ReadonlyMap<number, readonly number[]>;
  /** Which words of the base are gone, and which of the current text came, whole. */
  readonly gone: Uint8Array;
  readonly came: Uint8Array;
}

/** Characters of context on each side that must have moved along. */
const AROUND = 16;

/** The share of what went, and of what came, that must have been moved: more than that of a form sentence in another text. */
const MOST = 0.9;

/** Prepares the search. Linear. */
export const moveFinder = (alignment: Alignment): MoveFinder => {
  const { base, current, to } = alignment;
  const gone = new Uint8Array(base.ids.length).fill(1);
  const came = new Uint8Array(current.ids.length).fill(1);
  to.forEach((place, character) => {
    if (place < 0) return;
    gone[wordAt(base, character)] = 0;
    came[wordAt(current, place)] = 0;
  });
  return { alignment, inBase: placesOf(base), inCurrent: placesOf(current), gone, came };
};

const placesOf = ({ ids }: Words): ReadonlyMap<number, readonly number[]> => {
  const places = new Map<number, number[]>();
  ids.forEach((id, word) => {
    const known = places.get(id);
    if (known) known.push(word);
    else places.set(id, [word]);
  });
  return places;
};

/** The word that holds a character. */
const wordAt = ({ starts }: Words, character: number): number => indexFrom(starts, character + 1) - 1;

/**
 * Where characters [from, to) of the base were moved to, in characters of the current text: their words, with those around
 * them, occur once in the base and once in the current text, and there among words that came. Nearly all that went and nearly
 * all that came must be what was moved, else the same words stand in another text. Null where this is not so.
 */
export const findMoved = (
  finder: MoveFinder,
  [from, to]: readonly [number, number],
): readonly [number, number] | null => {
  const { base, current } = finder.alignment;
  if (from >= to) return null;
  const [first, end] = withContext(base, from, to);
  const { inBase, inCurrent } = occurrences(finder, first, end);
  const [place] = inCurrent;
  if (place === undefined || inCurrent.length > 1 || inBase.length > 1) return null;
  if (!isMove(finder, first, place, end - first)) return null;
  const shift = (current.starts[place] ?? 0) - (base.starts[first] ?? 0);
  return [from + shift, to + shift];
};

/** Do the words of characters [from, to) of the base, with those around them, stand at two places of the current text? */
export const isDoubled = (finder: MoveFinder, [from, to]: readonly [number, number], at: number): boolean => {
  const { base, current } = finder.alignment;
  const [first, end] = withContext(base, from, to);
  const shift = from - (base.starts[first] ?? 0);
  const places = occurrences(finder, first, end).inCurrent;
  return places.some((place) => (current.starts[place] ?? 0) + shift !== at);
};

/** The words of characters [from, to), and those around them. */
const withContext = (words: Words, from: number, to: number): readonly [first: number, end: number] => [
  backOver(words, wordAt(words, from)),
  aheadOver(words, wordAt(words, to - 1) + 1),
];

const backOver = (words: Words, from: number): number => {
  let first = from;
  while (first > 0 && sizeOf(words, first, from) < AROUND) first--;
  return first;
};

const aheadOver = (words: Words, from: number): number => {
  let end = from;
  while (end < words.ids.length && sizeOf(words, from, end) < AROUND) end++;
  return end;
};

/** Where the words [first, end) of the base begin, in the base and in the current text. Looked for by the rarest of them. */
const occurrences = (
  { alignment, inBase, inCurrent }: MoveFinder,
  first: number,
  end: number,
): Readonly<Record<'inBase' | 'inCurrent', readonly number[]>> => {
  const { base, current } = alignment;
  const count = (word: number): number => inBase.get(base.ids[word] ?? 0)?.length ?? 0;
  let rarest = first;
  for (let word = first + 1; word < end; word++) if (count(word) < count(rarest)) rarest = word;
  const id = base.ids[rarest] ?? 0;
  const startsIn = (words: Words, places: readonly number[]): readonly number[] =>
    places.map((place) => place - (rarest - first)).filter((start) => isSame(base, first, words, start, end - first));
  return { inBase: startsIn(base, inBase.get(id) ?? []), inCurrent: startsIn(current, inCurrent.get(id) ?? []) };
};

const isSame = (one: Words, from: number, other: Words, start: number, length: number): boolean => {
  if (start < 0 || start + length > other.ids.length) return false;
  for (let i = 0; i < length; i++) if (one.ids[from + i] !== other.ids[start + i]) return false;
  return true;
};

/**
 * Did these words go and come, and are they, with their neighbours that moved along, nearly all that went and that came? Where
 * two neighbours changed places, both may be marked, and the other one is the rest.
 */
const isMove = ({ alignment, gone, came }: MoveFinder, first: number, place: number, length: number): boolean => {
  const { base, current } = alignment;
  const marked = [around(gone, first, length), around(came, place, length)] as const;
  if (!marked[0] || !marked[1]) return false;
  const [went, arrived] = withoutSame(alignment, marked[0], marked[1], [first, place, length]);
  const side = { words: current, from: arrived[0], to: arrived[1] };
  const from = Math.max(went[0], first - reach(base, first - 1, side, place - 1, -1));
  const to = Math.min(went[1], first + length + reach(base, first + length, side, place + length, 1));
  const behind = reach(base, to, { ...side, to: place - first + from }, side.from, 1);
  const before = reach(base, from - 1, { ...side, from: place - first + to }, side.to - 1, -1);
  const other = Math.max(
    sizeOf(base, to, Math.min(went[1], to + behind)),
    sizeOf(base, Math.max(went[0], from - before), from),
  );
  return sizeOf(base, from, to) + other >= MOST * Math.max(sizeOf(base, ...went), sizeOf(current, ...arrived));
};

/** Words [from, to) of a text. */
type Marked = readonly [from: number, to: number];

/** What went and what came, without the words that are the same before and behind all that changed place. */
const withoutSame = (
  { base, current }: Alignment,
  went: Marked,
  arrived: Marked,
  [first, place, length]: readonly [first: number, place: number, length: number],
): readonly [went: Marked, arrived: Marked] => {
  const isSameAt = (word: number, other: number): boolean => base.ids[word] === current.ids[other];
  let [head, tail] = [0, 0];
  const mostHead = Math.min(first - went[0], place - arrived[0]);
  const mostTail = Math.min(went[1] - first, arrived[1] - place) - length;
  while (head < mostHead && isSameAt(went[0] + head, arrived[0] + head)) head++;
  while (tail < mostTail && isSameAt(went[1] - 1 - tail, arrived[1] - 1 - tail)) tail++;
  return [
    [went[0] + head, went[1] - tail],
    [arrived[0] + head, arrived[1] - tail],
  ];
};

/** The marked words that hold `length` words from `first`; null where not all of those are marked. */
const around = (marks: Uint8Array, first: number, length: number): Marked | null => {
  for (let i = first; i < first + length; i++) if (marks[i] !== 1) return null;
  let [from, to] = [first, first + length];
  while (from > 0 && marks[from - 1] === 1) from--;
  while (to < marks.length && marks[to] === 1) to++;
  return [from, to];
};
