import { type Flow, sourceSpan } from '../text/flow.ts';
import { firstOf } from '../text/matching.ts';
import type { Leaf, Span } from '../text/span.ts';
import { dateFrom, type FoundDate, findDates } from './dates.ts';
import type { Sex, Summary } from './model.ts';

/** The patient is introduced in the first sentences of a summary; further on, ages and dates are of other things. */
const OPENING = 700;

const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const WORD = `(?:${TENS.join('|')})(?:[ -](?:${ONES.join('|')}))?|${TEENS.join('|')}`;
const NUMBER = String.raw`\d{1,3}|${WORD}`;
const YEARS_OLD = String.raw`\b(${NUMBER})(?: ?\(\d{1,3}\))?(?: ?-? ?(?:years?|yrs?\.?) ?-? ?(?:olds?|of age)\b| ?-?(?:y ?/ ?o|yo|y\.o\.?)(?![a-z]{2}))`;
const AGED = String.raw`aged? (?:of )?(${NUMBER})(?![\d/-])`;
/** How an age is told, that of once (`at age 40`) last: `71 year old`, `seventy-one (71) years old`, `aged 71`. */
const AGES: readonly RegExp[] = [String.raw`${YEARS_OLD}|\b(?<!\bat (?:the )?)${AGED}`, String.raw`\b${AGED}`].map(
  (pattern) => new RegExp(pattern, 'gi'),
);
/** The youngest and the oldest that a worker is told to be; other numbers of years are of injuries, or slips. */
const YOUNGEST = 14;
const OLDEST = 120;

const SEXES: readonly (readonly [Sex, string])[] = [
  ['female', 'females?|women|woman|lady|girl'],
  ['male', 'males?|men|man|gentleman|boy'],
];
const SEX = new RegExp(String.raw`\b(?:${SEXES.map(([, words]) => `(${words})`).join('|')})\b(?!['’-])`, 'gi');
/** The letter of a chart right behind an age: `33 y/o F`. */
const SEX_LETTER = /^[ -]?(?:(F)|(M))(?![\w'’]|\.\w)/;

/** What stands before someone else: `struck by a 16 year old male`, `her 80-year-old mother`, `lifting a 90 year old`. */
const SOMEONE_ELSE =
  /(?:(?<!\b(?:filed|made|brought|submitted)) by an?|\b(?:assisting|catching|helping|lifting|moving|restraining|subduing|transferring) an?|\b(?:his|her|their|whose))(?: [\w-]{1,20}){0,4} $/i;
/** What stands behind an age that is a relative's or a thing's. */
const NOT_THE_PATIENT =
  /^[ -](?:(?:grand|step)?(?:son|daughter|child|mother|father)|wife|husband|spouse|brother|sister|injury|claim|history)\b/i;
/** How much before a word tells whose it is, in characters. */
const BEFORE = 100;

/** What may stand between a cue and the injury's date. */
const STRONG_CUE = /\b(?:dates? of injury|injury dates?|DOI|date of loss)\b/gi;
const WEAK_CUE = /\b(?:injury|injuries|injured(?! (?:worker|employee))|accident|claim from|trauma|fell|hurt)\b/gi;
/** The farthest a date may stand behind a cue, in characters of one sentence. */
const REACH = 90;
const LONGEST_DATE = 24;

const years = (words: string): number | null => {
  if (/^\d+$/.test(words)) return Number(words);
  const [head = '', tail = ''] = words.toLowerCase().split(/[ -]/);
  const teen = TEENS.indexOf(head);
  if (teen >= 0) return 10 + teen;
  const tens = TENS.indexOf(head);
  return tens < 0 ? null : 20 + 10 * tens + (ONES.indexOf(tail) + 1);
};

interface FoundAge extends Span {
  readonly value: number;
  /** Where the words that tell it end: `33 y/o`. */
  readonly told: number;
}

const ageIn = (opening: string): FoundAge | null => {
  for (const pattern of AGES) {
    const age = firstOf(pattern, opening, (match) => ageOf(opening, match));
    if (age) return age;
  }
  return null;
};

const ageOf = (opening: string, match: RegExpExecArray): FoundAge | null => {
  const [all] = match;
  const words = match[1] ?? match[2] ?? '';
  const value = years(words);
  const start = match.index + all.indexOf(words);
  const told = match.index + all.length;
  if (value === null || value < YOUNGEST || value > OLDEST) return null;
  if (isOfSomeoneElse(opening, match.index) || NOT_THE_PATIENT.test(opening.slice(told, told + BEFORE))) return null;
  return { value, start, end: start + words.length, told };
};

const isOfSomeoneElse = (opening: string, at: number): boolean =>
  SOMEONE_ELSE.test(opening.slice(Math.max(0, at - BEFORE), at));

/** What a summary tells of the patient. Each is null where it tells nothing. */
export type Patient = Pick<Summary, 'age' | 'sex' | 'injuryDate'>;

/** Reads the opening of a summary whose text begins at `start` of a flow. */
export const readPatient = (flow: Flow, start: number): Patient => {
  const opening = flow.text.slice(start, start + OPENING);
  const age = ageIn(opening);
  return {
    // Its span is the number's.
    age: age && { value: age.value, span: sourceSpan(flow, start + age.start, start + age.end) },
    sex: findSex(flow, start, opening, age),
    injuryDate: findInjuryDate(flow, start, opening, age),
  };
};

/** The patient's sex by noun, adjective or letter, never by a pronoun; from the sentence of the age where that tells one. */
const findSex = (flow: Flow, start: number, opening: string, age: FoundAge | null): Leaf<Sex> | null => {
  const letter = age && SEX_LETTER.exec(opening.slice(age.told, age.told + 4));
  if (letter) return sexLeaf(flow, start + age.told, letter);
  const sentence = sentenceStart(opening, age?.start ?? 0);
  return sexIn(flow, start + sentence, opening.slice(sentence)) ?? sexIn(flow, start, opening);
};

const sexIn = (flow: Flow, start: number, text: string): Leaf<Sex> | null =>
  firstOf(SEX, text, (match) => (isOfSomeoneElse(text, match.index) ? null : sexLeaf(flow, start, match)));

/** The sex that a group of the match stands for, in the order of SEXES. */
const sexLeaf = (flow: Flow, start: number, match: RegExpExecArray): Leaf<Sex> | null => {
  const index = SEXES.findIndex((_, i) => match[i + 1] !== undefined);
  const sex = SEXES[index]?.[0];
  const at = start + match.index + match[0].indexOf(match[index + 1] ?? '');
  return sex ? { value: sex, span: sourceSpan(flow, at, at + (match[index + 1]?.length ?? 0)) } : null;
};

/** What makes the one date of the patient's introduction another than that of the injury. */
const OTHER_EVENT =
  /\b(?:seen|evaluated|examined|visit|reports?|notes?|dated|presented|underwent|surgery|born|hired|letter|request)\b/i;

/** What makes a date beside a word of injury that of a visit: `after an injury, seen on`. */
const VISIT = /\b(?:seen|evaluated|examined|visit|presented|underwent)\b/i;

/**
 * The date of injury as the summary tells it (ISO): the first complete date behind `date of injury` and its like, else
 * behind another word of injury within the same sentence, else the only date of the sentence that introduces the patient.
 * Of a range (cumulative trauma) it is the first date.
 */
const findInjuryDate = (flow: Flow, start: number, opening: string, age: FoundAge | null): Leaf<string> | null => {
  const date = behindCue(opening, STRONG_CUE) ?? behindCue(opening, WEAK_CUE) ?? introduced(opening, age);
  if (!date || date.value === null) return null;
  return { value: date.value, span: sourceSpan(flow, start + date.start, start + date.end) };
};

const behindCue = (opening: string, cues: RegExp): FoundDate | null =>
  firstOf(cues, opening, (cue) => {
    const from = cue.index + cue[0].length;
    const end = Math.min(sentenceEnd(opening, from), from + REACH);
    const date = dateFrom(opening.slice(0, end + LONGEST_DATE), from);
    return date && date.start <= end && !VISIT.test(opening.slice(from, date.start)) ? date : null;
  });

const introduced = (opening: string, age: FoundAge | null): FoundDate | null => {
  const sentence = opening.slice(0, sentenceEnd(opening, age?.start ?? 0));
  const [date, second] = findDates(sentence);
  if (!date || second || OTHER_EVENT.test(sentence.slice(0, date.start))) return null;
  return VISIT.test(sentence.slice(date.end)) ? null : date;
};

const SENTENCE_END = /(?<!\b(?:Dr|Mr|Mrs|Ms|No))[.;] ?(?=[A-Z])/g;

const sentenceStart = (text: string, at: number): number => {
  let start = 0;
  for (let end = sentenceEnd(text, 0); end < at; end = sentenceEnd(text, end + 1)) start = end + 1;
  return start;
};

const sentenceEnd = (text: string, from: number): number => {
  SENTENCE_END.lastIndex = from;
  return SENTENCE_END.exec(text)?.index ?? text.length;
};
