import { meantBetween } from '../../facts/pairs.ts';
import { spanOf } from '../../text/span.ts';
import type { Check } from '../check.ts';
import { notableIn } from '../notable.ts';
import { Gap, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { inCaseOf } from './spelling.ts';

/**
 * A word that exists, where its neighbours want another.
 *
 *     medical branch block        lumber spine        a trail of therapy        rotator cup
 *
 * Only fixed pairs (facts/data/pairs.json). What is printed may be the reviewer's own slip, so that it is no warning.
 */
export const wordRealWord: Check = {
  code: 'word.real-word',
  title: 'A word is in the wrong place: its neighbours want one that looks or sounds like it.',
  severity: 'information',
  category: 'word',
  run: (letter) => {
    const tokens = tokensOf(letter);
    return notableIn(letter).pairs.flatMap((index) => {
      const printed = tokenText(tokens, index);
      const before = neighbour(tokens, index - 1, index);
      const after = neighbour(tokens, index + 1, index + 1);
      const meant = meantBetween(before, printed.toLowerCase(), after);
      if (meant === null) return [];
      const reading = inCaseOf(printed, meant);
      const start = tokens.starts[index] ?? 0;
      const where = [before && `behind ${quoted(before)}`, after && `before ${quoted(after)}`]
        .filter(Boolean)
        .join(' and ');
      const message = `${quoted(printed)} ${where === '' ? 'here' : where} looks like ${quoted(reading)}.`;
      return [{ span: spanOf(start, start + printed.length), message, reading }];
    });
  },
};

const JOINING = Gap.blank | Gap.line | Gap.hyphen;

/** The token at `index`, in lower case, where nothing but a blank or a hyphen parts it from the word; `gap` is between. */
const neighbour = (tokens: Tokens, index: number, gap: number): string | null =>
  index >= 0 && ((tokens.gaps[gap] ?? 0) & ~JOINING) === 0 && (tokens.kinds[index] ?? 0) !== 0
    ? tokenText(tokens, index).toLowerCase()
    : null;
