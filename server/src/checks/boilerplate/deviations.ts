import { distanceWithin } from '../../letter/fuzzy.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { sourceSpan } from '../../text/flow.ts';
import type { Span } from '../../text/span.ts';
import { perLetter } from '../per-letter.ts';
import { type Fit, fit, type Hunk } from './align.ts';
import { type ReadRegion, type Region, readRegion, regionsOf, spanOfWords, type Words, wordsOf } from './regions.ts';
import { type Sentence, sentencesAt, type Word } from './sentences.ts';

/** Words of a fixed sentence that are printed otherwise. Spans are the letter's own. */
export interface Altered {
  readonly kind: 'altered';
  readonly sentence: Sentence;
  readonly span: Span;
  /** What the place should read; null where the letter fills something in. */
  readonly reading: string | null;
  /** A slip that can have been nothing else: one character, a lost or added blank, a word twice. */
  readonly slip: boolean;
}

/** Fixed words that are not there: a part of a sentence, or whole ones. */
export interface Lost {
  readonly kind: 'part' | 'sentence';
  readonly sentence: Sentence;
  /** The words, as the form has them; places to fill in are left as `…`. */
  readonly words: string;
  /** What is printed beside the place. */
  readonly span: Span;
  /** Does the loss stand behind that, or before it? */
  readonly side: 'after' | 'before';
}

export type Deviation = Altered | Lost;

/** As many words may differ before the text counts as another sentence. */
const MOST = 3;
/** The share of a sentence that must be there as it should for the rest to be a slip. */
const ENOUGH = 0.6;
/** Below this share nothing of the sentence is there. */
const NOTHING = 0.3;
/** A window of this many words is searched at most. */
const WINDOW = 400;

/** How a letter departs from the fixed sentences of its form, in the order of the text. Read once a letter. */
export const deviationsIn = perLetter((letter: Letter): readonly Deviation[] =>
  flatMap(regionsOf(letter), (region) => {
    const sentences = sentencesAt(letter.format, region.place);
    const print = printOf(letter, region);
    if (sentences.length === 0 || (print !== null && SOUND.has(print))) return [];
    const found = inRegion(sentences, readRegion(letter, region), letter);
    if (print !== null && found.length === 0) remember(print);
    return found;
  }),
);

/**
 * Regions of fixed sentences alone that have no deviation, as printed: most letters print the same, line ends and all, and
 * so does one letter while it is edited elsewhere.
 */
const SOUND = new Set<string>();
const MOST_SOUND = 200;
const FIXED: ReadonlySet<Region['place']> = new Set(['method', 'disclaimer', 'claimsAdministrator', 'expertReviewer']);

/** Form, place and printed text, of which alone it depends whether a region is sound; null where that is not so. */
const printOf = ({ text, format, furniture }: Letter, { place, span: { start, end } }: Region): string | null =>
  !FIXED.has(place) || furniture.some((hidden) => hidden.start < end && start < hidden.end)
    ? null
    : `${format} ${place}\n${text.slice(start, end)}`;

const remember = (print: string): void => {
  if (SOUND.size >= MOST_SOUND) SOUND.clear();
  SOUND.add(print);
};

const inRegion = (sentences: readonly Sentence[], region: ReadRegion, letter: Letter): readonly Deviation[] => {
  if (region.place === 'claimsAdministrator' || region.place === 'expertReviewer')
    return saysOfOther(letter, region) ? [] : oneOf(sentences, region);
  return allOf(sentences, region).filter(
    ({ kind }) => kind !== 'sentence' || standsElsewhere(sentences, region) || introduces(letter, region),
  );
};

/** The other side's sentence is whole, only in the wrong place. */
const saysOfOther = ({ format }: Letter, { place, flow }: ReadRegion): boolean =>
  sentencesAt(format, place === 'expertReviewer' ? 'claimsAdministrator' : 'expertReviewer').some((sentence) =>
    match(sentence, flow.text, 0),
  );

/** Is another sentence of the place there? Then the form prints them there, and one of them can be missing. */
const standsElsewhere = (sentences: readonly Sentence[], { flow }: ReadRegion): boolean =>
  sentences.some((sentence) => match(sentence, flow.text, 0));

/** Of a summary and of issues that are there, the one sentence that introduces them can be missing. */
const introduces = (letter: Letter, { place }: Region): boolean =>
  (place === 'summary' && Boolean(letter.summary?.text)) || (place === 'issues' && letter.issues.length > 0);

/** The statement of a side holds one of the sentences, or something else. */
const oneOf = (sentences: readonly Sentence[], region: ReadRegion): readonly Deviation[] => {
  const { flow } = region;
  if (sentences.some((sentence) => match(sentence, flow.text, 0))) return [];
  const words = wordsOf(flow, 0, flow.text.length, WINDOW);
  let best: { readonly sentence: Sentence; readonly fitted: Fit } | null = null;
  for (const sentence of sentences) {
    const fitted = fit(words.texts, sentence.words);
    if (!best || shareOf(fitted, sentence) > shareOf(best.fitted, best.sentence)) best = { sentence, fitted };
  }
  return best ? fromFit({ sentence: best.sentence, words, region }, best.fitted) : [];
};

/** Each of the sentences stands there, in their order. */
const allOf = (sentences: readonly Sentence[], region: ReadRegion): readonly Deviation[] => {
  const { text } = region.flow;
  const places: (Span | null)[] = [];
  let at = 0;
  for (const sentence of sentences) {
    const place = match(sentence, text, at);
    places.push(place);
    at = place?.end ?? at;
  }
  const deviations: Deviation[] = [];
  at = 0;
  sentences.forEach((sentence, i) => {
    const place = places[i];
    if (place) at = place.end;
    else {
      const stop = places.slice(i + 1).find((next) => next !== null)?.start ?? text.length;
      const words = wordsOf(region.flow, at, stop, WINDOW);
      const fitted = fit(words.texts, sentence.words);
      const own = fromFit({ sentence, words, region }, fitted);
      const here = own.length > 0 ? own : missing({ sentence, words, region }, fitted, { start: at, end: stop });
      if (own.length > 0) at = spanOfWords(words, fitted.from, fitted.to).end;
      deviations.push(...here);
    }
  });
  return deviations;
};

const match = ({ pattern }: Sentence, text: string, from: number): Span | null => {
  pattern.lastIndex = from;
  const hit = pattern.exec(text);
  return hit && { start: hit.index, end: hit.index + hit[0].length };
};

/** A sentence, and the printed words among which it was looked for. */
interface Place {
  readonly sentence: Sentence;
  readonly words: Words;
  readonly region: ReadRegion;
}

const shareOf = ({ same }: Fit, { words }: Sentence): number => same / words.length;

const sizeOf = ({ from, to, first, last }: Hunk): number => Math.max(to - from, last - first);

/** More than a few words are gone and next to nothing stands in their place. */
const isLoss = ({ from, to, first, last }: Hunk): boolean => last - first > MOST && to - from <= 1;

/** What the letter fills in may be several words. */
const isFilledIn = ({ words }: Sentence, hunk: Hunk): boolean => {
  const { from, to, first, last } = hunk;
  if (isLoss(hunk)) return false;
  const longer = to - from > last - first;
  return words.slice(longer ? Math.max(0, first - 1) : first, longer ? last + 1 : last).includes(null);
};

const fromFit = (place: Place, fitted: Fit): readonly Deviation[] => {
  const hunks = fitted.hunks.filter((hunk) => !isFilledIn(place.sentence, hunk));
  const losses = hunks.filter(isLoss);
  const others = hunks.filter((hunk) => !isLoss(hunk));
  const differing = others.reduce((sum, hunk) => sum + sizeOf(hunk), 0);
  const lost = losses.reduce((sum, { first, last }) => sum + last - first, 0);
  const left = place.sentence.words.length - lost;
  if (differing > MOST || fitted.same < ENOUGH * left || losses.length > 1) return [];
  if (losses.length > 0 && left < (place.sentence.row.sure ? MOST : 2 * MOST)) return [];
  return flatMap(hunks, (hunk): readonly Deviation[] =>
    isLoss(hunk) ? [lossOf(place, hunk)] : pairs(hunk).map((pair) => alteredOf(place, pair)),
  );
};

/** A hunk of as many words on both sides, word by word. */
const pairs = (hunk: Hunk): readonly Hunk[] => {
  const { from, to, first, last } = hunk;
  if (to - from !== last - first) return [hunk];
  return Array.from({ length: to - from }, (_, i) => ({
    from: from + i,
    to: from + i + 1,
    first: first + i,
    last: first + i + 1,
  }));
};

/** Of a word's right spellings the one that is nearest to what is printed, else the form's usual one. */
const rightWord = (word: Word, printed: string | undefined): string | null =>
  word?.find((right) => printed !== undefined && distanceWithin(printed, right, 2) !== null) ?? word?.[0] ?? null;

const rightWords = ({ sentence, words }: Place, { from, to, first, last }: Hunk): readonly (string | null)[] =>
  sentence.words
    .slice(first, last)
    .map((word, i) => rightWord(word, to - from === last - first ? words.texts[from + i] : undefined));

const alteredOf = (place: Place, hunk: Hunk): Altered => {
  const { sentence, words, region } = place;
  const { from, to } = hunk;
  const right = rightWords(place, hunk);
  const printed = words.texts.slice(from, to);
  const reading = right.every((word) => word !== null) ? right.join(' ') : null;
  const slip = reading !== null && isSlip(printed, right.join(' '), [words.texts[from - 1], words.texts[to]]);
  if (from === to) return { kind: 'altered', sentence, slip: false, ...lostWords(place, hunk, reading) };
  const { start, end } = spanOfWords(words, from, to);
  const behind = right.length === 0 && from > 0 ? spanOfWords(words, from - 1, from).end : start;
  return { kind: 'altered', sentence, slip, reading, span: sourceSpan(region.flow, behind, end) };
};

/** Words that are lost are told at the word beside them, which the reading repeats. */
const lostWords = (
  { words, region }: Place,
  { from }: Hunk,
  reading: string | null,
): { readonly span: Span; readonly reading: string | null } => {
  const behind = from > 0;
  const beside = behind ? from - 1 : from;
  const word = words.texts[beside] ?? '';
  const { start, end } = spanOfWords(words, beside, beside + 1);
  return {
    span: sourceSpan(region.flow, start, end),
    reading: reading === null ? null : behind ? `${word} ${reading}` : `${reading} ${word}`,
  };
};

const LETTERS_ONLY = /[^a-z]+/gi;

const isSlip = (printed: readonly string[], reading: string, beside: readonly (string | undefined)[]): boolean => {
  const text = printed.join(' ');
  if (reading === '') return printed.length === 1 && beside.includes(printed[0]);
  if (text.replace(LETTERS_ONLY, '').toLowerCase() === reading.replace(LETTERS_ONLY, '').toLowerCase())
    return text.replaceAll(' ', '') === reading.replaceAll(' ', '');
  return (
    printed.length === 1 && distanceWithin(text, reading, reading.length > 6 ? 2 : reading.length > 3 ? 1 : 0) !== null
  );
};

const formOf = (words: readonly Word[]): string => words.map((word) => word?.[0] ?? '…').join(' ');

const lossOf = (place: Place, hunk: Hunk): Lost => {
  const { sentence } = place;
  const words = formOf(sentence.words.slice(hunk.first, hunk.last));
  return { kind: 'part', sentence, words, ...beside(place, hunk.from) };
};

/** What is printed before word `index`, or after it where it is the first. */
const beside = ({ words, region }: Place, index: number): Pick<Lost, 'span' | 'side'> => {
  const side = index > 0 ? 'after' : 'before';
  const at = index > 0 ? index - 1 : index;
  const { start, end } = spanOfWords(words, at, at + 1);
  return { side, span: sourceSpan(region.flow, start, end) };
};

/** A whole sentence, where the form surely has it and nothing like it is there; `window` is where it would stand. */
const missing = (place: Place, fitted: Fit, { start, end }: Span): readonly Lost[] => {
  const { sentence, region } = place;
  if (!sentence.row.sure || shareOf(fitted, sentence) > NOTHING) return [];
  const { text } = region.flow;
  const lost = (side: Lost['side'], from: number, to: number): readonly Lost[] => [
    { kind: 'sentence', sentence, words: formOf(sentence.words), side, span: sourceSpan(region.flow, from, to) },
  ];
  // Where the reviewer's own sentence may stand between, the next fixed sentence is the surer neighbour.
  const next = start > 0 && (sentence.row.follows || end === text.length) ? null : start > 0 ? end : 0;
  if (next === null) return lost('after', text.lastIndexOf(' ', start - 2) + 1, start);
  const blank = text.indexOf(' ', next);
  return lost('before', next, blank < 0 ? text.length : blank);
};
