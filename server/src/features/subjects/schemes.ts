import { buildPhrases, endsWord, longestAt } from '../../facts/phrases.ts';
import type { Scheme } from '../../letter/model.ts';

const NAMES: readonly (readonly [string, Scheme])[] = [
  ['MTUS', 'MTUS'],
  ['Medical Treatment Utilization Schedule', 'MTUS'],
  ['ODG', 'ODG'],
  ['Official Disability Guideline', 'ODG'],
  ['Official Disability Guidelines', 'ODG'],
  ['ACOEM', 'ACOEM'],
  ['American College of Occupational and Environmental Medicine', 'ACOEM'],
  ['Occupational Medicine Practice Guidelines', 'ACOEM'],
];
const LONGEST_ABBREVIATION = 5;
const PHRASES = buildPhrases(NAMES);
const NEGATED = /\bnon[ -]?$/i;

/** The schedule or work whose name starts at an offset of a text. `Non-MTUS` does not name the schedule. */
export const schemeAt = (text: string, at: number): { readonly scheme: Scheme; readonly end: number } | null => {
  const match = longestAt(PHRASES, text, at, endsWord);
  const scheme = match?.values[0];
  if (!match || !scheme || NEGATED.test(text.slice(Math.max(0, at - 5), at))) return null;
  const printed = text.slice(at, match.end);
  const isWritten = printed.length > LONGEST_ABBREVIATION || printed === printed.toUpperCase();
  return isWritten ? { scheme, end: match.end } : null;
};
