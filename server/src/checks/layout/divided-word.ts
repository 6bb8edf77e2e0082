import { isEnglish } from '../../facts/english.ts';
import { domainWords } from '../../facts/lexicon.ts';
import type { Letter } from '../../letter/model.ts';
import { hashOf } from '../../text/hash.ts';
import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { spacingOf } from '../spacing.ts';
import { Gap, occurrences, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { isPrefix, isSuffix, SUSPENDED } from './hyphens.ts';

/** Behind the hyphen nothing but blanks, or a line end with what lies around it. */
const AT_LINE_END = Gap.hyphen | Gap.line | Gap.blank;
const WITHIN_LINE = Gap.hyphen | Gap.blank;
const LOWER = /^[a-z]{2,}$/;
/** What may stand before a word; in an address other marks do. */
const OPENS = /^[\s(["“‘']?$/;
const HEAD = /^[A-Z]?[a-z]+$/;
/** The rest of the word's line: marks behind it, and the blank before the next. */
const BEHIND = /^[)\]"”’',.;:!?]{0,3}/;

/**
 * A hyphen that divides a word for want of room in the line, or that did so before the lines were joined. The word's own
 * hyphens are no slip: where the letter, or the language, does not have it without one, nothing is said.
 *
 *     the treat-
 *     ment was denied
 */
export const layoutDividedWord: Check = {
  code: 'layout.divided-word',
  title: 'A word is divided that is written as one.',
  severity: 'information',
  category: 'layout',
  run: (letter) => foundIn(letter, tokensOf(letter)),
};

const foundIn = (letter: Letter, tokens: Tokens): readonly Found[] => {
  const found: Found[] = [];
  for (const i of notableIn(letter).hyphens) {
    const gap = tokens.gaps[i];
    if (i === 0 || (gap !== AT_LINE_END && gap !== WITHIN_LINE)) continue;
    const problem = foundAt(letter, tokens, i);
    if (problem) found.push(problem);
  }
  return found;
};

const foundAt = (letter: Letter, tokens: Tokens, tail: number): Found | null => {
  const start = tokens.starts[tail - 1] ?? 0;
  const headEnd = tokens.ends[tail - 1] ?? 0;
  const gap = letter.text.slice(headEnd, tokens.starts[tail]);
  const [head, rest] = [tokenText(tokens, tail - 1), tokenText(tokens, tail)];
  if (gap.charAt(0) !== '-' || !HEAD.test(head) || !LOWER.test(rest) || SUSPENDED.has(rest)) return null;
  if (!OPENS.test(letter.text.charAt(start - 1))) return null;
  const evidence = evidenceFor(letter, tokens, tail, head.toLowerCase(), rest);
  if (!evidence) return null;
  const word = evidence.hyphen ? `${head}-${rest}` : head + rest;
  const onLine = !/[\r\n]/.test(gap);
  if (evidence.hyphen && !onLine) return null;
  const message = `${quoted(`${head}- ${rest}`)} is one word, ${quoted(word)}: ${evidence.why}.`;
  const end = tokens.ends[tail] ?? headEnd;
  return onLine
    ? { span: { start, end }, message, reading: word }
    : { message, ...broughtUp(letter, start, end, word, gap.slice(1)) };
};

/** The rest of the word comes up from the next line, with the marks behind it; the line end follows them. */
const broughtUp = (
  letter: Letter,
  start: number,
  end: number,
  word: string,
  gap: string,
): Pick<Found, 'span' | 'reading'> => {
  const marks = BEHIND.exec(letter.text.slice(end, end + 3))?.[0] ?? '';
  const blanks = /^[ \t]*/.exec(letter.text.slice(end + marks.length, end + marks.length + 20))?.[0] ?? '';
  const next = letter.text.charAt(end + marks.length + blanks.length);
  if (next === '' || next === '\n' || next === '\r')
    return { span: { start, end: end + marks.length }, reading: word + marks };
  const trailing = /^[ \t]/.test(gap) || !spacingOf(letter).line.startsWith(' ') ? '' : ' ';
  return { span: { start, end: end + marks.length + blanks.length }, reading: word + marks + trailing + gap };
};

interface Evidence {
  /** Is the hyphen the word's own? */
  readonly hyphen: boolean;
  readonly why: string;
}

/** How the word is written, and how that is known; null where it is not. */
const evidenceFor = (letter: Letter, tokens: Tokens, tail: number, head: string, rest: string): Evidence | null => {
  const whole = hashOf(head + rest);
  if (hasHyphenated(tokens, tail)) return { hyphen: true, why: 'the letter prints it so elsewhere' };
  if (occurrences(letter, whole) > 0) return { hyphen: false, why: 'the letter prints it so elsewhere' };
  if (isPrefix(head) || isSuffix(rest) || head.length < 2) return null;
  if (isEnglish(head + rest))
    return { hyphen: false, why: 'it is a word of English, and its halves are not written apart' };
  return domainWords().has(head + rest) ? { hyphen: false, why: 'it is a word of medicine' } : null;
};

/** Does the letter print both words with a hyphen alone between them anywhere else? */
const hasHyphenated = ({ hashes, gaps, count }: Tokens, tail: number): boolean => {
  for (let i = 1; i < count; i++) {
    if (gaps[i] === Gap.hyphen && hashes[i] === hashes[tail] && hashes[i - 1] === hashes[tail - 1]) return true;
  }
  return false;
};
