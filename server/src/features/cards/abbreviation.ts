import { type Abbreviation, abbreviation } from '../../facts/index.ts';
import { isWordCode } from '../../facts/phrases.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { type Place, spanInLetter } from './place.ts';
import { sureWords } from './sure.ts';

/** An abbreviation of the letters, as a whole word in its exact case, also as a part of `EMG/NCS`. */
export const abbreviationCard: CardProvider = (place): Card | null => {
  for (const joins of [HYPHENS, NONE]) {
    const word = wordAt(place, joins);
    const known = word && abbreviation(word.text);
    if (known) return { span: word.span, lines: linesOf(known, word.text) };
  }
  return null;
};

/** What may stand inside an abbreviation: `PR-2`, `P&S`. */
const HYPHENS = '-&';
const NONE = '';
/** Longer words are no abbreviations. */
const LONGEST = 12;

const wordAt = (place: Place, joins: string) => {
  if (!place.prose) return null;
  const { flow, at } = place.prose;
  const goesOn = (i: number): boolean => isWordCode(flow.text.charCodeAt(i)) || isJoin(flow.text, i, joins);
  let start = at;
  while (start > 0 && start > at - LONGEST && goesOn(start - 1)) start--;
  let end = at;
  while (end < flow.text.length && end < at + LONGEST && goesOn(end)) end++;
  const span = end > start && isAlone(flow.text, start, end) ? spanInLetter(place, start, end) : null;
  return span && { text: flow.text.slice(start, end), span };
};

const isJoin = (text: string, at: number, joins: string): boolean =>
  joins.includes(text.charAt(at)) && isWordCode(text.charCodeAt(at - 1)) && isWordCode(text.charCodeAt(at + 1));

/** No part of an address, of a name with dots or of a longer word. */
const isAlone = (text: string, start: number, end: number): boolean =>
  !(start > 0 && (isWordCode(text.charCodeAt(start - 1)) || '.@_'.includes(text.charAt(start - 1)))) &&
  !isWordCode(text.charCodeAt(end)) &&
  !('.@_'.includes(text.charAt(end)) && isWordCode(text.charCodeAt(end + 1)));

const linesOf = (known: Abbreviation, printed: string): readonly CardLine[] => [
  [{ strong: printed }, `: ${known.long}`],
  known.about ? [capital(known.about)] : [],
  known.also.length > 0 ? [`May also stand for: ${known.also.join('; ')}`] : [],
  known.note ? [`Note: ${known.note}`] : [],
  [sureWords([{ what: 'abbreviation', facts: [known] }])],
];

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
