import { readRegion, regionsOf } from '../../../server/src/checks/boilerplate/regions.ts';
import { type Sentence, sentencesAt } from '../../../server/src/checks/boilerplate/sentences.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { sourceSpan } from '../../../server/src/text/flow.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { type Damage, lose, matchIn, misread, type Plant, put, swapped, textAt } from '../plant.ts';
import type { Random } from '../random.ts';

/** A fixed sentence as it stands in a letter. */
interface Printed {
  readonly sentence: Sentence;
  readonly span: Span;
}

const printedIn = (letter: Letter): readonly Printed[] =>
  regionsOf(letter)
    .map((region) => readRegion(letter, region))
    .flatMap(({ place, flow }) =>
      sentencesAt(letter.format, place).flatMap((sentence) => {
        sentence.pattern.lastIndex = 0;
        const match = sentence.pattern.exec(flow.text);
        return match ? [{ sentence, span: sourceSpan(flow, match.index, match.index + match[0].length) }] : [];
      }),
    );

/** Damage to one of the letter's fixed sentences. */
const fixedSentence = (
  code: string,
  name: string,
  damage: (letter: Letter, printed: Printed, random: Random) => Damage | null,
): Plant => ({
  code: `boilerplate.${code}`,
  name,
  plant(letter, random) {
    const printed = random.pick(printedIn(letter));
    return printed && damage(letter, printed, random);
  },
});

/** Damage to a word of five letters and more. */
const word =
  (change: (word: string, random: Random) => string) =>
  (letter: Letter, { span }: Printed, random: Random): Damage | null => {
    const place = matchIn(letter, span, /(?<= )[a-z]{5,}(?= )/g, random);
    return place && put(place, change(textAt(letter, place), random));
  };

/** Two neighbouring words on one line, the second of them short and fixed. */
const pairIn = (letter: Letter, { span }: Printed, random: Random): Span | null =>
  matchIn(letter, span, /(?<= )[a-z]{2,} (?:the|of|in|and|has|is|for)(?= )/g, random);

const wordLost = (letter: Letter, printed: Printed, random: Random): Damage | null => {
  const pair = pairIn(letter, printed, random);
  return pair && put(pair, textAt(letter, pair).split(' ')[0] ?? '');
};

const wordTwice = (letter: Letter, printed: Printed, random: Random): Damage | null => {
  const pair = pairIn(letter, printed, random);
  const [first, second] = pair ? textAt(letter, pair).split(' ') : [];
  return pair && put(pair, `${first} ${second} ${second}`);
};

const blankLost = (letter: Letter, printed: Printed, random: Random): Damage | null => {
  const pair = pairIn(letter, printed, random);
  return pair && put(pair, textAt(letter, pair).replace(' ', ''));
};

/** The last half of a sentence of twelve words and more, its last word included. */
const endLost = (letter: Letter, { sentence, span }: Printed, random: Random): Damage | null => {
  if (sentence.words.length < 12) return null;
  const text = textAt(letter, span);
  const blanks = [...text.matchAll(/\s+/g)].map(({ index }) => index);
  const from = blanks[Math.floor(blanks.length / 2) + random.below(2)] ?? 0;
  return lose({ start: span.start + from, end: span.end });
};

const sentenceLost = (_: Letter, { sentence, span }: Printed): Damage | null => (sentence.row.sure ? lose(span) : null);

/** The sentences that the form prints in every letter. */
export const BOILERPLATE_PLANTS: readonly Plant[] = [
  fixedSentence('altered', 'two letters of a word change places', word(swapped)),
  fixedSentence('altered', 'a character is misread', word(misread)),
  fixedSentence('altered', 'a short word is lost', wordLost),
  fixedSentence('altered', 'a short word stands twice', wordTwice),
  fixedSentence('altered', 'a blank is lost', blankLost),
  fixedSentence('incomplete', 'the second half of a sentence is lost', endLost),
  fixedSentence('incomplete', 'a sentence is lost', sentenceLost),
];
