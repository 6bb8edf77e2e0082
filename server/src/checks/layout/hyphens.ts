/** Words that often stand before a hyphen, so that the word without it proves nothing. */
const PREFIXES =
  'after all anti auto back bi by co counter cross de down ever ex extra fore full half hand head high home hyper hypo in inter intra life light like long low macro mal mid mini mono multi near neo neuro new non off on one out over pan para peri post pre pro pseudo psycho quasi re self semi short side step still sub super supra tele time trans tri two ultra un under up well wide year';
/** The same of those behind one. */
const SUFFIXES =
  'and by down fold free in less like long off old on or out over per related side term through to type up ups use versus wide wise';

/** Prefixes that are written with and without a hyphen, as the writer likes. */
const FREE =
  'anti bi co extra hyper hypo inter intra mid multi non over peri post pre re semi sub super trans tri un under';

const prefixes: ReadonlySet<string> = new Set(PREFIXES.split(' '));
const free: ReadonlySet<string> = new Set(FREE.split(' '));
const suffixes: ReadonlySet<string> = new Set(SUFFIXES.split(' '));

export const isPrefix = (word: string): boolean => prefixes.has(word);
export const isSuffix = (word: string): boolean => suffixes.has(word);

/** May it be written with or without a hyphen? Where the same vowel would meet itself, it has one. */
export const isFreePrefix = (word: string, rest: string): boolean =>
  free.has(word) && !(/[aeiou]$/.test(word) && word.endsWith(rest.charAt(0)));

/** In front of these a hyphen waits for the word that both halves share: `short- and long-term`. */
export const SUSPENDED: ReadonlySet<string> = new Set([
  'and',
  'or',
  'to',
  'nor',
  'but',
  'versus',
  'vs',
  'through',
  'than',
]);
