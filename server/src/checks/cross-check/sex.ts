import { deed, tellsOf } from '../../facts/persons.ts';
import type { Letter, Sex } from '../../letter/model.ts';
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
  if (tellsOf('writing', hashes[index + 1] ?? 0) && isWriter(tokens, index + 2)) return true;
  const endures = doesAsPatient(tokens, index);
  let stops = 0;
  for (let i = index; i >= first && stops < 2; i--) {
    const hash = hashes[i] ?? 0;
    if (tellsOf('other', hash) || (tellsOf('clinician', hash) && !(endures && stops > 0))) return true;
    if (((gaps[i] ?? 0) & Gap.stop) !== 0) stops++;
  }
  return false;
};

/** Does the sentence come to one who treats or judges? */
const isWriter = ({ hashes, gaps }: Tokens, from: number): boolean => {
  for (let i = from; i < from + FAR && ((gaps[i] ?? 0) & Gap.stop) === 0; i++)
    if (tellsOf('clinician', hashes[i] ?? 0)) return true;
  return false;
};
const FAR = 12;

/** Does a pronoun, or the word behind it, stand before what a patient does: `he sleeps`, `he still rates his pain`? */
const doesAsPatient = ({ hashes, gaps }: Tokens, index: number): boolean => {
  for (let i = index + 1; i <= index + 2 && ((gaps[i] ?? 0) & ~PLAIN) === 0; i++) {
    const objects = deed(hashes[i] ?? 0);
    if (objects === null) return true;
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
