import type { Letter } from '../letter/model.ts';
import { HASH_FACTOR, HASH_START } from '../text/hash.ts';
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

/** By ASCII code: a bit of `Kind` for letters and digits behind a word's first, 0 for all else. */
const KINDS: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return Kind.lower;
  if (code >= 65 && code <= 90) return Kind.laterCapital;
  return code >= 48 && code <= 57 ? Kind.digit : 0;
});

/** Room for tokens under construction, kept from letter to letter and replaced by more where one needs it. */
const newDraft = (room: number) => ({
  room,
  count: 0,
  /** What stands between the last token and here, and its last character. */
  gap: 0,
  before: 0,
  starts: new Int32Array(room),
  ends: new Int32Array(room),
  hashes: new Int32Array(room),
  kinds: new Uint8Array(room),
  gaps: new Uint16Array(room),
});
type Draft = ReturnType<typeof newDraft>;

let kept = newDraft(0);

const draftFor = (tokens: number): Draft => {
  if (kept.room < tokens) kept = newDraft(tokens);
  kept.count = 0;
  return kept;
};

/** Sets letters of ASCII in lower case and leaves digits as they are. */
const LOWER = 32;

/**
 * Reads the tokens of [from, end) of a text, in which no furniture stands. The one loop over the characters of all checks:
 * what it reads of is kept in variables of its own, and the hash is `hashWith`, written out.
 */
const readStretch = (text: string, from: number, end: number, draft: Draft): void => {
  const { starts, ends, hashes, kinds, gaps } = draft;
  let { count, gap, before } = draft;
  for (let i = from; i < end; ) {
    let code = text.charCodeAt(i);
    const here = code < 128 ? (GAPS[code] ?? 0) : gapOf(code);
    if (here !== 0) {
      gap |= here;
      if ((here & MARKS) !== 0 && before !== 0)
        gap |= (before & MARKS) !== 0 ? Gap.doubled : (before & Gap.blank) !== 0 ? Gap.spaced : 0;
      before = here;
      i++;
      continue;
    }
    const start = i;
    let kind = code < 128 ? (KINDS[code] ?? 0) : Kind.lower;
    if (kind === Kind.laterCapital) kind = Kind.capital;
    let hash = Math.imul(HASH_START ^ (code < 128 ? code | LOWER : code), HASH_FACTOR);
    while (++i < end) {
      code = text.charCodeAt(i);
      const more = code < 128 ? (KINDS[code] ?? 0) : gapOf(code) === 0 ? Kind.lower : 0;
      if (more === 0) break;
      kind |= more;
      hash = Math.imul(hash ^ (code < 128 ? code | LOWER : code), HASH_FACTOR);
    }
    starts[count] = start;
    ends[count] = i;
    hashes[count] = hash;
    kinds[count] = kind;
    gaps[count++] = gap;
    gap = before = 0;
  }
  draft.count = count;
  draft.gap = gap;
  draft.before = before;
};

/** The empty token at a region's end. */
const close = (draft: Draft, end: number): void => {
  const at = draft.count++;
  draft.starts[at] = draft.ends[at] = end;
  draft.hashes[at] = draft.kinds[at] = 0;
  draft.gaps[at] = draft.gap;
  draft.gap = draft.before = 0;
};

/** Reads a region's tokens; `hidden` is the first furniture that may stand in it. Gives that of the next region. */
const readRegion = ({ text, furniture }: Letter, { span }: Region, hidden: number, draft: Draft): number => {
  let next = hidden;
  let at = span.start;
  for (; next < furniture.length; next++) {
    const { start, end } = furniture[next] as Span;
    if (end <= at) continue;
    if (start >= span.end) break;
    readStretch(text, at, start, draft);
    draft.before = Gap.blank;
    at = end;
    if (end >= span.end) break;
  }
  readStretch(text, at, span.end, draft);
  close(draft, span.end);
  return next;
};

/** The tokens of a letter, read once. */
export const tokensOf = perLetter((letter: Letter): Tokens => {
  const regions = regionsOf(letter);
  // A token and the gap behind it take two characters at least, and each region has one more token.
  const draft = draftFor((letter.text.length >> 1) + 2 * regions.length + 1);
  let hidden = 0;
  const placed = regions.map((region): TokenRegion => {
    const first = draft.count;
    hidden = readRegion(letter, region, hidden, draft);
    const { kind, span, issue } = region;
    return { kind, span, issue, first, last: draft.count - 1 };
  });
  return { text: letter.text, count: draft.count, ...copied(draft), regions: placed };
});

/** The arrays without what they have room for, in one piece of memory: to ask for five takes three times as long. */
const copied = ({ count, starts, ends, hashes, gaps, kinds }: Draft) => {
  const room = new ArrayBuffer(count * BYTES_A_TOKEN);
  const copy = {
    starts: new Int32Array(room, 0, count),
    ends: new Int32Array(room, 4 * count, count),
    hashes: new Int32Array(room, 8 * count, count),
    gaps: new Uint16Array(room, 12 * count, count),
    kinds: new Uint8Array(room, 14 * count, count),
  };
  copy.starts.set(starts.subarray(0, count));
  copy.ends.set(ends.subarray(0, count));
  copy.hashes.set(hashes.subarray(0, count));
  copy.gaps.set(gaps.subarray(0, count));
  copy.kinds.set(kinds.subarray(0, count));
  return copy;
};
const BYTES_A_TOKEN = 15;

/** A token as printed; the empty text for an index that is none. */
export const tokenText = ({ text, starts, ends }: Tokens, index: number): string =>
  text.slice(starts[index] ?? 0, ends[index] ?? 0);

/** Of nearly every word that is asked for a letter has none: a filter of their hashes says so at once. */
const FILTER = (1 << 12) - 1;
/** So many that are there are counted by a look through all tokens; then all are counted, so that time stays linear. */
const FEW = 16;

interface Asked {
  readonly filter: Uint8Array;
  looks: number;
  counts: ReadonlyMap<number, number> | null;
}

const askedOf = perLetter((letter: Letter): Asked => {
  const filter = new Uint8Array(FILTER + 1);
  for (const hash of tokensOf(letter).hashes) filter[hash & FILTER] = 1;
  return { filter, looks: 0, counts: null };
});

/** How often the prose of a letter has a word, by the `hashOf` its lower case form: the evidence of a second witness. */
export const occurrences = (letter: Letter, hash: number): number => {
  const asked = askedOf(letter);
  if (asked.filter[hash & FILTER] === 0) return 0;
  const { hashes } = tokensOf(letter);
  if (asked.counts === null && ++asked.looks > FEW) asked.counts = counted(hashes);
  if (asked.counts) return asked.counts.get(hash) ?? 0;
  let times = 0;
  for (const each of hashes) if (each === hash) times++;
  return times;
};

const counted = (hashes: Int32Array): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
};
