import { flatMap } from '../../text/flat-map.ts';

/** Letters of other scripts, Cyrillic, Greek, Armenian and phonetic, behind the Latin letter that they look like. */
const ROWS: readonly string[] = [
  'AАΑ',
  'BВΒ',
  'CСϹ',
  'EЕΕ',
  'HНΗ',
  'IІΙӀ',
  'JЈ',
  'KКΚ',
  'MМΜ',
  'NΝ',
  'OОΟ',
  'PРΡ',
  'SЅ',
  'TТΤ',
  'XХΧ',
  'YΥҮ',
  'ZΖ',
  'aаɑ',
  'cсϲ',
  'dԁ',
  'eе',
  'gɡ',
  'hһ',
  'iіιı',
  'jјϳ',
  'kкκ',
  'lӏ',
  'mм',
  'nп',
  'oоοօ',
  'pрρ',
  'qԛ',
  'rг',
  'sѕ',
  'tт',
  'uυս',
  'vνѵ',
  'wԝ',
  'xх',
  'yуү',
];

const pairsOf = (row: string): readonly (readonly [string, string])[] => {
  const [latin = '', ...others] = row;
  return others.map((other) => [other, latin] as const);
};

export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(flatMap(ROWS, pairsOf));

/** Marks of punctuation by the common one that they look like. */
export const LIKE_MARKS: ReadonlyMap<string, string> = new Map([
  ['\u037e', ';'],
  ['\u0589', ':'],
  ['\u2024', '.'],
  ['\u2236', ':'],
  ['\ua789', ':'],
]);

/** Full-width forms and the alphabets of mathematics: plain characters drawn in another way. */
export const DRAWN = /[\uff01-\uff5e\u{1d400}-\u{1d7ff}]/u;
