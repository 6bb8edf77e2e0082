import { HEADER_ROWS } from '../facts/formats/index.ts';
import { flatMap } from '../text/flat-map.ts';
import { matchedLength, matchesOf } from '../text/matching.ts';
import { firstCodesOf, rowsAt } from './first-codes.ts';
import { distanceWithin } from './fuzzy.ts';
import type { Damage } from './model.ts';

/** Every label of the case table with its row, the longest first. */
export const KNOWN_LABELS = flatMap(HEADER_ROWS, (row) => row.labels.map((text) => ({ row, text }))).sort(
  (a, b) => b.text.length - a.text.length,
);
export type KnownLabel = (typeof KNOWN_LABELS)[number];

/** What stands behind a label of several words that lost its colon. */
const VALUE_AHEAD = '(?= {1,40}(?:\\d|CM\\d|Standard\\b|Expedited\\b))';
const patternOf = (text: string): string => {
  const words = text.replace(/:$/, '').replace(/[()]/g, '\\$&').replace(/ /g, ' {1,3}');
  if (!text.endsWith(':')) return words;
  return text.includes(' ') ? `${words} ?(?:::?|${VALUE_AHEAD}|(?= *$))` : `${words} ?::?`;
};
/** Words that may be a damaged label: before a colon, or its last letter behind that, or where that is damaged too, before a value or last in the line. */
const CANDIDATE = new RegExp(
  `(?<![\\w#()'.])[a-z#][\\w#()'.]*(?: {1,3}[\\w#()'.]+){0,4}(?: ?[:;](?:[a-z]\\b)?|${VALUE_AHEAD}|(?= *$))`,
  'gi',
);
const MOST_DAMAGE = 2;

/** A label in a line's content: [from, to). */
export interface LabelInLine {
  readonly known: KnownLabel;
  readonly from: number;
  readonly to: number;
  readonly damage: readonly Damage[];
}

/**
 * The labels of the case table in a line, in order. `tolerant` also finds those with up to two damaged characters: only
 * asked for where the exact ones leave the table incomplete.
 */
export const labelsIn = (content: string, tolerant: boolean): readonly LabelInLine[] =>
  tolerant ? tolerantLabels(content) : exactLabels(content);

const EXACT = firstCodesOf(KNOWN_LABELS);
const NONE: readonly LabelInLine[] = [];

/** Labels spelled as the form has them, each at the beginning of a word. */
const exactLabels = (content: string): readonly LabelInLine[] => {
  // All others have their colon.
  if (!content.includes(':') && !content.includes(HALF)) return NONE;
  const found: LabelInLine[] = [];
  for (let from = 0; from < content.length; from = nextWord(content, from)) {
    const known = labelAt(content, from);
    if (!known || (known.text === HALF && !endsHalf(content, from + HALF.length))) continue;
    const end = from + known.text.length;
    let to = end;
    while (content.charAt(to) === ':') to++;
    found.push({ known, from, to, damage: to > end ? ['colon'] : [] });
    from = to - 1;
  }
  return found;
};

const labelAt = (content: string, at: number): KnownLabel | undefined => {
  for (const label of rowsAt(EXACT, content, at)) if (content.startsWith(label.text, at)) return label;
  return undefined;
};

const nextWord = (content: string, from: number): number => {
  const blank = content.indexOf(' ', from);
  return blank < 0 ? content.length : blank + 1;
};

/** The first half of `Application` / `Received:` ends its line or stands before its date. */
const HALF = 'Application';
const endsHalf = (content: string, at: number): boolean => /^\s*(?:$|\d)/.test(content.slice(at));

const tolerantLabels = (content: string): readonly LabelInLine[] => {
  const whole = looseLabels(content);
  // Of most prose the last words alone may be one.
  const least = CLOSES.test(content) ? 0 : Math.max(0, content.length - LONGEST);
  const damaged = flatMap(matchesOf(CANDIDATE, content.slice(least)), ({ 0: printed, index }) => {
    const from = least + index;
    const to = from + printed.length;
    return whole.some((label) => label.from < to && from < label.to) ? [] : damagedLabel(printed, from);
  });
  return damaged.length === 0 ? whole : [...whole, ...damaged].sort((a, b) => a.from - b.from);
};

/** What stands behind a damaged label that is not the last of its line. */
const CLOSES = /[:;\d]/;
const LONGEST = 40;

/** Labels in any case and spacing, with their colon or what tells that it was lost. */
const looseLabels = (content: string): readonly LabelInLine[] => {
  const found: LabelInLine[] = [];
  let isWord = false;
  for (let from = 0; from < content.length; from++) {
    const code = content.charCodeAt(from);
    const opens = !isWord;
    isWord = isLetter(code);
    if (!opens || !isWord) continue;
    const length = looseLength(content, from, code | SMALL, content.charCodeAt(from + 1) | SMALL);
    if (length === 0) continue;
    const printed = content.slice(from, from + length);
    const to = from + length;
    const known = labelOf(printed);
    if (known && (known.text !== HALF || endsHalf(content, to)))
      found.push({ known, from, to, damage: damageOf(printed, known.text) });
    from = to - 1;
    isWord = isLetter(content.charCodeAt(from));
  }
  return found;
};

/** How long the label is that begins at a letter, given with the one behind it as small ones; 0 where none does. */
const looseLength = (content: string, at: number, first: number, second: number): number => {
  for (const { begins, pattern } of LOOSE[first - 97] ?? []) {
    const length = begins === second ? matchedLength(pattern, content, at) : 0;
    if (length > 0) return length;
  }
  return 0;
};

/** Makes a capital a small letter. */
const SMALL = 32;
const isLetter = (code: number): boolean => (code | SMALL) >= 97 && (code | SMALL) <= 122;

/** By the first letter, in small letters: the label's second, and how it may be printed. */
const LOOSE = Array.from({ length: 26 }, (_, letter) =>
  KNOWN_LABELS.filter(({ text }) => (text.charCodeAt(0) | SMALL) === letter + 97).map(({ text }) => ({
    begins: text.charCodeAt(1) | SMALL,
    pattern: new RegExp(patternOf(text), 'iy'),
  })),
);

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ :;]+/g, ' ')
    .trim();

const BY_TEXT = new Map(KNOWN_LABELS.map((label) => [label.text, label]));
const BY_BARE = new Map(KNOWN_LABELS.map((label) => [bare(label.text), label]));

/** The labels that are long enough to be known when damaged. */
const DAMAGEABLE = KNOWN_LABELS.filter(({ text }) => text.length >= 9).map((label) => ({
  label,
  bare: bare(label.text),
}));

/** Those of them that are told from prose without their colon. */
const UNCLOSED = DAMAGEABLE.filter(({ label }) => label.text.includes(' ') || label.text === HALF);

const labelOf = (printed: string): KnownLabel | undefined => BY_TEXT.get(printed) ?? BY_BARE.get(bare(printed));

const damageOf = (printed: string, canonical: string): readonly Damage[] => {
  if (printed === canonical) return [];
  if (printed.replace(/[ :;]/g, '').toLowerCase() !== canonical.replace(/[ :;]/g, '').toLowerCase())
    return ['spelling'];
  if (printed.replace(' :', ':').replace(/ +/g, ' ') === canonical) return ['spacing'];
  return [printed.toLowerCase().replace(/ +/g, ' ') === canonical.toLowerCase() ? 'case' : 'colon'];
};

/** The label that is least damaged, the longest of equal ones. */
const nearest = (own: string, known: typeof DAMAGEABLE): KnownLabel | null => {
  let best: KnownLabel | null = null;
  let least = MOST_DAMAGE + 1;
  for (const each of known) {
    const distance = distanceWithin(own, each.bare, least - 1);
    if (distance !== null) [best, least] = [each.label, distance];
    if (least === 0) break;
  }
  return best;
};

/** The label that the last words damage in at most two characters; without a colon one of several words, or the first half. */
const damagedLabel = (printed: string, from: number): readonly LabelInLine[] => {
  const known = /[:;][a-z]?$/i.test(printed) ? DAMAGEABLE : UNCLOSED;
  const words = printed.split(/(?<= )/);
  for (let skip = 0; skip < words.length; skip++) {
    const rest = words.slice(skip).join('');
    const label = nearest(bare(rest), known);
    const to = from + printed.length;
    if (label) return [{ known: label, from: to - rest.length, to, damage: damageOf(rest, label.text) }];
  }
  return [];
};
