import { type Drug, matchDrugAt } from '../../facts/index.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { hashOf } from '../../text/hash.ts';
import type { Check, Found } from '../check.ts';
import { type Strength, strengthsIn } from '../strengths.ts';
import { Gap, tokensOf } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * A dose ten times as high, or a tenth, of what stands elsewhere for the same drug: a point or a nought was lost or put in.
 *
 *     Klonopin 0.5 mg … Klonopin 5 mg
 *
 * Two witnesses: no tablet is sold with the one strength, and there is one with the other, which the letter names as well.
 * Amounts of a day are no strengths.
 */
export const slotDoseTenfold: Check = {
  code: 'slot.dose-tenfold',
  title: 'A dose is ten times as high, or a tenth, of the dose of the same drug elsewhere in the letter.',
  severity: 'warning',
  category: 'slot',
  run: (letter) => {
    const strengths = strengthsIn(letter);
    if (strengths.length < 2) return [];
    const values = new Set(strengths.map(({ value }) => value));
    const doubtful = strengths.filter(({ value }) => values.has(tenth(value)) || values.has(tenfold(value)));
    return doubtful.length < 2 ? [] : problemsIn(letter, doubtful);
  },
};

/** Without the dust of binary fractions. */
const tenth = (value: number): number => Number((value / 10).toPrecision(6));
const tenfold = (value: number): number => Number((value * 10).toPrecision(6));

interface Dose {
  readonly drug: Drug;
  readonly strength: Strength;
}

const problemsIn = (letter: Letter, strengths: readonly Strength[]): readonly Found[] => {
  const doses = flatMap(strengths, (strength): Dose[] => {
    const drug = drugBefore(letter, strength);
    return drug && drug.strengths.length > 0 ? [{ drug, strength }] : [];
  });
  const witnesses = new Map(doses.map(({ drug, strength }) => [keyOf(drug, strength.value), strength]));
  return flatMap(doses, ({ drug, strength }): readonly Found[] => {
    if (drug.strengths.includes(strength.value)) return [];
    const others = [tenfold(strength.value), tenth(strength.value)];
    const meant = others.find((other) => isMeant(letter, drug, strength, other) && witnesses.has(keyOf(drug, other)));
    const witness = meant === undefined ? undefined : witnesses.get(keyOf(drug, meant));
    return witness ? [problemOf(drug, strength, witness)] : [];
  });
};

const keyOf = ({ id }: Drug, value: number): string => `${id} ${value}`;

/** So many of the strongest tablets may be what is taken in a day, and so many hardly are. */
const [SEVERAL, TOO_MANY] = [2, 5];

/** Is the other strength sold, and the one a tenth of it, or ten of it and more than several tablets make? */
const isMeant = (letter: Letter, { strengths }: Drug, one: Strength, other: number): boolean =>
  strengths.includes(other) &&
  (one.value === tenth(other) ||
    (one.value === tenfold(other) && one.value > SEVERAL * Math.max(...strengths) && !isOfDay(letter, one)));

const problemOf = ({ generic, strengths }: Drug, { printed, span, value }: Strength, witness: Strength): Found => ({
  span,
  // So it is of all strengths in the tables (docs/facts.md).
  message: `By the tables, whose strengths are from memory and were not looked up, ${quoted(`${printed} mg`)} is no strength of ${generic}; ${quoted(`${witness.printed} mg`)} is, and stands elsewhere in the letter.`,
  reading: witness.printed,
  ...(value > witness.value && value <= TOO_MANY * Math.max(...strengths) && { severity: 'information' }),
  related: [{ span: witness.span, message: 'The same drug with a strength that there is' }],
});

/** How many words may stand between the name of a drug and its strength: `Norco tablets of`. */
const BETWEEN = 3;

const drugBefore = (letter: Letter, { span, index }: Strength): Drug | null => {
  const { text, starts, gaps } = tokensOf(letter);
  // The parts of a number with a point are tokens of their own.
  let at = index;
  while ((starts[at] ?? 0) > span.start) at--;
  for (let i = at - 1; i >= Math.max(0, at - 1 - BETWEEN); i--) {
    if (((gaps[i + 1] ?? 0) & (Gap.stop | Gap.comma | Gap.colon)) !== 0) return null;
    const match = matchDrugAt(text, starts[i] ?? 0);
    if (match && (starts[i] ?? 0) + match.length <= span.start) return match.drug;
  }
  return null;
};

const DAY: ReadonlySet<number> = new Set(
  ['daily', 'day', 'total', 'med', 'equivalent', 'maximum', 'max', 'hours'].map(hashOf),
);
/** How far around a number words of a day's amount may stand. */
const NEAR = 5;

const isOfDay = (letter: Letter, { index }: Strength): boolean => {
  const { hashes } = tokensOf(letter);
  for (let i = Math.max(0, index - NEAR); i <= index + NEAR; i++) if (DAY.has(hashes[i] ?? 0)) return true;
  return false;
};
