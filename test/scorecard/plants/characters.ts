import { ofWindows } from '../../../server/src/facts/code-pages.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { matchIn, type Plant, put, textAt } from '../plant.ts';
import type { Random } from '../random.ts';

/** One place of a letter that a pattern (with the flag g) matches is printed in another way. */
const printed = (
  code: string,
  name: string,
  pattern: RegExp,
  as: (text: string, random: Random) => string,
  restores = true,
): Plant => ({
  code: `characters.${code}`,
  name,
  plant(letter: Letter, random) {
    const span = matchIn(letter, letter.span, pattern, random);
    const damage = span && put(span, as(textAt(letter, span), random));
    return damage && (restores ? damage : { ...damage, restores: false });
  },
});

/** A text's bytes in UTF-8, each as the character that Windows-1252 has for it. */
const inWindows = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : ofWindows(byte),
  ).join('');

const CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  y: 'у',
};
const cyrillic = (letter: string): string => CYRILLIC[letter] ?? letter;
const SIGNS = ['’', '“', '”', '–', '—', '•', '§', '°', '½', '®', 'é', '…'];
const INVISIBLE = ['\u00ad', '\u200b', '\u200d', '\ufeff'];
const CONTROLS = ['\u0000', '\u0001', '\u0007', '\u0008', '\u001b', '\u007f'];
const LIGATURES: readonly (readonly [string, string])[] = [
  ['ffi', 'ﬃ'],
  ['fi', 'ﬁ'],
  ['fl', 'ﬂ'],
  ['ff', 'ﬀ'],
];
const ligature = (text: string): string => LIGATURES.find(([apart]) => apart === text)?.[1] ?? text;

/** Characters that no one typed. */
export const CHARACTER_PLANTS: readonly Plant[] = [
  printed('mojibake', 'a sign in the wrong encoding', /\b/g, (_, random) => inWindows(random.pick(SIGNS) ?? ''), false),
  printed('mojibake', 'a no-break space in the wrong encoding', /\b \b/g, () => inWindows('\u00a0')),
  printed('unreadable', 'the replacement character for a letter', /[a-z]/g, () => '\ufffd', false),
  printed(
    'unreadable',
    'a control character in a word',
    /(?<=[a-z])(?=[a-z])/g,
    (_, random) => random.pick(CONTROLS) ?? '',
  ),
  printed('homoglyph', 'a Cyrillic letter in a word', /(?<=[a-z])[aceiopsxy](?=[a-z])/g, cyrillic),
  printed('ligature', 'two or three letters as one', /ffi|fi|fl|ff/g, ligature),
  printed(
    'invisible',
    'an invisible character in a word',
    /(?<=[a-z])(?=[a-z])/g,
    (_, random) => random.pick(INVISIBLE) ?? '',
  ),
  printed('space', 'a no-break space between words', /\b \b/g, () => '\u00a0'),
];
