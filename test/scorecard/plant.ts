import type { Letter } from '../../server/src/letter/model.ts';
import type { Span } from '../../server/src/text/span.ts';
import type { Random } from './random.ts';

/** A defect that can be put into a sound letter. Plants of a category stand in `plants/<category>.ts`. */
export interface Plant {
  /** The check that must find it. */
  readonly code: string;
  /** What is done to the letter, for the table. */
  readonly name: string;
  /** Checks that may tell it in the place of this one: of what is damaged so, the reader hears all the same. */
  readonly others?: readonly string[];
  /** What is lost is told wherever something is left of its part, and what contradicts another place may be told there. */
  readonly anywhere?: true;
  /** The damage to one letter; null where it has no place for it. */
  plant(letter: Letter, random: Random): Damage | null;
}

/** Replaces [start, end) of the clean text by `text`; `restores` is false where no fix is expected to bring the text back. */
export interface Damage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly restores?: false;
  /** What a fix must bring in place of `text`, where that was put in and does not stand in the clean letter. */
  readonly sound?: string;
}

/** Other text in a span's place. */
export const put = ({ start, end }: Span, text: string): Damage => ({ start, end, text });

/** Nothing in a span's place, which no fix can know. */
export const lose = ({ start, end }: Span): Damage => ({ start, end, text: '', restores: false });

/** Two neighbouring letters of a word change places; the word as it was where none differ. */
export const swapped = (word: string, random: Random): string => {
  const places = Array.from({ length: Math.max(0, word.length - 2) }, (_, i) => i + 1).filter(
    (i) => word[i] !== word[i + 1] && /^[a-z]{2}$/.test(word.slice(i, i + 2)),
  );
  const at = random.pick(places);
  return at === null ? word : word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
};

/** Where a pattern (with the flag g) matches within a span. */
export const matchesIn = (letter: Letter, { start, end }: Span, pattern: RegExp): readonly Span[] =>
  [...letter.text.slice(start, end).matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: start + index,
    end: start + index + length,
  }));

/** One of these places, drawn by chance. */
export const matchIn = (letter: Letter, span: Span, pattern: RegExp, random: Random): Span | null =>
  random.pick(matchesIn(letter, span, pattern));

/** The text at a span. */
export const textAt = (letter: Letter, { start, end }: Span): string => letter.text.slice(start, end);

/** What a scanner takes for something else. */
const MISREADINGS: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['l', '1'],
  ['o', '0'],
  ['e', 'c'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['h', 'li'],
  ['i', 'l'],
  ['w', 'vv'],
];

/** A character of a word is misread as another, or two as one; the word as it was where it has none of them. */
export const misread = (word: string, random: Random): string => {
  const places = MISREADINGS.flatMap(([right, wrong]) =>
    [...word.matchAll(new RegExp(right, 'g'))].map(({ index }) => ({ index, right, wrong })),
  );
  const place = random.pick(places);
  return place ? word.slice(0, place.index) + place.wrong + word.slice(place.index + place.right.length) : word;
};

/** A sentence and what it says when it is sound; null where the letter has no use for it, or no fix is expected. */
export type Sentence = readonly [damaged: string, sound: string | null];

const SENTENCE_END = /(?<=[a-z)]\.)(?=\s+[A-Z])/g;

/** A sentence with a defect is put between two others of the summary: few letters have a place for such a defect. */
export const sentence = (
  code: string,
  name: string,
  sentencesFor: (letter: Letter) => readonly Sentence[],
  more: Pick<Plant, 'others'> = {},
): Plant => ({
  code,
  name,
  ...more,
  plant(letter, random) {
    const told = random.pick(sentencesFor(letter));
    const place = letter.summary?.text && told && matchIn(letter, letter.summary.text.span, SENTENCE_END, random);
    return place && told ? insertedAt(place.start, told) : null;
  },
});

/** A sentence behind what ends at `at`. */
export const insertedAt = (at: number, [damaged, sound]: Sentence): Damage => {
  const inserted = { start: at, end: at, text: ` ${damaged}` };
  return sound === null ? { ...inserted, restores: false } : { ...inserted, sound: ` ${sound}` };
};
