import { numberMeant } from '../../facts/readings.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { CUES, notableIn } from '../notable.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * A letter among the digits of an age.
 *
 *     a S2-year-old man        4S year old female
 */
export const slotAge: Check = {
  code: 'slot.age',
  title: 'A letter stands for a digit in an age.',
  severity: 'warning',
  category: 'slot',
  run: (letter) => {
    const tokens = tokensOf(letter);
    return flatMap(agesIn(letter), (index) => damagedAt(tokens, index));
  },
};

const BETWEEN = Gap.blank | Gap.line | Gap.hyphen;

/** The tokens that stand as a number before `year old` and the like. */
export const agesIn = (letter: Letter): readonly number[] => {
  const tokens = tokensOf(letter);
  return flatMap(notableIn(letter).cues, (index) => {
    const isNext = ((tokens.gaps[index] ?? 0) & ~BETWEEN) === 0 && index > 0;
    return isNext && CUES.age.has(tokenText(tokens, index).toLowerCase()) && isAge(tokens, index) ? [index - 1] : [];
  });
};

const isAge = (tokens: Tokens, index: number): boolean => {
  const cue = tokenText(tokens, index).toLowerCase();
  return cue === 'yo' || tokenText(tokens, index + 1).toLowerCase() === 'old';
};

const damagedAt = (tokens: Tokens, index: number): readonly Found[] => {
  const printed = tokenText(tokens, index);
  if (tokens.kinds[index] === Kind.digit || printed.length > 3) return [];
  const reading = numberMeant(printed);
  if (reading === null) return [];
  const start = tokens.starts[index] ?? 0;
  const message = `${quoted(printed)} stands where an age wants a number: ${quoted(reading)} was meant.`;
  return [{ span: spanOf(start, start + printed.length), message, reading, certain: true }];
};
