import { domainWords, isWord } from '../../../server/src/facts/lexicon.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { type Plant, put, swapped, textAt } from '../plant.ts';
import type { Random } from '../random.ts';
import { inProse } from './slot.ts';

/** What scanners make of letters. */
const SCANS: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['d', 'cl'],
  ['h', 'li'],
  ['w', 'vv'],
  ['n', 'ii'],
  ['e', 'c'],
];

const scanned = (word: string, random: Random): string => {
  const [from, to] = random.pick(SCANS.filter(([from]) => word.includes(from))) ?? ['', ''];
  return from === '' ? word : word.replace(from, to);
};

const DIGITS: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', s: '5', b: '8' };
const withDigit = (word: string): string => word.replace(/(?<=.)[olisb](?=.)/, (letter) => DIGITS[letter] ?? letter);

/** A word with a blank in it, where a part of it is no word: else no one can tell. */
const divided = (word: string): string => {
  const [head, tail] = [word.slice(0, 4), word.slice(4)];
  return isWord(head) && isWord(tail) ? word : `${head} ${tail}`;
};

const WORD = /(?<![\w@/.'’-])[a-z]{6,14}(?![\w@/'’-])/g;
const isTerm = (word: string): boolean => domainWords().has(word) && word.length >= 8;
const DRUGS =
  /\b(?:[Tt]ramadol|[Ii]buprofen|[Nn]aproxen|[Gg]abapentin|[Cc]yclobenzaprine|[Oo]meprazole|[Ll]idocaine|[Dd]iclofenac|Flexeril|Norco)\b/g;
const PAIRS: Readonly<Record<string, string>> = {
  'lumbar spine': 'lumber spine',
  'rotator cuff': 'rotator cup',
  'carpal tunnel': 'carpel tunnel',
  'upper extremity': 'supper extremity',
  'trial of': 'trail of',
  'patient is': 'patent is',
  'patient has': 'patent has',
};

/** A leaf of the reviewer's, with a letter taken for another. */
const credential = (letter: Letter, of: 'licensedStates' | 'specialties', random: Random) => {
  const leaf = random.pick(letter.reviewer?.[of]?.values ?? []);
  const printed = leaf && textAt(letter, leaf.span);
  return leaf && printed === leaf.value ? put(leaf.span, swapped(printed, random)) : null;
};

export const WORD_PLANTS: readonly Plant[] = [
  {
    code: 'word.specialty',
    name: 'two letters of the specialty swapped',
    plant: (letter, random) => credential(letter, 'specialties', random),
  },
  {
    code: 'word.state',
    name: 'two letters of the state swapped',
    plant: (letter, random) => credential(letter, 'licensedStates', random),
  },
  inProse('word.guideline', 'a digit in the name of the scheme', /(?<=based on )(?:MTUS|ODG)\b/g, (name) =>
    name.replace('S', '5').replace('O', '0'),
  ),
  inProse('word.drug', 'two letters of a drug swapped', DRUGS, swapped),
  {
    ...inProse('word.term', 'two letters of a term swapped', WORD, (word, random) =>
      isTerm(word) ? swapped(word, random) : word,
    ),
    others: ['word.drug'],
  },
  inProse('word.scanno', 'letters taken for others in a word', WORD, scanned),
  inProse('word.digit', 'a digit in a word', WORD, withDigit),
  inProse(
    'word.joined',
    'a small word run together with the next',
    /\b(?:of|the|and|was|not|with) (?=[a-z]{5,}\b)/g,
    (word) => word.trimEnd(),
  ),
  inProse('word.divided', 'a blank in a word', WORD, divided),
  inProse('word.sentences-joined', 'no blank behind a full stop', /(?<=[a-z]{3})\. (?=[A-Z][a-z]+ )/g, () => '.'),
  inProse(
    'word.repeated',
    'a word twice in a row',
    /\b(?:the|and|for|was|not|patient|request)(?= [a-z])/g,
    (word) => `${word} ${word}`,
  ),
  inProse(
    'word.repeated-phrase',
    'words twice in a row',
    /\b[a-z]{4,} (?:medically|physical|lumbar|cervical|low|right|left) [a-z]{4,}\b/g,
    (words) => `${words} ${words}`,
  ),
  inProse(
    'word.real-word',
    'a word taken for another',
    /\b(?:lumbar spine|rotator cuff|carpal tunnel|upper extremity|trial of|patient is|patient has)\b/g,
    (words) => PAIRS[words] ?? words,
  ),
  inProse(
    'word.template-leftover',
    'a choice left open',
    /\b(?:is|was) an?(?= \d)/g,
    (words) => words.replace(/an?$/, 'a(n)'),
    false,
  ),
];
