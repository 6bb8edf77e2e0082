import { meantBetween } from '../../facts/pairs.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
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
    const found: Found[] = [];
    for (const index of notableIn(letter).pairs) {
      const problem = foundAt(tokens, index);
      if (problem) found.push(problem);
    }
    return found;
  },
};

const foundAt = (tokens: Tokens, index: number): Found | null => {
  const { hashes } = tokens;
  const before = isBeside(tokens, index - 1, index) ? index - 1 : null;
  const after = isBeside(tokens, index + 1, index + 1) ? index + 1 : null;
  const hashAt = (at: number | null): number | null => (at === null ? null : (hashes[at] ?? 0));
  const meant = meantBetween(hashAt(before), hashes[index] ?? 0, hashAt(after));
  if (meant === null) return null;
  const printed = tokenText(tokens, index);
  const reading = inCaseOf(printed, meant);
  const start = tokens.starts[index] ?? 0;
  const named = (at: number): string => quoted(tokenText(tokens, at).toLowerCase());
  const where = [before !== null && `behind ${named(before)}`, after !== null && `before ${named(after)}`]
    .filter(Boolean)
    .join(' and ');
  const message = `${quoted(printed)} ${where === '' ? 'here' : where} looks like ${quoted(reading)}.`;
  return { span: spanOf(start, start + printed.length), message, reading };
};

const JOINING = Gap.blank | Gap.line | Gap.hyphen;

/** Is the token at `index` a word that nothing but a blank or a hyphen parts from the one beside it? `gap` is between. */
const isBeside = (tokens: Tokens, index: number, gap: number): boolean =>
  index >= 0 && ((tokens.gaps[gap] ?? 0) & ~JOINING) === 0 && (tokens.kinds[index] ?? 0) !== 0;
