import { isWord } from '../facts/lexicon.ts';
import { isOfPair } from '../facts/pairs.ts';
import { damagedUnits, unitNames } from '../facts/units.ts';
import { bareEndings } from '../facts/word-parts.ts';
import type { Letter } from '../letter/model.ts';
import { hashOf } from '../text/hash.ts';
import { perLetter } from './per-letter.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from './tokens.ts';

/**
 * The tokens of a letter that a check may have something to say about, by their indices, in order. Nearly all others are
 * plain words, which are passed over by their hash alone.
 */
export interface Notable {
  /** Words from three letters on that neither English nor the tables have, and bare endings: `bareEndings`. */
  readonly unknown: readonly number[];
  /** Numbers, and letters and digits in one token. */
  readonly numeric: readonly number[];
  /** Those of them that hold both. */
  readonly mixed: readonly number[];
  /** Tokens behind marks that are not where marks usually are: doubled, between blanks, before no capital. */
  readonly odd: readonly number[];
  /** Tokens that a hyphen stands before, and nothing else but blanks and line ends. */
  readonly hyphens: readonly number[];
  /** Tokens that stood already among the few before them; how far before is in `distances`, at the same place. */
  readonly again: readonly number[];
  readonly distances: readonly number[];
  /** Words that may have been taken for another, by their neighbours (facts/data/pairs.json). */
  readonly pairs: readonly number[];
  /** Units of numbers, and what a damaged unit may look like. */
  readonly units: readonly number[];
  /** Words that tell what a number beside them is: `CUES`. */
  readonly cues: readonly number[];
  /** Pronouns that tell a person's sex: `PRONOUNS`. */
  readonly pronouns: readonly number[];
  /** Words that tell a side of the body: `SIDES`. */
  readonly sides: readonly number[];
  /** `necessary`: what a rationale concludes of a treatment ends in it. */
  readonly necessary: readonly number[];
}

/** `years old`, `Qty`, `Page(s)`, `CPT`: words that numbers of a kind stand beside. */
export const CUES = {
  age: new Set(['year', 'years', 'yr', 'yrs', 'yo']),
  quantity: new Set(['qty', 'quantity', 'count']),
  pages: new Set(['page', 'pages']),
  code: new Set(['cpt', 'icd', 'hcpcs']),
} as const;

/** Pronouns by the sex that they tell. */
export const PRONOUNS = {
  female: new Set(['she', 'her', 'hers', 'herself']),
  male: new Set(['he', 'him', 'his', 'himself']),
} as const;

/** Sides of the body, and both of them. */
export const SIDES = new Set(['left', 'right', 'bilateral', 'bilaterally', 'both']);
const NECESSARY = 'necessary';

const Trait = { seen: 1, unknown: 2, pair: 4, unit: 8, cue: 16, pronoun: 32, side: 64, necessary: 128 } as const;
const SHORTEST = 3;

const traitsOf = (word: string): number => {
  const isCue = CUES.age.has(word) || CUES.quantity.has(word) || CUES.pages.has(word) || CUES.code.has(word);
  const isUnit = unitNames().has(word) || damagedUnits().has(word);
  const traits =
    (isOfPair(hashOf(word)) ? Trait.pair : 0) |
    (isUnit ? Trait.unit : 0) |
    (isCue ? Trait.cue : 0) |
    (PRONOUNS.female.has(word) || PRONOUNS.male.has(word) ? Trait.pronoun : 0) |
    (SIDES.has(word) ? Trait.side : 0) |
    (word === NECESSARY ? Trait.necessary : 0) |
    Trait.seen;
  if (bareEndings().has(word)) return traits | Trait.unknown;
  return word.length < SHORTEST || isUnit || isWord(word) ? traits : traits | Trait.unknown;
};

/**
 * What is known of words, by their hash: letters share most of their words, so that nearly all are looked up once. The last
 * bits of a hash are its place, which holds the last two words that fell on it: the other bits, and their traits below.
 */
const PLACE_BITS = 14;
const PLACE = (1 << PLACE_BITS) - 1;
const known = new Int32Array(2 * (PLACE + 1));

const isOf = (entry: number, hash: number): boolean =>
  (entry ^ hash) >>> PLACE_BITS === 0 && (entry & Trait.seen) !== 0;

const traitsAt = (tokens: Tokens, index: number): number => {
  const hash = tokens.hashes[index] ?? 0;
  const place = (hash & PLACE) << 1;
  const latest = known[place] ?? 0;
  if (isOf(latest, hash)) return latest & PLACE;
  const other = known[place + 1] ?? 0;
  if (isOf(other, hash)) return other & PLACE;
  const traits = traitsOf(tokenText(tokens, index).toLowerCase());
  known[place + 1] = latest;
  known[place] = (hash & ~PLACE) | traits;
  return traits;
};

const ODD = Gap.spaced | Gap.doubled | Gap.paired | Gap.apostrophe;
const PLAIN = Gap.blank | Gap.line;
const MARKS = Gap.stop | Gap.comma | Gap.colon;

const isOdd = (gap: number, kind: number): boolean =>
  (gap & ODD) !== 0 ||
  ((gap & MARKS) !== 0 && (gap & Gap.blank) === 0) ||
  ((gap & Gap.stop) !== 0 && kind === Kind.lower);

/** Where a hash was last met: the least bits of the hash are its place. */
const RECENT = 256;
const FAR = 12;
const recent = new Int32Array(RECENT);

const newNotable = () => ({
  unknown: [] as number[],
  numeric: [] as number[],
  mixed: [] as number[],
  odd: [] as number[],
  hyphens: [] as number[],
  again: [] as number[],
  distances: [] as number[],
  pairs: [] as number[],
  units: [] as number[],
  cues: [] as number[],
  pronouns: [] as number[],
  sides: [] as number[],
  necessary: [] as number[],
});

/** The notable tokens of a letter, looked for once. */
export const notableIn = perLetter((letter: Letter): Notable => {
  const tokens = tokensOf(letter);
  const { count, kinds, gaps, hashes: met } = tokens;
  const found = newNotable();
  recent.fill(-FAR - 1);
  for (let i = 0; i < count; i++) {
    const kind = kinds[i] ?? 0;
    const gap = gaps[i] ?? 0;
    if (gap > PLAIN) {
      if (isOdd(gap, kind)) found.odd.push(i);
      if ((gap & ~PLAIN) === Gap.hyphen) found.hyphens.push(i);
    }
    if (kind === 0) continue;
    const hash = met[i] ?? 0;
    const distance = i - (recent[hash & (RECENT - 1)] ?? 0);
    recent[hash & (RECENT - 1)] = i;
    if (distance <= FAR && met[i - distance] === hash) {
      found.again.push(i);
      found.distances.push(distance);
    }
    if ((kind & Kind.digit) !== 0) {
      found.numeric.push(i);
      if (kind !== Kind.digit) found.mixed.push(i);
    } else {
      const traits = traitsAt(tokens, i);
      if (traits !== Trait.seen) addTraits(found, traits, i);
    }
  }
  return found;
});

const addTraits = (found: ReturnType<typeof newNotable>, of: number, index: number): void => {
  if ((of & Trait.unknown) !== 0) found.unknown.push(index);
  if ((of & Trait.pair) !== 0) found.pairs.push(index);
  if ((of & Trait.unit) !== 0) found.units.push(index);
  if ((of & Trait.cue) !== 0) found.cues.push(index);
  if ((of & Trait.pronoun) !== 0) found.pronouns.push(index);
  if ((of & Trait.side) !== 0) found.sides.push(index);
  if ((of & Trait.necessary) !== 0) found.necessary.push(index);
};

/** Those of a list of tokens, in order, that lie in [first, last). */
export const among = (indices: readonly number[], first: number, last: number): readonly number[] => {
  const from = firstFrom(indices, first);
  let to = from;
  while ((indices[to] ?? last) < last) to++;
  return from === to ? NONE : indices.slice(from, to);
};

const NONE: readonly number[] = [];

/** The place of the first that is not below `least`. */
const firstFrom = (indices: readonly number[], least: number): number => {
  let [low, high] = [0, indices.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indices[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
};
