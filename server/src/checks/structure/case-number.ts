import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { matchesOf } from '../../text/matching.ts';
import type { Leaf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../wording.ts';

/**
 * The letter's case number stands in its case table, on its cover page, and at the foot of its pages. All are the same.
 *
 *     Case Number: CM15-0012345 … Final Determination Letter for IMR Case Number CM15-0012354  2
 *
 * The number that most places print is taken for the right one. Case numbers in the prose are those of other reviews and
 * are not looked at.
 */
export const structureCaseNumber: Check = {
  code: 'structure.case-number',
  title: 'The case number differs from one place of the letter to another.',
  severity: 'warning',
  category: 'structure',
  run: (letter) => {
    const printed = numbersIn(letter);
    if (printed.every(({ value }) => value === printed[0]?.value)) return [];
    const right = mostPrinted(printed);
    return right ? printed.filter(({ value }) => value !== right.value).map((wrong) => problemOf(wrong, right)) : [];
  },
};

/** A case number, perhaps with letters for digits, behind the words that announce one. */
const ANNOUNCED = /\bCase Number:?\s{0,40}(?!\S*:)([A-Z]{2}\S{7,13})/gi;
/** The case table and the fields of a cover page fill no more than this. */
const LONGEST_HEAD = 4000;

const numbersIn = (letter: Letter): readonly Leaf<string>[] => {
  const own = letter.header?.fields.caseNumber?.printed;
  if (!own) return [];
  const body = letter.sections.find(({ id }) => id !== 'cover' && id !== 'header')?.span.start ?? 0;
  const head = { start: 0, end: Math.min(body, LONGEST_HEAD) };
  const places = [head, ...letter.furniture.filter(({ start }) => start >= head.end)];
  const found = flatMap(places, ({ start, end }) =>
    matchesOf(ANNOUNCED, letter.text.slice(start, end)).map((match): Leaf<string> => {
      const value = match[1] ?? '';
      const from = start + match.index + match[0].length - value.length;
      return { value, span: { start: from, end: from + value.length } };
    }),
  );
  return found.some(({ span }) => span.start === own.span.start) ? found : [own, ...found];
};

/** The first of those that most places print. */
const mostPrinted = (printed: readonly Leaf<string>[]): (Leaf<string> & { readonly places: number }) | null => {
  const counted = printed.map((number) => ({
    ...number,
    places: printed.filter(({ value }) => value === number.value).length,
  }));
  return counted.reduce<(typeof counted)[number] | null>(
    (best, number) => (best && best.places >= number.places ? best : number),
    null,
  );
};

const problemOf = (wrong: Leaf<string>, right: Leaf<string> & { readonly places: number }): Found => ({
  span: wrong.span,
  message: `The case number is ${quoted(wrong.value)} here and ${quoted(right.value)} ${right.places > 1 ? `in ${right.places} other places` : 'in another place'} of the letter.`,
  reading: right.value,
  certain: right.places > 1,
  related: [{ span: right.span, message: `The case number ${right.value}` }],
});
