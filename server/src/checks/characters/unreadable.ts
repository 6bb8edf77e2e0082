import type { Letter } from '../../letter/model.ts';
import type { Span } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../wording.ts';
import { WINDOWS_BYTE } from './mojibake.ts';
import { codeName } from './odd.ts';
import { kindCheck } from './simple.ts';

/** Codes that the fonts Symbol and Wingdings put into the private area, for the signs that letters use. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['\uf061', 'α'],
  ['\uf062', 'β'],
  ['\uf06d', 'μ'],
  ['\uf0a3', '≤'],
  ['\uf0a7', '•'],
  ['\uf0ae', '→'],
  ['\uf0b0', '°'],
  ['\uf0b1', '±'],
  ['\uf0b3', '≥'],
  ['\uf0b4', '×'],
  ['\uf0b7', '•'],
  ['\uf0d8', '•'],
  ['\uf0e0', '→'],
  ['\uf0fc', '✓'],
]);
const BEYOND_ASCII = '[\\u0080-\\uffff]';
const CONTROL = /^\p{Cc}+$/u;
/** What may follow an apostrophe within a word. */
const BEHIND_APOSTROPHE = /^(?:[stdm]|re|ve|ll)(?![a-z])/i;

/**
 * A place where a character was lost: the replacement character, a control character, a code that only its font could
 * draw.
 *
 *     the patient\ufffds pain
 */
export const charactersUnreadable: Check = kindCheck({
  code: 'characters.unreadable',
  title: 'A character is lost, or can only be drawn by a font that is not here.',
  severity: 'warning',
  // The bytes of Windows-1252, and what stands among misread characters, are characters.mojibake's.
  pattern: new RegExp(
    `(?<!${BEYOND_ASCII})(?:(?!${WINDOWS_BYTE.source})\\p{Cc})+|(?<!â€)\ufffd+|[\\p{Co}\\p{Cs}\\p{Cn}]`,
    'gu',
  ),
  at: (letter, span, printed) => {
    if (CONTROL.test(printed)) return control(span, printed);
    return printed.startsWith('\ufffd') ? lost(letter, span) : ofFont(span, printed);
  },
});

const control = (span: Span, printed: string): Found => ({
  span,
  message: `The control character ${codeName(printed)} stands here, which no letter prints.`,
  reading: printed === '\v' ? ' ' : '',
});

const lost = ({ text }: Letter, span: Span): Found => {
  const message = `A character was lost here (${codeName('\ufffd')}); the page tells which.`;
  const single = span.end - span.start === 1;
  const within = single && /[a-z]/i.test(text.charAt(span.start - 1));
  if (!within || !BEHIND_APOSTROPHE.test(text.slice(span.end, span.end + 3))) return { span, message };
  return {
    span,
    message: `A character was lost here (${codeName('\ufffd')}); between these letters stands an apostrophe.`,
    reading: text.includes('’') ? '’' : "'",
  };
};

const ofFont = (span: Span, printed: string): Found => {
  const reading = SYMBOLS.get(printed);
  const message = `${codeName(printed)} is no character but a place in a font${reading ? `, there most often ${quoted(reading)}` : ''}.`;
  return reading === undefined ? { span, message } : { span, message, reading };
};
