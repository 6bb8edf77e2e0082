import { trimmedEnd } from '../text/trim.ts';
import { distanceWithin } from './fuzzy.ts';
import type { Damage, Decision } from './model.ts';

/** The words that close an issue's title, as letters print them. */
const WORDS: readonly (readonly [string, Decision])[] = [
  ['Upheld', 'upheld'],
  ['Overturned', 'overturned'],
  ['Modified', 'modified'],
  ['Upheld in part', 'modified'],
  ['Partially Overturned', 'modified'],
  ['Partially Upheld', 'modified'],
];
const LONGEST = 24;

export interface ReadDecision {
  readonly value: Decision;
  /** As the form spells it. */
  readonly word: string;
  readonly damage: readonly Damage[];
}

/** Reads a decision word; up to two damaged characters (one in a short word) are told in `damage`. Null for any other text. */
export const readDecision = (printed: string): ReadDecision | null => {
  const text = printed.trim().replace(/\.$/, '');
  if (text.length > LONGEST || text.length < 4) return null;
  let best: { value: Decision; distance: number; word: string } | null = null;
  for (const [word, value] of WORDS) {
    if (text === word) return { value, word, damage: [] };
    const distance = distanceWithin(text.toLowerCase(), word.toLowerCase(), 2);
    if (distance !== null && (!best || distance < best.distance)) best = { value, distance, word };
  }
  if (!best) return null;
  return { value: best.value, word: best.word, damage: best.distance > 0 ? ['spelling'] : ['case'] };
};

/** Where a decision stands in the flow of an issue's title: after the last colon, or as its last word. */
export interface PlacedDecision {
  readonly start: number;
  readonly end: number;
  /** Where the item before it ends: at the colon, or at the blank before the decision. */
  readonly itemEnd: number;
  readonly decision: { readonly value: Decision | null; readonly damage: readonly Damage[] };
}

const LAST_WORD = /[a-z0-9]{1,30}\.?$/i;

/**
 * Finds the decision in a title by the last colon. Where no colon stands before it, or another mark does, a decision word
 * at the title's end still counts, with that damage told; a single word in the decision's place that is no decision has
 * the value null. Null where the title ends in its item.
 */
export const findDecision = (title: string): PlacedDecision | null => {
  const colon = title.lastIndexOf(':');
  const after = title.slice(colon + 1).trim();
  const start = title.length - after.length;
  const itemEnd = trimmedEnd(title, ' :', 0, Math.max(colon, 0));
  if (colon >= 0 && after) {
    const read = readDecision(after);
    const doubled: Damage[] = title.charAt(colon - 1) === ':' ? ['colon'] : [];
    const glued: Damage[] = title.charCodeAt(colon + 1) === 32 ? [] : ['glued'];
    if (read) {
      const damage = [...read.damage, ...doubled, ...glued];
      return { start, end: title.length, itemEnd, decision: { ...read, damage } };
    }
  }
  const tailStart = Math.max(0, title.length - LONGEST);
  const word = LAST_WORD.exec(title.slice(tailStart));
  const wordStart = tailStart + (word?.index ?? 0);
  const read = word && readDecision(word[0]);
  if (word && read && read.damage.length === 0) {
    const before = trimmedEnd(title, ' ;,.:–-', 0, wordStart);
    const damage: Damage[] = before > 0 ? ['colon'] : [];
    return { start: wordStart, end: title.length, itemEnd: before, decision: { ...read, damage } };
  }
  if (colon >= 0 && after && /^[UOM][a-z0-9]{3,11}$/.test(after)) {
    return { start, end: title.length, itemEnd, decision: { value: null, damage: ['spelling'] } };
  }
  return null;
};

/** Does a line end as a title does? `exact` asks for the colon and the form's own word. */
export const endsInDecision = (text: string, start: number, end: number): boolean => {
  const last = text.charCodeAt(end - 1);
  if (last !== 100 && last !== 46) return false;
  const stop = last === 46 ? end - 1 : end;
  const final = text.charCodeAt(stop - 1);
  if (final !== 100 && final !== 116) return false; // each of the words ends in d or t
  for (const [word] of WORDS) {
    const from = stop - word.length;
    if (from < start || !text.startsWith(word, from)) continue;
    if (from === start) return true;
    return /[:;\s]/.test(text.charAt(from - 1)) && /[:;]\s*$/.test(text.slice(Math.max(start, from - 6), from));
  }
  return false;
};
