import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { among, notableIn } from '../notable.ts';
import { tokenSpan } from '../slot/around.ts';
import { isQuantity } from '../slot/quantity.ts';
import { Kind, tokensOf, tokenText } from '../tokens.ts';
import { nameOf, quoted } from '../wording.ts';
import { type Stretch, type Told, toldIn } from './told.ts';

/**
 * The rationale concludes about another quantity than the issue asks for.
 *
 *     Tramadol 50 mg #60: Upheld … the request for Tramadol 50 mg #90 is not medically necessary.
 *
 * Only the sentences that conclude are looked at: elsewhere a rationale may speak of what was had before. Silent where either
 * names several quantities, and where the decision modifies the request.
 */
export const crossCheckItemQuantity: Check = {
  code: 'cross-check.item-quantity',
  title: 'The rationale concludes about another quantity than the issue asks for.',
  severity: 'information',
  category: 'cross-check',
  run: (letter) => flatMap(toldIn(letter), (told) => problemsIn(letter, told)),
};

const problemsIn = (letter: Letter, { issue, item, concluding }: Told): readonly Found[] => {
  const [asked, ...more] = quantitiesIn(letter, item);
  if (asked === undefined || more.length > 0 || issue.decision?.value === 'modified') return [];
  const tokens = tokensOf(letter);
  const told = flatMap(concluding, (sentence) => quantitiesIn(letter, sentence));
  const [reading, printed] = [tokenText(tokens, asked), told[0] === undefined ? '' : tokenText(tokens, told[0])];
  if (told.some((index) => tokenText(tokens, index) !== printed) || Number(printed) === Number(reading)) return [];
  const message = `${nameOf(issue)} asks for ${quoted(`#${reading}`)}, but its rationale concludes about ${quoted(`#${printed}`)}.`;
  const related = [{ span: tokenSpan(tokens, asked), message: 'The quantity that is asked for' }];
  return told.map((index) => ({ span: tokenSpan(tokens, index), message, reading, related }));
};

/** The tokens of quantities. */
const quantitiesIn = (letter: Letter, { first, last }: Stretch): readonly number[] => {
  const tokens = tokensOf(letter);
  return among(notableIn(letter).numeric, first, last).filter(
    (index) => tokens.kinds[index] === Kind.digit && isQuantity(tokens, index),
  );
};
