import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { type TokenRegion, type Tokens, tokensOf } from '../tokens.ts';
import { quoted } from '../wording.ts';

/** Fewer words in the same order may be said twice. */
const SHORTEST = 40;
/** What is compared first; of any block of twice its length, one stretch that begins at a multiple of it is part. */
const STRETCH = SHORTEST / 2;
/** The base of the rolling hash, and what its first token weighs in it. */
const BASE = 0x01000193;
let weight = 1;
for (let i = 1; i < STRETCH; i++) weight = Math.imul(weight, BASE);
const WEIGHT = weight;

/**
 * The same forty words and more, twice in one part of the letter: a page or a paragraph was taken over twice. What two
 * issues have in common is the reviewer's own.
 */
export const layoutDuplicateBlock: Check = {
  code: 'layout.duplicate-block',
  title: 'The same text stands twice in one part of the letter.',
  severity: 'warning',
  category: 'layout',
  run: (letter) => {
    const tokens = tokensOf(letter);
    return flatMap(tokens.regions, (region) =>
      region.last - region.first < 2 * SHORTEST ? [] : duplicatesIn(letter, tokens, region),
    );
  },
};

/** Two equal runs of tokens, as indices. */
interface Repeat {
  readonly first: number;
  readonly second: number;
  readonly length: number;
}

const duplicatesIn = (letter: Letter, tokens: Tokens, region: TokenRegion): readonly Found[] => {
  const found: Found[] = [];
  let end = region.first;
  for (const { first, second } of stretches(tokens, region)) {
    if (second < end) continue;
    const repeat = extended(tokens, region, first, second, end);
    if (repeat.length < SHORTEST) continue;
    found.push(foundAt(letter, tokens, repeat));
    end = repeat.second + repeat.length;
  }
  return found;
};

/** Says of which hashes none was noted in a region: the number of the region that noted one last at its place. */
const FILTER_BITS = 1 << 13;
const filter = new Int32Array(FILTER_BITS);
let regions = 0;

/** Stretches that occur again, each with where it first does. One step a token; the filter spares most look-ups. */
const stretches = ({ hashes }: Tokens, { first, last }: TokenRegion): readonly Pick<Repeat, 'first' | 'second'>[] => {
  const found: Pick<Repeat, 'first' | 'second'>[] = [];
  const known = new Map<number, number>();
  const region = (regions = (regions + 1) | 0);
  let rolling = 0;
  let next = first;
  for (let i = first; i < last; i++) {
    if (i - STRETCH >= first) rolling = (rolling - Math.imul(hashes[i - STRETCH] ?? 0, WEIGHT)) | 0;
    rolling = (Math.imul(rolling, BASE) + (hashes[i] ?? 0)) | 0;
    const start = i + 1 - STRETCH;
    const place = (rolling ^ (rolling >>> 15)) & (FILTER_BITS - 1);
    if (start >= first && filter[place] === region) {
      const earlier = known.get(rolling);
      if (earlier !== undefined && start - earlier >= STRETCH) found.push({ first: earlier, second: start });
      if (earlier !== undefined && start === next) {
        next += STRETCH;
        continue;
      }
    }
    if (start !== next) continue;
    next += STRETCH;
    filter[place] = region;
    known.set(rolling, start);
  }
  return found;
};

/** The repeat as far as it goes to both sides, without overlapping itself or what was found before. */
const extended = ({ hashes }: Tokens, region: TokenRegion, first: number, second: number, end: number): Repeat => {
  const distance = second - first;
  let from = first;
  while (from > region.first && from + distance > end && hashes[from - 1] === hashes[from - 1 + distance]) from--;
  let to = first;
  while (to + distance < region.last && to - from < distance && hashes[to] === hashes[to + distance]) to++;
  return { first: from, second: from + distance, length: to - from };
};

/** The second copy goes, with what parts it from the text before. */
const foundAt = ({ text }: Letter, { starts, ends }: Tokens, { first, second, length }: Repeat): Found => {
  const span = { start: ends[second - 1] ?? 0, end: ends[second + length - 1] ?? 0 };
  const before = { start: starts[first] ?? 0, end: ends[first + length - 1] ?? 0 };
  const opening = text.slice(starts[second], (starts[second] ?? 0) + 200);
  return {
    span,
    message: `The ${length} words from ${quoted(opening)} on stand here a second time, in the same order.`,
    reading: '',
    related: [{ span: before, message: 'They stand here first.' }],
  };
};
