import { isEnglish, isSurelyEnglish } from '../../facts/english.ts';
import { byWord } from '../../facts/lazy.ts';
import { domainWords, isMedical, isWord } from '../../facts/lexicon.ts';
import { nearestWord } from '../../facts/near-words.ts';
import { readingsOf, usualReadingsOf } from '../../facts/readings.ts';
import { areDerived, stemsOf } from '../../facts/stems.ts';
import { bareEndings, prefixes } from '../../facts/word-parts.ts';
import type { Letter } from '../../letter/model.ts';
import { hashOf } from '../../text/hash.ts';
import { notableIn } from '../notable.ts';
import { perLetter } from '../per-letter.ts';
import { Gap, Kind, occurrences, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { drugNames, nearDrugs, nearTerms } from './tables.ts';

/**
 * What an unknown word is taken for. Each gets one verdict at most, by the device that is surest: two words run together or
 * one divided, a drug, a letter taken for another, a term misspelt.
 */
export interface Verdict {
  readonly kind: 'joined' | 'divided' | 'drug' | 'scanno' | 'term';
  /** The tokens it is about, [first, last]. */
  readonly first: number;
  readonly last: number;
  /** In lower case, but for the names of drugs. */
  readonly reading: string;
  /** The letter has the reading elsewhere. */
  readonly inLetter: boolean;
  /** The letter or the tables have the reading. */
  readonly witnessed: boolean;
}

export const verdictsIn = perLetter((letter: Letter): readonly Verdict[] => {
  const tokens = tokensOf(letter);
  const verdicts: Verdict[] = [];
  for (const index of notableIn(letter).unknown) {
    if (index <= (verdicts.at(-1)?.last ?? -1) || isUnsure(tokens, index)) continue;
    const verdict = verdictOn(letter, tokens, index);
    if (verdict) verdicts.push(verdict);
  }
  return verdicts;
});

export const verdictsOf = (letter: Letter, kind: Verdict['kind']): readonly Verdict[] =>
  verdictsIn(letter).filter((verdict) => verdict.kind === kind);

const LINE_END = Gap.hyphen | Gap.line;
const SHORT_CAPITALS = 5;

const isCapitals = (kind: number): boolean => (kind & Kind.lower) === 0;

/** Marks without a blank that join a token to others: addresses of the web, compounds, what an apostrophe shortens. */
const JOINING_BEFORE = Gap.slash | Gap.stop | Gap.colon | Gap.hyphen | Gap.apostrophe | Gap.other;
const JOINING_BEHIND = Gap.slash | Gap.hyphen | Gap.apostrophe;

/** Part of a longer name, of a word divided at a line's end or shortened, or an abbreviation. */
const isUnsure = ({ gaps, kinds, starts, ends }: Tokens, index: number): boolean => {
  const [before, behind] = [gaps[index] ?? 0, gaps[index + 1] ?? 0];
  if ((before & LINE_END) === LINE_END || (behind & LINE_END) === LINE_END) return true;
  if ((before & JOINING_BEFORE) !== 0 && (before & Gap.blank) === 0) return true;
  if ((behind & JOINING_BEHIND) !== 0 && (behind & Gap.blank) === 0) return true;
  const kind = kinds[index] ?? 0;
  const length = (ends[index] ?? 0) - (starts[index] ?? 0);
  if ((kind & Kind.capital) !== 0 && length <= SHORT_VALUE && kinds[index + 1] === Kind.digit) return true;
  return isCapitals(kind) && length <= SHORT_CAPITALS;
};
/** What a value stands behind: `Hct 44%`. */
const SHORT_VALUE = 4;

const SENTENCE = Gap.stop | Gap.colon;

/** A capital within a sentence, or in what a side relied on: a name or a title, most likely. */
const isName = ({ kinds, gaps, regions }: Tokens, index: number): boolean => {
  const kind = kinds[index] ?? 0;
  if ((kind & Kind.capital) === 0 || isCapitals(kind)) return false;
  const startsSentence = index === 0 || kinds[index - 1] === 0 || ((gaps[index] ?? 0) & SENTENCE) !== 0;
  return (
    !startsSentence || regions.some(({ kind: of, first, last }) => of === 'basis' && first <= index && index < last)
  );
};

const verdictOn = (letter: Letter, tokens: Tokens, index: number): Verdict | null => {
  const word = tokenText(tokens, index).toLowerCase();
  if (!/^[a-z]+$/.test(word)) return null;
  if (bareEndings().has(word)) return dividedAt(letter, tokens, index);
  const drug = drugOf(word);
  const on = (kind: Verdict['kind'], reading: string | null): Verdict | null =>
    reading === null
      ? null
      : {
          kind,
          first: index,
          last: index,
          reading,
          inLetter: isIn(letter, reading),
          witnessed: isWitnessed(letter, reading),
        };
  if (isName(tokens, index)) {
    if (NAMED.has(tokens.hashes[index + 1] ?? 0)) return null;
    return on('drug', drug) ?? on('scanno', printedElsewhere(letter, word)) ?? on('term', monthOf(tokens, index, word));
  }
  return (
    dividedAt(letter, tokens, index) ??
    on('joined', joinedOf(letter, word)) ??
    on('drug', drug) ??
    on('scanno', scannoOf(letter, word)) ??
    on('term', termOf(word))
  );
};

/** What is called by the name of whoever described it: `Modic changes` are no slip of `Mobic`. */
const NAMED: ReadonlySet<number> = new Set(
  'sign signs test tests type grade stage class classification criteria score scale index change changes maneuver'
    .split(' ')
    .map(hashOf),
);

const isIn = (letter: Letter, word: string): boolean => occurrences(letter, hashOf(word.toLowerCase())) > 0;

/** The word is elsewhere in the letter, or in the tables: a second witness for it. */
const isWitnessed = (letter: Letter, word: string): boolean =>
  domainWords().has(word) || (occurrences(letter, hashOf(word)) > 0 && isWord(word));

const LONG_DRUG = 10;

/** What a word may have been, and of the commonest confusions what is English. */
const readings = byWord((word) => [...readingsOf(word)]);
const englishReadings = byWord((word) => [...usualReadingsOf(word)].filter(isSurelyEnglish));

/** What medicine's parts make, which no list has: long words alone, for short ones are made of them too easily. */
const medicalReadings = byWord((word) => (word.length < SHORTEST_MEDICAL ? [] : usual(word).filter(isMedical)));

/** The commonest, and an `i` for one `l` or a `y` for one `v`: in English, those would fit all sorts of words. */
const usual = byWord((word): readonly string[] => [
  ...usualReadingsOf(word),
  ...Array.from(
    word.matchAll(/[lv]/g),
    ({ 0: seen, index }) => `${word.slice(0, index)}${seen === 'l' ? 'i' : 'y'}${word.slice(index + 1)}`,
  ),
]);

const SHORTEST_MEDICAL = 10;

/** The drug that a word is the damaged name of: by letters taken for others, or one slip, or two in a long name. */
const drugOf = byWord((word): string | null => {
  const [read, ...more] = readings(word).filter((reading) => drugNames().has(reading));
  const near =
    read !== undefined && more.length === 0 ? read : nearestWord(word, nearDrugs(), word.length >= LONG_DRUG ? 2 : 1);
  return near === null || areDerived(word, near) ? null : (drugNames().get(near) ?? null);
});

/** Longer words are rarely one of English, and often two that lost their hyphen. */
const LONGEST_ENGLISH = 12;

const scannoOf = (letter: Letter, word: string): string | null => {
  const read = readings(word).filter((each) => isWitnessed(letter, each));
  // Where neither letter nor tables have it, English is the witness, for the commonest confusions alone.
  const english = read.length > 0 || word.length > LONGEST_ENGLISH ? [] : englishReadings(word);
  const [reading, ...more] = [read, english, medicalReadings(word)].find(({ length }) => length > 0) ?? [];
  return reading !== undefined && more.length === 0 ? reading : null;
};

/** Shorter words are too near to names. */
const SHORTEST_TITLE = 6;

/** Of a capital within a sentence, or in a title: the one word that the letter has elsewhere. */
const printedElsewhere = (letter: Letter, word: string): string | null => {
  const [read, ...more] = word.length < SHORTEST_TITLE ? [] : usual(word).filter((each) => isInLetter(letter, each));
  return read !== undefined && more.length === 0 ? read : null;
};

const MONTHS = new Set(['january', 'february', 'september', 'october', 'november', 'december']);

/** A name before a number that is nearly a month: `Febuary 10`. */
const monthOf = (tokens: Tokens, index: number, word: string): string | null => {
  const term = tokens.kinds[index + 1] === Kind.digit ? termOf(word) : null;
  return term !== null && MONTHS.has(term) ? term : null;
};

const SHORTEST_TERM = 7;
const LONG_TERM = 10;

const termOf = byWord((word): string | null => {
  const near = word.length < SHORTEST_TERM ? null : nearestWord(word, nearTerms(), word.length >= LONG_TERM ? 2 : 1);
  // `endpoint` is no slip of `endpoints`, nor `hemiplegic` of `hemiplegia`.
  return near !== null && (stemsOf(near).includes(word) || areDerived(word, near)) ? null : near;
});

/** Small words that are everywhere and rarely begin another, so that the rest need only be a word of the tables. */
const SMALL = new Set(
  'and are for from had have not of that the their they this to was were which who will with would'.split(' '),
);
/** Small words with which many words begin: the rest must stand elsewhere in the letter. */
const BEGINNINGS = new Set('a an as at be by has he her his in is it no on or she'.split(' '));
const SHORTEST_REST = 3;

const isInLetter = (letter: Letter, word: string): boolean => occurrences(letter, hashOf(word)) > 0 && isWord(word);

const LONG = 5;
const isLongEnglish = (word: string): boolean => word.length >= LONG && isEnglish(word);

const isParted = (letter: Letter, head: string, tail: string): boolean => {
  if (SMALL.has(head) && (SMALL.has(tail) || BEGINNINGS.has(tail)))
    return head.length + tail.length > SHORTEST_REST + 1;
  if (SMALL.has(head)) return tail.length >= SHORTEST_REST && (isWitnessed(letter, tail) || isLongEnglish(tail));
  if (SMALL.has(tail)) return head.length >= SHORTEST_REST && isWitnessed(letter, head);
  if (BEGINNINGS.has(head)) return tail.length > SHORTEST_REST && isInLetter(letter, tail);
  return head.length >= SHORTEST_REST && tail.length >= SHORTEST_REST && isPairOf(letter, head, tail);
};

/** By the hashes of their words, what stands side by side in a letter. */
const pairsIn = perLetter((letter: Letter): ReadonlySet<number> => {
  const { hashes, gaps } = tokensOf(letter);
  const pairs = new Set<number>();
  for (const [at, hash] of hashes.entries())
    if (at > 0 && ((gaps[at] ?? 0) & ~(Gap.blank | Gap.line)) === 0) pairs.add(pairOf(hashes[at - 1] ?? 0, hash));
  return pairs;
});

const pairOf = (first: number, second: number): number => Math.imul(first, 31) ^ second;

/** Has the letter the two words side by side elsewhere, so that a blank is all that is lost between them? */
const isPairOf = (letter: Letter, head: string, tail: string): boolean =>
  isInLetter(letter, head) &&
  isInLetter(letter, tail) &&
  !prefixes().has(head) &&
  pairsIn(letter).has(pairOf(hashOf(head), hashOf(tail)));

/** The two words that a word is, one of them small; null where there is no or more than one way to part it. */
const joinedOf = (letter: Letter, word: string): string | null => {
  const ways = Array.from({ length: word.length - 1 }, (_, at) => [word.slice(0, at + 1), word.slice(at + 1)] as const);
  const [way, ...more] = ways.filter(([head, tail]) => isParted(letter, head, tail));
  return way && more.length === 0 ? way.join(' ') : null;
};

const SHORTEST_WHOLE = 6;

const LONG_WHOLE = 7;
const LONGEST_PIECE = 5;

/**
 * Where neither letter nor tables have the whole, English is witness enough of two halves that are no words: `repla ced`;
 * of a bare ending: `work er`; and of a short piece before a word: `retu rn`.
 */
const isTorn = (head: string, tail: string, whole: string): boolean => {
  const isPiece = !isWord(head) && head.length <= LONGEST_PIECE && whole.length >= LONG_WHOLE && !isSmall(tail);
  return (bareEndings().has(tail) || isPiece || (!isWord(head) && !isWord(tail))) && isSurelyEnglish(whole);
};

const isSmall = (word: string): boolean => word.length < SHORTEST_REST || SMALL.has(word) || BEGINNINGS.has(word);

/** A word that a blank divides: with the token before it or behind it. */
const dividedAt = (letter: Letter, tokens: Tokens, index: number): Verdict | null =>
  wholeFrom(letter, tokens, index) ?? wholeFrom(letter, tokens, index - 1);

const wholeFrom = (letter: Letter, tokens: Tokens, first: number): Verdict | null => {
  const kinds = (tokens.kinds[first] ?? 0) | (tokens.kinds[first + 1] ?? 0);
  const isApart = ((tokens.gaps[first + 1] ?? 0) & ~(Gap.blank | Gap.line)) === 0;
  if (!isApart || (kinds & Kind.digit) !== 0 || tokens.kinds[first] === 0 || tokens.kinds[first + 1] !== Kind.lower)
    return null;
  const head = tokenText(tokens, first).toLowerCase();
  const tail = tokenText(tokens, first + 1);
  const reading = head + tail;
  if (reading.length < SHORTEST_WHOLE || prefixes().has(head)) return null;
  if (!isTorn(head, tail, reading) && !isWitnessed(letter, reading)) return null;
  return {
    kind: 'divided',
    first,
    last: first + 1,
    reading,
    inLetter: isIn(letter, reading),
    witnessed: isWitnessed(letter, reading),
  };
};
