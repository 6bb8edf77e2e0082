import type { Letter, Sex } from '../../letter/model.ts';
import { hashOf } from '../../text/hash.ts';
import type { Span } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { Gap, type TokenRegion, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * One pronoun of the other sex among many of the patient's.
 *
 *     a 46-year-old female … She … Her … He had normal strength
 *
 * Silent where the summary's own word for the sex says otherwise, and in sentences about somebody else: a physician, a
 * husband. `He/she` is the form's.
 */
export const crossCheckSex: Check = {
  code: 'cross-check.sex',
  title: 'A pronoun does not fit the sex of the patient.',
  severity: 'information',
  category: 'cross-check',
  run: (letter) => {
    const pronouns = pronounsIn(letter);
    const female = pronouns.filter(({ sex }) => sex === 'female');
    const male = pronouns.filter(({ sex }) => sex === 'male');
    const [few, many] = female.length < male.length ? [female, male] : [male, female];
    const [deviant, ...more] = few;
    const right = many[0]?.sex;
    const said = letter.summary?.sex;
    if (!deviant || more.length > 0 || !right || many.length < FEWEST) return [];
    if (!said || said.value !== right || deviant.another) return [];
    return [problemOf(deviant, said.span, right)];
  },
};

/** As many pronouns must agree before one can be out of place. */
const FEWEST = 3;

interface Pronoun {
  readonly text: string;
  readonly span: Span;
  readonly sex: Sex;
  /** Its sentence, or the one before it, speaks of another person. */
  readonly another: boolean;
}

const hashes = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashOf));
const FEMALE = hashes('she her hers herself');
const MALE = hashes('he him his himself');
const OTHERS = hashes(
  'dr doctor physician surgeon provider reviewer therapist chiropractor psychologist examiner evaluator nurse wife husband son daughter mother father brother sister spouse partner friend attorney employer supervisor qme ame ptp coworker child',
);
const PROSE: readonly TokenRegion['kind'][] = ['summary', 'rationale'];

const pronounsIn = (letter: Letter): readonly Pronoun[] => {
  const tokens = tokensOf(letter);
  return tokens.regions.filter(({ kind }) => PROSE.includes(kind)).flatMap((region) => inRegion(tokens, region));
};

const inRegion = (tokens: Tokens, { first, last }: TokenRegion): readonly Pronoun[] => {
  const found: Pronoun[] = [];
  let sentence = 0;
  let other = -2;
  for (let i = first; i < last; i++) {
    const hash = tokens.hashes[i] ?? 0;
    const gap = tokens.gaps[i] ?? 0;
    if ((gap & Gap.stop) !== 0) sentence++;
    if (OTHERS.has(hash)) other = sentence;
    const sex = FEMALE.has(hash) ? 'female' : MALE.has(hash) ? 'male' : null;
    if (!sex || ((gap | (tokens.gaps[i + 1] ?? 0)) & Gap.slash) !== 0) continue;
    const span = { start: tokens.starts[i] ?? 0, end: tokens.ends[i] ?? 0 };
    found.push({ text: tokenText(tokens, i), span, sex, another: sentence - other < 2 });
  }
  return found;
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
