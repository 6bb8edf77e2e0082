import { type Drug, drugsIn } from '../../facts/index.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { tokensOf } from '../tokens.ts';
import { nameOf } from '../wording.ts';
import { type Stretch, type Told, toldIn } from './told.ts';

/**
 * The rationale concludes about another drug than the issue asks for.
 *
 *     Tramadol 50 mg #60: Upheld … the request for Naproxen is not medically necessary.
 *
 * Generic and brand names are one drug. Silent where the rationale names the drug of the issue anywhere, or one that has an
 * ingredient in common with it, and where either names several.
 */
export const crossCheckItemDrug: Check = {
  code: 'cross-check.item-drug',
  title: 'The rationale concludes about another drug than the issue asks for, which it does not name.',
  severity: 'information',
  category: 'cross-check',
  run: (letter) => flatMap(toldIn(letter), (told) => problemsIn(letter, told)),
};

const problemsIn = (letter: Letter, { issue, rationale, concluding }: Told): readonly Found[] => {
  const [asked, ...more] = concluding.length === 0 ? [] : drugsIn(issue.item?.value ?? '');
  if (!asked || more.length > 0) return [];
  const own = ingredientsOf(asked);
  const others = flatMap(concluding, (sentence): readonly Concluded[] => {
    const printed = textOf(letter, sentence);
    if (own.some((word) => printed.includes(word))) return [];
    const [told, ...further] = drugsIn(printed);
    return told && further.length === 0 && !haveCommon(told, asked) ? [{ sentence, told }] : [];
  });
  // The whole rationale is searched only where a sentence gives cause.
  if (others.length === 0 || drugsIn(textOf(letter, rationale)).some((drug) => haveCommon(drug, asked))) return [];
  return others.map(({ sentence, told }) => {
    const message = `${nameOf(issue)} asks for ${asked.generic}, but its rationale concludes about ${told.generic}, and does not name ${asked.generic} anywhere.`;
    const related = issue.item ? [{ span: issue.item.span, message: 'The disputed treatment' }] : [];
    return { span: spanIn(letter, sentence), message, related };
  });
};

/** A sentence that concludes about one drug. */
interface Concluded {
  readonly sentence: Stretch;
  readonly told: Drug;
}

const spanIn = (letter: Letter, { first, last }: Stretch): Found['span'] => {
  const { starts, ends } = tokensOf(letter);
  return spanOf(starts[first] ?? 0, ends[last] ?? 0);
};

const textOf = (letter: Letter, stretch: Stretch): string => {
  const { start, end } = spanIn(letter, stretch);
  return letter.text.slice(start, end);
};

/** Words of names that tell no ingredient. */
const PLAIN = new Set([
  'sodium',
  'potassium',
  'sulfate',
  'topical',
  'compounded',
  'extended',
  'release',
  'patch',
  'gel',
]);

const ingredientsOf = ({ generic }: Drug): readonly string[] =>
  generic
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && !PLAIN.has(word));

const haveCommon = (one: Drug, other: Drug): boolean => {
  const words = ingredientsOf(one);
  return ingredientsOf(other).some((word) => words.includes(word));
};
