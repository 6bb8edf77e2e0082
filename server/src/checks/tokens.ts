import type { Letter } from '../letter/model.ts';
import { HASH_START, hashWith } from '../text/hash.ts';
import type { Span } from '../text/span.ts';
import { perLetter } from './per-letter.ts';
import { type Region, regionsOf } from './regions.ts';

/**
 * The words and numbers of a letter's prose, in its order, as parallel arrays: token `i` is [starts[i], ends[i]) of the
 * letter's text. A token is a run of letters and digits; wraps, blank lines, form feeds and page furniture lie between
 * tokens, so that whoever goes from one to the next need not know about them. Behind the last token of each region stands
 * an empty one, whose `gaps` tell what comes behind the last word.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** `hashOf` each token in lower case: most words are recognised by it, so that no string need be made of them. */
  readonly hashes: Int32Array;
  /** What each token is made of: `Kind` bits; 0 for the empty token at a region's end. */
  readonly kinds: Uint8Array;
  /** What stands between a token and the one before it, or the region's start: `Gap` bits. */
  readonly gaps: Uint16Array;
  /** Regions in document order, each with its tokens [first, last): `last` is its empty one. */
  readonly regions: readonly TokenRegion[];
}

export interface TokenRegion extends Region {
  readonly first: number;
  readonly last: number;
}

/** What a token is made of. */
export const Kind = { lower: 1, digit: 2, capital: 4, laterCapital: 8 } as const;

/** What stands between two tokens. `spaced`: a blank right before a mark; `doubled`: a mark right behind a mark. */
export const Gap = {
  blank: 1,
  line: 2,
  stop: 4,
  comma: 8,
  colon: 16,
  hyphen: 32,
  slash: 64,
  paired: 128,
  apostrophe: 256,
  other: 512,
  spaced: 1024,
  doubled: 2048,
} as const;

const MARKS = Gap.stop | Gap.comma | Gap.colon;

/** By ASCII code: a bit of `Gap`, or 0 for letters and digits. */
const GAPS: Uint16Array = Uint16Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z\d]/i.test(character)) return 0;
  if (character === '\n' || character === '\r') return Gap.blank | Gap.line;
  if (/\s/.test(character)) return Gap.blank;
  if (character === '.' || character === '!' || character === '?') return Gap.stop;
  if (character === ',') return Gap.comma;
  if (character === ':' || character === ';') return Gap.colon;
  if (character === '-') return Gap.hyphen;
  if (character === '/') return Gap.slash;
  if (character === "'") return Gap.apostrophe;
  return '()[]{}"'.includes(character) ? Gap.paired : Gap.other;
});

/** The same beyond ASCII. Letters of other alphabets count: one may stand in a word by mistake. */
const gapOf = (code: number): number => {
  if (code === 0xa0 || code === 0xfeff) return Gap.blank;
  if (code === 0x2018 || code === 0x2019) return Gap.apostrophe;
  if (code === 0x201c || code === 0x201d) return Gap.paired;
  if (code === 0xad || code === 0x2010 || code === 0x2011) return Gap.hyphen;
  const isLetter =
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) || (code >= 0x370 && code <= 0x52f);
  return isLetter || (code >= 0xfb00 && code <= 0xfb06) ? 0 : Gap.other;
};

/** Room for tokens under construction, kept from letter to letter and grown where one needs more. */
const draft = {
  room: 0,
  count: 0,
  starts: new Int32Array(),
  ends: new Int32Array(),
  hashes: new Int32Array(),
  kinds: new Uint8Array(),
  gaps: new Uint16Array(),
};

const makeRoom = (tokens: number): void => {
  draft.count = 0;
  if (draft.room >= tokens) return;
  draft.room = tokens;
  draft.starts = new Int32Array(tokens);
  draft.ends = new Int32Array(tokens);
  draft.hashes = new Int32Array(tokens);
  draft.kinds = new Uint8Array(tokens);
  draft.gaps = new Uint16Array(tokens);
};

const add = (start: number, end: number, hash: number, kind: number, gap: number): void => {
  const at = draft.count++;
  draft.starts[at] = start;
  draft.ends[at] = end;
  draft.hashes[at] = hash;
  draft.kinds[at] = kind;
  draft.gaps[at] = gap;
};

/** By ASCII code: a bit of `Kind` for letters and digits behind a word's first, 0 for all else. */
const KINDS: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return Kind.lower;
  if (code >= 65 && code <= 90) return Kind.laterCapital;
  return code >= 48 && code <= 57 ? Kind.digit : 0;
});

const kindOf = (code: number): number => (code < 128 ? (KINDS[code] ?? 0) : gapOf(code) === 0 ? Kind.lower : 0);

/** Sets letters of ASCII in lower case and leaves digits as they are. */
const LOWER = 32;

/** Adds the word that begins at `start`; gives where it ends. */
const readWord = (text: string, start: number, end: number, gap: number): number => {
  let code = text.charCodeAt(start);
  let kind: number = kindOf(code) === Kind.laterCapital ? Kind.capital : kindOf(code);
  let hash = hashWith(HASH_START, code < 128 ? code | LOWER : code);
  let i = start + 1;
  for (; i < end; i++) {
    code = text.charCodeAt(i);
    const here = kindOf(code);
    if (here === 0) break;
    kind |= here;
    hash = hashWith(hash, code < 128 ? code | LOWER : code);
  }
  add(start, i, hash, kind, gap);
  return i;
};

/** The first of `furniture` that ends behind `offset`. */
const furnitureFrom = (furniture: readonly Span[], offset: number): number => {
  let index = 0;
  while (index < furniture.length && (furniture[index]?.end ?? 0) <= offset) index++;
  return index;
};

const readRegion = ({ text, furniture }: Letter, { span }: Region): void => {
  let hidden = furnitureFrom(furniture, span.start);
  let skip = furniture[hidden]?.start ?? Infinity;
  let gap = 0;
  let before = 0;
  for (let i = span.start; i < span.end; ) {
    if (i >= skip) {
      i = Math.max(i, furniture[hidden]?.end ?? i);
      skip = furniture[++hidden]?.start ?? Infinity;
      before = Gap.blank;
      continue;
    }
    const code = text.charCodeAt(i);
    const here = code < 128 ? (GAPS[code] ?? 0) : gapOf(code);
    if (here === 0) {
      i = readWord(text, i, span.end, gap);
      gap = before = 0;
      continue;
    }
    gap |= here;
    if ((here & MARKS) !== 0 && before !== 0)
      gap |= (before & MARKS) !== 0 ? Gap.doubled : (before & Gap.blank) !== 0 ? Gap.spaced : 0;
    before = here;
    i++;
  }
  add(span.end, span.end, 0, 0, gap);
};

/** The tokens of a letter, read once. */
export const tokensOf = perLetter((letter: Letter): Tokens => {
  const regions = regionsOf(letter);
  // A token and the gap behind it take two characters at least, and each region has one more token.
  makeRoom((letter.text.length >> 1) + 2 * regions.length + 1);
  const placed = regions.map((region): TokenRegion => {
    const first = draft.count;
    readRegion(letter, region);
    return { ...region, first, last: draft.count - 1 };
  });
  const { count, starts, ends, hashes, kinds, gaps } = draft;
  return {
    text: letter.text,
    count,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    hashes: hashes.slice(0, count),
    kinds: kinds.slice(0, count),
    gaps: gaps.slice(0, count),
    regions: placed,
  };
});

/** A token as printed; the empty text for an index that is none. */
export const tokenText = ({ text, starts, ends }: Tokens, index: number): string =>
  text.slice(starts[index] ?? 0, ends[index] ?? 0);

/** How often each form occurs in the letter, by its hash. */
const countsOf = perLetter((letter: Letter): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const hash of tokensOf(letter).hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
});

/** How often the prose of a letter has a word, by the `hashOf` its lower case form: the evidence of a second witness. */
export const occurrences = (letter: Letter, hash: number): number => countsOf(letter).get(hash) ?? 0;
