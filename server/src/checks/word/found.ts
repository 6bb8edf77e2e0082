import { isMedical } from '../../facts/lexicon.ts';
import type { Letter } from '../../letter/model.ts';
import { spanOf } from '../../text/span.ts';
import type { Found } from '../check.ts';
import { tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { inCaseOf } from './spelling.ts';
import type { Verdict } from './verdicts.ts';

/** A finding about an unknown word, which a person may add to the words of the folder. */
export const foundOf = (
  letter: Letter,
  { first, last, reading }: Verdict,
  say: (printed: string, reading: string) => string,
): Found => {
  const tokens = tokensOf(letter);
  const span = spanOf(tokens.starts[first] ?? 0, tokens.ends[last] ?? 0);
  const printed = tokens.text.slice(span.start, span.end);
  const meant = inCaseOf(tokenText(tokens, first), reading);
  const word = first === last ? { word: printed } : {};
  return { span, message: say(quoted(printed), quoted(meant)), reading: meant, ...word };
};

/** Where the second witness stands. */
export const witnessOf = ({ inLetter, witnessed, reading }: Verdict): string => {
  if (inLetter) return 'which the letter has elsewhere';
  if (witnessed) return 'a word of such letters';
  return isMedical(reading) ? 'a word of medicine' : 'a word of English';
};
