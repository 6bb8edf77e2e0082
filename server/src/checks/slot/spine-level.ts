import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { tokenSpan } from './around.ts';

/**
 * A level of the spine that is damaged or does not exist.
 *
 *     L4-S        CS-6        L5-Sl        L4-6
 *
 * Only pairs of levels are looked at: a single `S1` or `C5` may be anything.
 */
export const slotSpineLevel: Check = {
  code: 'slot.spine-level',
  title: 'A level of the spine is damaged or does not exist.',
  severity: 'warning',
  category: 'slot',
  run: (letter) => {
    const tokens = tokensOf(letter);
    const found: Found[] = [];
    for (const index of notableIn(letter).numeric) {
      if (tokens.gaps[index] === Gap.hyphen && isCapital(tokens, index - 1)) found.push(...pairAt(tokens, index - 1));
      // `L5-Sl`: the second level holds no digit.
      const next = tokens.kinds[index + 1] ?? 0;
      if (tokens.gaps[index + 1] === Gap.hyphen && isCapital(tokens, index) && (next & Kind.digit) === 0)
        found.push(...pairAt(tokens, index));
    }
    return found;
  },
};

const isCapital = ({ kinds }: Tokens, index: number): boolean => ((kinds[index] ?? 0) & Kind.capital) !== 0;

const HIGHEST: Readonly<Record<string, number>> = { C: 8, T: 12, L: 5, S: 5 };
/** Letters that stand for the digits of a level, and `S` for `5` above all. */
const DIGITS: Readonly<Record<string, string>> = {
  S: '5',
  s: '5',
  l: '1',
  I: '1',
  i: '1',
  B: '8',
  O: '0',
  Z: '2',
  A: '4',
};
const FIRST = /^([CTLS])([\dSslIiBOZA]{1,2})$/;
const NUMBER = /^[\dSslIiBOZA]{1,2}$/;

interface Level {
  readonly part: string;
  readonly number: number;
}

const levelOf = (part: string, printed: string): Level => ({
  part,
  number: Number([...printed].map((character) => DIGITS[character] ?? character).join('')),
});

const exists = ({ part, number }: Level): boolean => number >= 1 && number <= (HIGHEST[part] ?? 0);

/** `L5-1` and `C7-1` go on in the next part. */
const NEXT_PART: Readonly<Record<string, string>> = { C: 'T', T: 'L', L: 'S' };

const follows = (first: Level, second: Level): boolean =>
  first.part === second.part ? second.number > first.number : NEXT_PART[first.part] === second.part;

/** The second level, whose part may be left out; the next part's first level behind the last of a part. */
const secondOf = (first: Level, part: string, printed: string): Level => {
  const level = levelOf(part === '' ? first.part : part, printed);
  const goesOn = part === '' && level.number <= first.number;
  return goesOn ? { part: NEXT_PART[first.part] ?? '', number: level.number } : level;
};

/** `S1`, its letter taken for a digit: no spine has so many levels. */
const LOST = '51';

/** A second level's part, which may be left out, and its number: a single `S` is a number. */
const parted = (printed: string): readonly [part: string, number: string] =>
  printed.length > 1 && /^[CTLS]/.test(printed) ? [printed.charAt(0), printed.slice(1)] : ['', printed];

const isDigits = (printed: string): boolean => /^\d+$/.test(printed);

const pairAt = (tokens: Tokens, index: number): readonly Found[] => {
  const [, part = '', number = ''] = FIRST.exec(tokenText(tokens, index)) ?? [];
  const printed = tokenText(tokens, index + 1);
  const isLost = printed === LOST && part === 'L';
  const [secondPart, secondNumber] = parted(isLost ? 'S1' : printed);
  if (number === '' || !NUMBER.test(secondNumber) || !/\d/.test(number + secondNumber)) return [];
  const first = levelOf(part, number);
  const second = secondOf(first, secondPart, secondNumber);
  if (!exists(first)) return [];
  const isRight = exists(second) && follows(first, second);
  if (isRight && isDigits(number) && isDigits(secondNumber) && !isLost) return [];
  // Without its part, a damaged second level is only sure where it is the next one.
  const isNext = secondPart !== '' || second.number === first.number + 1 || second.part !== first.part;
  const meant = isRight && isNext ? second.number : first.number + 1;
  if (
    !isRight &&
    (secondPart !== '' || secondNumber.length > 1 || !exists({ part, number: meant }) || second.number < meant)
  )
    return [];
  if (isRight && !isNext) return [];
  const reading = `${part}${first.number}-${secondPart}${meant}`;
  const whole = `${part}${number}-${printed}`;
  const message = `${quoted(whole)} is no pair of levels of the spine; the nearest is ${quoted(reading)}.`;
  return [{ span: tokenSpan(tokens, index, index + 1), message, reading }];
};
