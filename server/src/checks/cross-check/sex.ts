import type { Letter, Sex } from '../../letter/model.ts';
import { hashOf } from '../../text/hash.ts';
import { type Span, spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { notableIn, PRONOUNS } from '../notable.ts';
import { Gap, type TokenRegion, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * One pronoun of the other sex among many of the patient's.
 *
 *     a 46-year-old female … She … Her … He had normal strength
 *
 * Silent where the summary's own word for the sex says otherwise, and in sentences about somebody else, or behind one: a
 * physician, a husband. Behind one about a physician `He sleeps badly` is the patient all the same. `He/she` is the form's.
 */
export const crossCheckSex: Check = {
  code: 'cross-check.sex',
  title: 'A pronoun does not fit the sex of the patient.',
  severity: 'information',
  category: 'cross-check',
  run: (letter) => {
    const said = letter.summary?.sex;
    if (!said) return [];
    const pronouns = pronounsIn(letter);
    const female = pronouns.filter(({ sex }) => sex === 'female');
    const male = pronouns.filter(({ sex }) => sex === 'male');
    const [few, many] = female.length < male.length ? [female, male] : [male, female];
    const [deviant, ...more] = few;
    const right = many[0]?.sex;
    if (!deviant || more.length > 0 || !right || many.length < FEWEST) return [];
    if (said.value !== right || isOfAnother(tokensOf(letter), deviant)) return [];
    return [problemOf(deviant, said.span, right)];
  },
};

/** As many pronouns must agree before one can be out of place. */
const FEWEST = 3;

interface Pronoun {
  readonly text: string;
  readonly span: Span;
  readonly sex: Sex;
  /** Its token, and the first token of its region. */
  readonly index: number;
  readonly first: number;
}

const hashesOf = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashOf));

/** Who treats and judges, and who else is about: in the patient's life, or at work. */
const CLINICIANS = hashesOf(
  'dr doctor physician surgeon provider reviewer therapist chiropractor psychologist examiner evaluator nurse qme ame ptp',
);
const OTHERS = hashesOf(
  'wife husband son daughter mother father brother sister spouse partner friend attorney employer supervisor coworker child',
);

/** What clinicians write: `in her report the surgeon says`. */
const WRITINGS = hashesOf('report reports note notes letter evaluation consultation opinion');

/** What patients do, and those who treat them do not tell of themselves. */
const ENDURES = hashesOf(
  'sleeps slept rests rested limps limped walks walked ambulates ambulated exercises complains complained underwent fell slipped tripped twisted sustained suffers suffered snores smokes weighs',
);
/** The same of verbs with what stands right behind them, or one word further. */
const MOODS = hashesOf('sad well better worse tired weak dizzy stiff sore numb depressed anxious nervous');
const ENDURES_WITH: ReadonlyMap<number, ReadonlySet<number>> = new Map(
  (
    [
      ['rates', hashesOf('pain')],
      ['rated', hashesOf('pain')],
      ['does', hashesOf('exercises')],
      ['did', hashesOf('exercises')],
      ['feels', MOODS],
      ['felt', MOODS],
    ] as const
  ).map(([verb, objects]) => [hashOf(verb), objects]),
);

const PLAIN = Gap.blank | Gap.line;
const PROSE: readonly TokenRegion['kind'][] = ['summary', 'rationale'];

const pronounsIn = (letter: Letter): readonly Pronoun[] => {
  const tokens = tokensOf(letter);
  const { regions, starts, ends, gaps } = tokens;
  const found: Pronoun[] = [];
  let at = 0;
  for (const index of notableIn(letter).pronouns) {
    while (index > (regions[at]?.last ?? Infinity)) at++;
    const region = regions[at];
    if (!region || !PROSE.includes(region.kind)) continue;
    if ((((gaps[index] ?? 0) | (gaps[index + 1] ?? 0)) & Gap.slash) !== 0) continue;
    const text = tokenText(tokens, index);
    const sex = PRONOUNS.female.has(text.toLowerCase()) ? 'female' : 'male';
    found.push({ text, span: spanOf(starts[index] ?? 0, ends[index] ?? 0), sex, index, first: region.first });
  }
  return found;
};

/** Does the sentence of a pronoun, or the one before it, speak of another person before it comes to the pronoun, or of what one wrote? */
const isOfAnother = (tokens: Tokens, { index, first }: Pronoun): boolean => {
  const { hashes, gaps } = tokens;
  if (WRITINGS.has(hashes[index + 1] ?? 0) && isWriter(tokens, index + 2)) return true;
  const endures = doesAsPatient(tokens, index);
  let stops = 0;
  for (let i = index; i >= first && stops < 2; i--) {
    const hash = hashes[i] ?? 0;
    if (OTHERS.has(hash) || (CLINICIANS.has(hash) && !(endures && stops > 0))) return true;
    if (((gaps[i] ?? 0) & Gap.stop) !== 0) stops++;
  }
  return false;
};

/** Does the sentence come to one who treats or judges? */
const isWriter = ({ hashes, gaps }: Tokens, from: number): boolean => {
  for (let i = from; i < from + FAR && ((gaps[i] ?? 0) & Gap.stop) === 0; i++)
    if (CLINICIANS.has(hashes[i] ?? 0)) return true;
  return false;
};
const FAR = 12;

/** Does a pronoun, or the word behind it, stand before what a patient does: `he sleeps`, `he still rates his pain`? */
const doesAsPatient = ({ hashes, gaps }: Tokens, index: number): boolean => {
  for (let i = index + 1; i <= index + 2 && ((gaps[i] ?? 0) & ~PLAIN) === 0; i++) {
    const hash = hashes[i] ?? 0;
    if (ENDURES.has(hash)) return true;
    const objects = ENDURES_WITH.get(hash);
    if (objects) return objects.has(hashes[i + 1] ?? 0) || objects.has(hashes[i + 2] ?? 0);
  }
  return false;
};

/** The one pronoun of the other sex that can stand in the same place; `her` may be `him` or `his`. */
const COUNTERPART: Readonly<Record<string, string>> = {
  he: 'she',
  He: 'She',
  she: 'he',
  She: 'He',
  his: 'her',
  His: 'Her',
  him: 'her',
  himself: 'herself',
  herself: 'himself',
};

const problemOf = ({ text, span }: Pronoun, said: Span, sex: Sex): Found => {
  const reading = COUNTERPART[text];
  return {
    span,
    message: `The patient is ${sex} in the summary and in every other pronoun, but ${quoted(text)} here.`,
    related: [{ span: said, message: 'The sex of the patient' }],
    ...(reading !== undefined && { reading }),
  };
};
