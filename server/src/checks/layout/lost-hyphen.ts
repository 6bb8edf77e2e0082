import { isEnglish } from '../../facts/english.ts';
import { domainWords } from '../../facts/lexicon.ts';
import { hashWith } from '../../text/hash.ts';
import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { Gap, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { isFreePrefix, isPrefix } from './hyphens.ts';

const WORD = /^[a-z]{2,}$/i;

/**
 * Two words run together that the letter elsewhere joins by a hyphen: programs that take text out of a PDF drop a hyphen at
 * a line end.
 *
 *     antiinflammatory, where the letter also has anti-inflammatory
 */
export const layoutLostHyphen: Check = {
  code: 'layout.lost-hyphen',
  title: 'A word has lost the hyphen that it has elsewhere in the letter.',
  severity: 'information',
  category: 'layout',
  run: (letter) => foundIn(tokensOf(letter), notableIn(letter).hyphens),
};

/** So many bits that of the few words that are looked for, few others share one. */
const FILTER_BITS = 1 << 10;
/** The bits of the words that are looked for in the letter at hand; one for all letters, in turn. */
const filter = new Uint8Array(FILTER_BITS);

const foundIn = (tokens: Tokens, hyphens: readonly number[]): readonly Found[] => {
  const wanted = hyphenated(tokens, hyphens);
  if (wanted.size === 0) return [];
  filter.fill(0);
  for (const hash of wanted.keys()) filter[hash & (FILTER_BITS - 1)] = 1;
  const { count, hashes } = tokens;
  const found: Found[] = [];
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] ?? 0;
    const elsewhere = filter[hash & (FILTER_BITS - 1)] ? wanted.get(hash) : undefined;
    const problem = elsewhere === undefined ? null : foundAt(tokens, i, elsewhere);
    if (problem) found.push(problem);
  }
  return found;
};

/** The words with a hyphen, as the index of their second half, by the hash that they have without the hyphen. */
const hyphenated = (tokens: Tokens, hyphens: readonly number[]): ReadonlyMap<number, number> => {
  const words = new Map<number, number>();
  for (const i of hyphens) if (i > 0 && tokens.gaps[i] === Gap.hyphen) words.set(joinedHash(tokens, i), i);
  return words;
};

/** The hash of both halves in lower case, without the hyphen. */
const joinedHash = ({ text, starts, ends, hashes }: Tokens, tail: number): number => {
  let hash = hashes[tail - 1] ?? 0;
  for (let at = starts[tail] ?? 0; at < (ends[tail] ?? 0); at++) {
    const code = text.charCodeAt(at);
    hash = hashWith(hash, code >= 65 && code <= 90 ? code + 32 : code);
  }
  return hash;
};

/** `tail` is the second half of the word as it is printed elsewhere. */
const foundAt = (tokens: Tokens, at: number, tail: number): Found | null => {
  const printed = tokenText(tokens, at);
  const [head, rest] = [tokenText(tokens, tail - 1), tokenText(tokens, tail)];
  if (!WORD.test(head) || !WORD.test(rest) || head.length + rest.length !== printed.length) return null;
  const word = printed.toLowerCase();
  if (isFreePrefix(head.toLowerCase(), rest.toLowerCase()) || isEnglish(word)) return null;
  if (!isPrefix(head.toLowerCase()) && domainWords().has(word)) return null;
  return {
    span: { start: tokens.starts[at] ?? 0, end: tokens.ends[at] ?? 0 },
    message: `${quoted(printed)} stands here, where the letter elsewhere has ${quoted(`${head}-${rest}`)}.`,
    reading: `${printed.slice(0, head.length)}-${printed.slice(head.length)}`,
    related: [
      { span: { start: tokens.starts[tail - 1] ?? 0, end: tokens.ends[tail] ?? 0 }, message: 'Here with its hyphen.' },
    ],
  };
};
