import { unitNames } from '../facts/units.ts';
import type { Letter } from '../letter/model.ts';
import { flatMap } from '../text/flat-map.ts';
import { type Span, spanOf } from '../text/span.ts';
import { among, notableIn } from './notable.ts';
import { perLetter } from './per-letter.ts';
import { Kind, type Tokens, tokensOf, tokenText } from './tokens.ts';

/** A number and the milligrams behind it. */
export interface Strength {
  readonly value: number;
  readonly printed: string;
  /** Of the number. */
  readonly span: Span;
  /** The token that the number ends in: `5` of `0.5 mg`, `5mg` of `0.5mg`. */
  readonly index: number;
}

const UNIT = 'mg';
/** The number that ends the text; one of two, as of a combination (`10/325`) or a range (`5-10`), is none. */
const NUMBER = /(?<![\w.,/-])(\d{1,5}(?:[.,]\d{1,3})?)(?:[ -]|\r?\n)?$/;
const LONGEST = 12;
const THOUSANDS = /^\d{1,2},\d{3}$/;

/** Every strength in milligrams that the prose of a letter names, in order. */
export const strengthsIn = perLetter((letter: Letter): readonly Strength[] => {
  const tokens = tokensOf(letter);
  const { units, mixed } = notableIn(letter);
  const apart = flatMap(units, (index) => (isOfNumber(tokens, index) ? strengthAt(tokens, index - 1, index, 0) : []));
  const joined = flatMap(mixed, (index) => {
    const digits = digitsOf(tokens, index);
    return digits === 0 ? [] : strengthAt(tokens, index, index, digits);
  });
  return joined.length === 0 ? apart : [...apart, ...joined].sort((a, b) => a.index - b.index);
});

const indicesOf = perLetter((letter: Letter) => strengthsIn(letter).map(({ index }) => index));
const byIndex = perLetter(
  (letter: Letter) => new Map(strengthsIn(letter).map((strength) => [strength.index, strength])),
);

/** Those that tokens in [first, last) end. */
export const strengthsAmong = (letter: Letter, first: number, last: number): readonly Strength[] =>
  flatMap(among(indicesOf(letter), first, last), (index) => byIndex(letter).get(index) ?? []);

const isOfNumber = (tokens: Tokens, unit: number): boolean =>
  tokens.kinds[unit - 1] === Kind.digit && tokenText(tokens, unit).toLowerCase() === UNIT && unitNames().has(UNIT);

/** How many digits stand before the unit that a token ends in; 0 where it is no such token. */
const digitsOf = (tokens: Tokens, index: number): number =>
  /^(\d{1,5})mg$/i.exec(tokenText(tokens, index))?.[1]?.length ?? 0;

/** The number that ends `digits` characters behind the start of a token. */
const strengthAt = (tokens: Tokens, index: number, last: number, digits: number): readonly Strength[] => {
  const at = (tokens.starts[last] ?? 0) + digits;
  const match = NUMBER.exec(tokens.text.slice(Math.max(0, at - LONGEST), at));
  const printed = match?.[1] ?? '';
  if (!match || (digits > 0 && !match[0].endsWith(printed))) return [];
  const end = at - match[0].length + printed.length;
  const value = Number(THOUSANDS.test(printed) ? printed.replace(',', '') : printed.replace(',', '.'));
  return [{ value, printed, span: spanOf(end - printed.length, end), index }];
};
