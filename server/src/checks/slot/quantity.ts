import { numberMeant } from '../../facts/readings.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { CUES, notableIn } from '../notable.ts';
import { type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { isNextTo, tokenSpan } from './around.ts';

/**
 * A letter among the digits of a quantity.
 *
 *     Norco 10/325 mg #3O        Qty l20
 */
export const slotQuantity: Check = {
  code: 'slot.quantity',
  title: 'A letter stands for a digit in a quantity.',
  severity: 'warning',
  category: 'slot',
  run: (letter) => {
    const tokens = tokensOf(letter);
    return flatMap(notableIn(letter).mixed, (index) => (isQuantity(tokens, index) ? foundAt(letter, index) : []));
  },
};

/** Does a token stand behind a number sign or a word for quantity? */
export const isQuantity = (tokens: Tokens, index: number): boolean => {
  const { text, starts } = tokens;
  const at = starts[index] ?? 0;
  if (text.charAt(at - 1) === '#' || text.slice(at - 2, at) === '# ') return true;
  const from = text.slice(tokens.ends[index - 1] ?? at, at);
  return (
    (isNextTo(tokens, index) || /^[.:]? $/.test(from)) && CUES.quantity.has(tokenText(tokens, index - 1).toLowerCase())
  );
};

const foundAt = (letter: Letter, index: number): readonly Found[] => {
  const tokens = tokensOf(letter);
  const printed = tokenText(tokens, index);
  const reading = numberMeant(printed);
  if (reading === null) return [];
  const message = `${quoted(printed)} stands where a quantity wants a number: ${quoted(reading)} was meant.`;
  return [{ span: tokenSpan(tokens, index), message, reading, certain: true }];
};
