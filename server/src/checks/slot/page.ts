import { numberMeant } from '../../facts/readings.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { CUES, notableIn } from '../notable.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { tokenSpan } from './around.ts';

/**
 * A letter among the digits of a cited page.
 *
 *     Page(s): 2A        Page(s): l2, 1O-14
 *
 * Only what the label names is looked at: numbers up to the first word.
 */
export const slotPage: Check = {
  code: 'slot.page',
  title: 'A letter stands for a digit in a cited page.',
  severity: 'warning',
  category: 'slot',
  run: (letter) => {
    const tokens = tokensOf(letter);
    return flatMap(notableIn(letter).cues, (index) =>
      CUES.pages.has(tokenText(tokens, index).toLowerCase()) && isCited(tokens, index)
        ? pagesFrom(tokens, index + 1)
        : [],
    );
  },
};

const isCited = ({ regions }: Tokens, index: number): boolean =>
  regions.some(({ kind, first, last }) => kind === 'basis' && first <= index && index < last);

const JOINING = new Set(['s', 'and', 'to', 'through']);

const pagesFrom = (tokens: Tokens, from: number): readonly Found[] => {
  const found: Found[] = [];
  for (let i = from; i < tokens.count && isPart(tokens, i); i++) {
    const printed = tokenText(tokens, i);
    const reading = numberMeant(printed);
    if (reading === null) continue;
    const message = `${quoted(printed)} stands where a page wants a number: ${quoted(reading)} was meant.`;
    found.push({ span: tokenSpan(tokens, i), message, reading });
  }
  return found;
};

/** A number, or a word that joins numbers; a sentence that ends ends the list. */
const isPart = (tokens: Tokens, index: number): boolean => {
  const kind = tokens.kinds[index] ?? 0;
  if (kind === 0 || ((tokens.gaps[index] ?? 0) & Gap.stop) !== 0) return false;
  return (kind & Kind.digit) !== 0 || JOINING.has(tokenText(tokens, index));
};
