import { type RegionKind, regionsOf } from '../../../server/src/checks/regions.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { matchesIn, type Plant, put, type Sentence, sentence, textAt } from '../plant.ts';
import type { Random } from '../random.ts';

type Change = (text: string, random: Random) => string;

/** One of the places in the prose, or in one kind of it, that a pattern (with the flag g) matches is printed in another way. */
export const inProse = (
  code: string,
  name: string,
  pattern: RegExp,
  as: Change,
  restores = true,
  only: RegionKind | null = null,
): Plant => ({
  code,
  name,
  plant: (letter, random) => {
    const regions = regionsOf(letter).filter(({ kind }) => only === null || kind === only);
    const span = random.pick(regions.flatMap((region) => matchesIn(letter, region.span, pattern)));
    const damage = span && put(span, as(textAt(letter, span), random));
    return damage && (restores ? damage : { ...damage, restores: false });
  },
});

const LETTERS: Readonly<Record<string, string>> = { 0: 'O', 1: 'l', 2: 'Z', 5: 'S', 8: 'B' };

/** One digit of a number, a letter that looks like it in its place; the number keeps a digit. */
const lettered: Change = (number, random) => {
  const places = [...number].flatMap((digit, at) => (digit in LETTERS ? [at] : []));
  const at = random.pick(places);
  const damaged =
    at === null ? number : number.slice(0, at) + (LETTERS[number.charAt(at)] ?? '') + number.slice(at + 1);
  return /\d/.test(damaged) ? damaged : number;
};

/** A letter for one of the two digits of `L4-5` or `C5-6`. */
const damagedLevel: Change = (level, random) => random.pick(level === 'L4-5' ? ['L4-S', 'LA-5'] : ['CS-6']) ?? level;

const DATE = /(?<![\d/.-])(?:0?[1-9]|1[0-2])([/-])(?:0?[1-9]|[12]\d)\1(?:20)?1\d(?![\d/-])/g;

/** Another age with the digits of the first changed about, or one of them changed. */
const otherAge = ({ summary }: Letter): readonly Sentence[] => {
  const age = String(summary?.age?.value ?? '');
  const others = [[...age].reverse().join(''), `${(Number(age[0]) % 7) + 2}${age.slice(1)}`];
  return others
    .filter((other) => age.length === 2 && !other.startsWith('0') && Math.abs(Number(other) - Number(age)) > 7)
    .map((other) => [`This ${other}-year-old worker came back in spring.`, null]);
};

/** The same for every letter. */
const always =
  (...sentences: readonly Sentence[]) =>
  (): readonly Sentence[] =>
    sentences;

/** What few letters print, in sentences of its own; with a drug that no other place of the letter names. */
const SENTENCES: readonly Plant[] = [
  sentence('slot.age-differs', 'another age', otherAge),
  sentence(
    'slot.code-shape',
    'a letter for a digit in a code',
    always(
      ['The plan names CPT 6448O for it.', 'The plan names CPT 64480 for it.'],
      ['The plan names HCPCS EO730 for it.', 'The plan names HCPCS E0730 for it.'],
      ['The report gives ICD-10 M54.S for it.', 'The report gives ICD-10 M54.5 for it.'],
    ),
  ),
  sentence(
    'slot.decimal-style',
    'a point without a digit before it, or with a useless zero behind it',
    always(
      ['At night lorazepam .5 mg was taken.', 'At night lorazepam 0.5 mg was taken.'],
      ['At night lorazepam 2.0 mg was taken.', 'At night lorazepam 2 mg was taken.'],
    ),
  ),
  sentence(
    'slot.dose-tenfold',
    'ten times a dose, or a tenth of it',
    always(
      ['Lorazepam 1 mg, then lorazepam 10 mg was tried.', 'Lorazepam 1 mg, then lorazepam 1 mg was tried.'],
      ['Klonopin 0.5 mg, then clonazepam 5 mg was tried.', 'Klonopin 0.5 mg, then clonazepam 0.5 mg was tried.'],
      ['Topiramate 100 mg, then Topamax 10 mg was tried.', 'Topiramate 100 mg, then Topamax 100 mg was tried.'],
    ),
  ),
  sentence(
    'slot.dose',
    'a letter for a digit in a dose, in a sentence of its own',
    always(
      ['At night lorazepam O.5 mg was taken.', 'At night lorazepam 0.5 mg was taken.'],
      ['At night baclofen l0mg was taken.', 'At night baclofen 10mg was taken.'],
      ['At night trazodone 5O mg was taken.', 'At night trazodone 50 mg was taken.'],
    ),
  ),
  sentence(
    'slot.date-joined',
    'a hyphen lost from a date, in a sentence of its own',
    always(
      ['Films of 03-142016 were clear.', 'Films of 03-14-2016 were clear.'],
      ['Films of 11-082015 were clear.', 'Films of 11-08-2015 were clear.'],
    ),
  ),
  sentence(
    'slot.spine-level',
    'a level that is damaged, in a sentence of its own',
    always(
      ['The disc at L4-S is dark.', 'The disc at L4-5 is dark.'],
      ['The disc at CS-6 is dark.', 'The disc at C5-6 is dark.'],
      ['The disc at L5-Sl is dark.', 'The disc at L5-S1 is dark.'],
    ),
  ),
];

export const SLOT_PLANTS: readonly Plant[] = [
  {
    code: 'slot.case-number',
    name: 'a letter for a digit in the case number',
    // On a cover page, where another number stands in the case table.
    others: ['structure.case-number'],
    plant: ({ header }, random) => {
      const printed = header?.fields.caseNumber?.printed;
      const isForm = printed && /^CM\d\d-\d{7}$/.test(printed.value);
      return isForm ? put(printed.span, `CM${lettered(printed.value.slice(2), random)}`) : null;
    },
  },
  inProse('slot.date-letter', 'a letter for a digit in a date', DATE, lettered),
  inProse('slot.date-space', 'a blank in a date', DATE, (date) => date.replace(/([/-])(?=\d+$)/, '$1 ')),
  inProse('slot.date-joined', 'a hyphen lost from a date', /(?<![\d/.-])\d\d-\d\d-20\d\d(?![\d/-])/g, (date) =>
    date.replace(/-(?=\d{4}$)/, ''),
  ),
  inProse('slot.date-impossible', 'a month 13 to 19', DATE, (date) => date.replace(/^\d+/, '19'), false),
  inProse(
    'slot.date-impossible',
    'a year of another century',
    /(?<=\d[/-]\d{1,2}[/-])20\d\d\b/g,
    (year) => `21${year.slice(2)}`,
    false,
  ),
  inProse('slot.age', 'a letter for a digit in the age', /\d\d(?=[ -]years?[ -]old)/g, lettered),
  inProse('slot.dose', 'a letter for a digit in a dose', /(?<![\d./])\d{2,3}(?= ?mg\b)/g, lettered),
  inProse(
    'slot.dose',
    'a letter for a digit in a fraction or a percentage',
    /(?<![\w./-])[1-9]0(?=%|\/\d{2,3}[ ,.])/g,
    lettered,
  ),
  inProse('slot.unit', 'a damaged unit', /(?<=\d ?)mg\b/g, (_, random) => random.pick(['rng', 'mq', 'nig']) ?? ''),
  inProse('slot.quantity', 'a letter for a digit in a quantity', /(?<=#)\d{2,3}\b/g, lettered),
  inProse(
    'slot.page',
    'a letter for a digit in a page',
    /(?<=\b[Pp]age(?:s|\(s\):)?\s(?:\d{1,3}-)?)\d{2,3}\b/g,
    lettered,
    true,
    'basis',
  ),
  inProse('slot.spine-level', 'a letter for a digit in a level', /\b(?:L4|C5)-[56]\b/g, damagedLevel),
  inProse(
    'slot.spine-level',
    'a letter for a digit in a level with its part',
    /\bL5-S1\b/g,
    (_, random) => random.pick(['L5-Sl', 'L5-SI', 'LS-S1']) ?? '',
  ),
  inProse(
    'slot.spine-level',
    'a level that the spine has not',
    /\bL[345]-(?:[45]|S1)\b/g,
    (_, random) => random.pick(['L4-6', 'L3-7', 'L2-9']) ?? '',
    false,
  ),
  ...SENTENCES,
];
