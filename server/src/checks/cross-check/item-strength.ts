import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { type Strength, strengthsAmong, strengthsIn } from '../strengths.ts';
import { nameOf, quoted } from '../wording.ts';
import { type Stretch, type Told, toldIn } from './told.ts';

/**
 * The rationale concludes about another strength than the issue asks for.
 *
 *     Tramadol 50 mg #60: Upheld … the request for Tramadol 150 mg is not medically necessary.
 *
 * Only the sentences that conclude are looked at: elsewhere a rationale may speak of former doses and of what is advised.
 * Silent where either names several strengths.
 */
export const crossCheckItemStrength: Check = {
  code: 'cross-check.item-strength',
  title: 'The rationale concludes about another strength of the drug than the issue asks for.',
  severity: 'information',
  category: 'cross-check',
  run: (letter) => (strengthsIn(letter).length < 2 ? [] : flatMap(toldIn(letter), (told) => problemsIn(letter, told))),
};

const problemsIn = (letter: Letter, { issue, item, concluding }: Told): readonly Found[] => {
  const asked = strengthsWithin(letter, item);
  const concluded = flatMap(concluding, (sentence) => strengthsWithin(letter, sentence));
  const [one] = asked;
  const [other] = concluded;
  if (!one || !other || !areOne(asked) || !areOne(concluded) || one.value === other.value) return [];
  const message = `${nameOf(issue)} asks for ${quoted(`${one.printed} mg`)}, but its rationale concludes about ${quoted(`${other.printed} mg`)}.`;
  const related = [{ span: one.span, message: 'The strength that is asked for' }];
  return concluded.map(({ span }) => ({ span, message, reading: one.printed, related }));
};

const strengthsWithin = (letter: Letter, { first, last }: Stretch): readonly Strength[] =>
  strengthsAmong(letter, first, last);

const areOne = (strengths: readonly Strength[]): boolean =>
  strengths.every(({ value }) => value === strengths[0]?.value);
