import { ofWindows } from '../../facts/code-pages.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { matchesOf } from '../../text/matching.ts';
import type { Span } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { everywhere } from '../everywhere.ts';
import { quoted } from '../wording.ts';
import { type Decoded, misread } from './decode.ts';
import { oddRuns } from './odd.ts';
import { plain } from './plain.ts';

/** A byte of Windows-1252 that was taken for Latin 1, where it is a control character. */
export const WINDOWS_BYTE = /[\u0080\u0082-\u008c\u008e\u0091-\u009c\u009e\u009f]/g;
/** The apostrophe of a Macintosh between the letters of a word. */
const MAC_APOSTROPHE = /(?<=[a-z])Õ(?=(?:[stdm]|re|ve|ll)(?![a-z]))/g;
/** A no-break space of which the second half is a common blank now, or gone. */
const HALF_SPACE = /Â(?![A-Za-z])/g;
/** A closing quotation mark: its last byte is undefined in Windows-1252, and so it is lost first. */
const QUOTE = /â€(?:\ufffd|(?!["\x80-\uffff]))/g;
/** What is left of a misread character of which a part was lost or changed: what it was cannot be told. */
const BROKEN = /â€(?=")|ï¬|ï¿|ΓÇ|‚Ä/g;

/**
 * Characters of one encoding that were read in another.
 *
 *     the patientâ€™s pain, 8 CCR Â§9792.10
 */
export const charactersMojibake: Check = {
  code: 'characters.mojibake',
  title: 'Characters were read in the wrong encoding.',
  severity: 'warning',
  category: 'characters',
  run: (letter) => flatMap(oddRuns(letter), (run) => (isSound(letter, run) ? [] : foundIn(letter, run))),
  fixes: (found, letter) => everywhere(charactersMojibake.run)(found, letter),
};

/** What may be wrong where it stands alone; the other damages take two characters. Most runs are one quotation mark. */
const ALONE = /[\u0080-\u009fÂÕ]/;
const isSound = ({ text }: Letter, { start, end }: Span): boolean =>
  end - start === 1 && !ALONE.test(text.charAt(start));

const foundIn = (letter: Letter, run: Span): readonly Found[] => {
  const whole = misread(letter.text.slice(run.start, run.end)).map((decoded) => foundOf(letter, run.start, decoded));
  const single = [
    ...matchesIn(letter, run, WINDOWS_BYTE).map((span) => windowsByte(letter, span)),
    ...matchesIn(letter, run, MAC_APOSTROPHE).map((span) => macApostrophe(letter, span)),
    ...matchesIn(letter, run, HALF_SPACE).map((span) => halfSpace(span)),
    ...matchesIn(letter, run, QUOTE).map((span) => closingQuote(span)),
    ...matchesIn(letter, run, BROKEN).map((span) => broken(letter, span)),
  ];
  return [...whole, ...single.filter(({ span }) => !whole.some((other) => overlap(span, other.span)))];
};

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Matches within a run; the pattern may look at the characters around it. */
const matchesIn = ({ text }: Letter, run: Span, pattern: RegExp): readonly Span[] => {
  const from = Math.max(0, run.start - 1);
  return matchesOf(pattern, text.slice(from, run.end + 3))
    .map(({ 0: match, index }) => ({
      start: from + index,
      end: from + index + match.length,
    }))
    .filter(({ start, end }) => start >= run.start && end <= run.end);
};

const printedAt = (letter: Letter, { start, end }: Span): string => quoted(letter.text.slice(start, end));
const named = (text: string): string => (text.trim() === '' ? 'a blank' : quoted(text));

const foundOf = (letter: Letter, offset: number, { start, end, text, page }: Decoded): Found => {
  const span = { start: offset + start, end: offset + end };
  const reads = `UTF-8 read as ${page.name}`;
  if (text.includes('\ufffd'))
    return { span, message: `${printedAt(letter, span)} is ${reads}, of a character that was lost before.` };
  const reading = plain(text);
  const stands = reading === '' ? 'no character at all' : named(reading);
  return { span, message: `${printedAt(letter, span)} stands for ${stands}: it is ${reads}.`, reading, certain: true };
};

const windowsByte = ({ text }: Letter, span: Span): Found => {
  const reading = Array.from(text.slice(span.start, span.end), (byte) => ofWindows(byte.charCodeAt(0))).join('');
  const message = `A character that cannot be seen stands for ${named(reading)}: it is Windows-1252 read as Latin 1.`;
  return { span, message, reading, certain: true };
};

const macApostrophe = (letter: Letter, span: Span): Found => ({
  span,
  message: `${printedAt(letter, span)} within a word stands for ${quoted('’')}: it is Mac Roman read as Windows-1252.`,
  reading: '’',
  certain: true,
});

const halfSpace = (span: Span): Found => ({
  span,
  message: `${quoted('Â')} before no letter is left of a no-break space: it is UTF-8 read as Windows-1252.`,
  reading: '',
});

const closingQuote = (span: Span): Found => ({
  span,
  message: `${quoted('â€')} is left of ${quoted('”')}, of which the last byte is lost: it is UTF-8 read as Windows-1252.`,
  reading: '”',
});

const broken = (letter: Letter, span: Span): Found => ({
  span,
  message: `${printedAt(letter, span)} is left of a character of which a part is lost: it is UTF-8 read in another encoding.`,
});
