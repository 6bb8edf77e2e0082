import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { among, notableIn } from '../notable.ts';
import { isNextTo, tokenSpan } from '../slot/around.ts';
import { type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { inCaseOf } from '../word/spelling.ts';
import { nameOf, quoted } from '../wording.ts';
import { type Told, toldIn } from './told.ts';

/**
 * The rationale speaks of the other side of the body than the issue does.
 *
 *     MRI of the left knee: Upheld … the right knee …
 *
 * Silent where the rationale names the side of the issue anywhere, or both sides, and where the same part of the body does
 * not follow.
 */
export const crossCheckItemSide: Check = {
  code: 'cross-check.item-side',
  title: 'The rationale speaks of the other side of the body than the issue.',
  severity: 'information',
  category: 'cross-check',
  run: (letter) =>
    notableIn(letter).sides.length < 2 ? [] : flatMap(toldIn(letter), (told) => problemsIn(letter, told)),
};

const OPPOSITE: Readonly<Record<string, string>> = { left: 'right', right: 'left' };

const problemsIn = (letter: Letter, { issue, item, rationale }: Told): readonly Found[] => {
  const tokens = tokensOf(letter);
  const { sides } = notableIn(letter);
  const sideOf = (index: number): string => tokenText(tokens, index).toLowerCase();
  const asked = among(sides, item.first, item.last);
  const [one] = asked;
  const side = one === undefined ? '' : sideOf(one);
  const other = OPPOSITE[side];
  if (one === undefined || other === undefined || asked.some((index) => sideOf(index) !== side)) return [];
  const told = among(sides, rationale.first, rationale.last);
  if (told.some((index) => sideOf(index) !== other)) return [];
  const part = wordBehind(tokens, one);
  if (part === 0) return [];
  const related = [{ span: tokenSpan(tokens, one), message: 'The side that is asked for' }];
  return told
    .filter((index) => wordBehind(tokens, index) === part)
    .map((index) => {
      const printed = tokenText(tokens, index);
      const message = `${nameOf(issue)} is about the ${side} side, but its rationale says ${quoted(printed)}, and nowhere ${quoted(side)}.`;
      return { span: tokenSpan(tokens, index), message, reading: inCaseOf(printed, side), related };
    });
};

/** The hash of the word behind a side; 0 where none is. */
const wordBehind = (tokens: Tokens, side: number): number =>
  isNextTo(tokens, side + 1) ? (tokens.hashes[side + 1] ?? 0) : 0;
