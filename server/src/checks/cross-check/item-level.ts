import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { among, notableIn } from '../notable.ts';
import { tokenSpan } from '../slot/around.ts';
import { Gap, tokensOf, tokenText } from '../tokens.ts';
import { nameOf, quoted } from '../wording.ts';
import { type Stretch, type Told, toldIn } from './told.ts';

/**
 * The rationale concludes about another level of the spine than the issue asks for.
 *
 *     Epidural injection at L4-5: Upheld … the request for an epidural injection at L3-4 is not medically necessary.
 *
 * Only the sentences that conclude are looked at: elsewhere a rationale tells what images show. Silent where either names
 * several levels.
 */
export const crossCheckItemLevel: Check = {
  code: 'cross-check.item-level',
  title: 'The rationale concludes about another level of the spine than the issue asks for.',
  severity: 'information',
  category: 'cross-check',
  run: (letter) => flatMap(toldIn(letter), (told) => problemsIn(letter, told)),
};

/** Two levels, by the token of the first; `name` is the same however the second is printed: `L4-5`, `L4-L5`. */
interface Levels {
  readonly index: number;
  readonly name: string;
}

const problemsIn = (letter: Letter, { issue, item, concluding }: Told): readonly Found[] => {
  const [asked, ...more] = levelsIn(letter, item);
  const told = asked && more.length === 0 ? flatMap(concluding, (sentence) => levelsIn(letter, sentence)) : [];
  const [other] = told;
  if (!asked || !other || other.name === asked.name || told.some(({ name }) => name !== other.name)) return [];
  const tokens = tokensOf(letter);
  const printed = ({ index }: Levels): string => `${tokenText(tokens, index)}-${tokenText(tokens, index + 1)}`;
  const reading = printed(asked);
  const message = `${nameOf(issue)} asks for ${quoted(reading)}, but its rationale concludes about ${quoted(printed(other))}.`;
  const related = [{ span: tokenSpan(tokens, asked.index, asked.index + 1), message: 'The level that is asked for' }];
  return told.map(({ index }) => ({ span: tokenSpan(tokens, index, index + 1), message, reading, related }));
};

const FIRST = /^[CTL]\d{1,2}$/;
const SECOND = /^[CTLS]?(\d{1,2})$/;

const levelsIn = (letter: Letter, { first, last }: Stretch): readonly Levels[] => {
  const tokens = tokensOf(letter);
  return flatMap(among(notableIn(letter).mixed, first, last), (index) => {
    const upper = tokens.gaps[index + 1] === Gap.hyphen ? tokenText(tokens, index) : '';
    const lower = FIRST.test(upper) ? SECOND.exec(tokenText(tokens, index + 1))?.[1] : undefined;
    // Three levels in a row are two pairs.
    return lower === undefined || tokens.gaps[index + 2] === Gap.hyphen ? [] : [{ index, name: `${upper}-${lower}` }];
  });
};
