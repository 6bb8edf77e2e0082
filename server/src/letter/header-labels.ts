import { HEADER_ROWS } from '../facts/formats/index.ts';
import { distanceWithin } from './fuzzy.ts';
import type { Damage } from './model.ts';

const LABELS = HEADER_ROWS.flatMap((row) => row.labels.map((text) => ({ row, text }))).sort(
  (a, b) => b.text.length - a.text.length,
);
type KnownLabel = (typeof LABELS)[number];

/** What stands behind a label of several words that lost its colon. */
const VALUE_AHEAD = '(?= {1,40}(?:\\d|CM\\d|Standard\\b|Expedited\\b))';
const patternOf = (text: string): string => {
  const words = text.replace(/:$/, '').replace(/[()]/g, '\\$&').replace(/ /g, ' {1,3}');
  if (!text.endsWith(':')) return words;
  return text.includes(' ') ? `${words} ?(?:::?|${VALUE_AHEAD}|(?= *$))` : `${words} ?::?`;
};
const LABEL = new RegExp(`(?<![A-Za-z])(?:${LABELS.map(({ text }) => patternOf(text)).join('|')})`, 'gi');
/** Words before a colon that may be a damaged label. */
const CANDIDATE = /(?<![\w#()'.])[a-z#][\w#()'.]*(?: {1,3}[\w#()'.]+){0,4} ?[:;]/gi;
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
export const labelsIn = (content: string, tolerant: boolean): readonly LabelInLine[] => {
  if (!content.includes(':') && !content.includes('Application') && !tolerant) return [];
  const exact: LabelInLine[] = [];
  for (const { 0: printed, index: from } of content.matchAll(LABEL)) {
    const known = labelOf(printed);
    if (!known || (known.text === 'Application' && !/^\s*(?:$|\d)/.test(content.slice(from + printed.length))))
      continue;
    exact.push({ known, from, to: from + printed.length, damage: damageOf(printed, known.text) });
  }
  if (!tolerant) return exact;
  const damaged = Array.from(content.matchAll(CANDIDATE)).flatMap((match) => {
    const to = match.index + match[0].length;
    return exact.some((label) => label.from < to && match.index < label.to) ? [] : damagedLabel(match[0], match.index);
  });
  return [...exact, ...damaged].sort((a, b) => a.from - b.from);
};

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ :;]+/g, ' ')
    .trim();

const labelOf = (printed: string): KnownLabel | undefined => LABELS.find(({ text }) => bare(text) === bare(printed));

const damageOf = (printed: string, canonical: string): readonly Damage[] => {
  if (printed === canonical) return [];
  if (printed.replace(/[ :;]/g, '').toLowerCase() !== canonical.replace(/[ :;]/g, '').toLowerCase())
    return ['spelling'];
  if (printed.replace(/ +/g, ' ') === canonical) return ['spacing'];
  return [printed.toLowerCase().replace(/ +/g, ' ') === canonical.toLowerCase() ? 'case' : 'colon'];
};

/** The label that the last words before a colon damage in at most two characters. */
const damagedLabel = (printed: string, from: number): readonly LabelInLine[] => {
  const words = printed.split(/(?<= )/);
  for (let skip = 0; skip < words.length; skip++) {
    const rest = words.slice(skip).join('');
    const known = LABELS.find(
      ({ text }) => text.length >= 9 && distanceWithin(bare(rest), bare(text), MOST_DAMAGE) !== null,
    );
    if (known)
      return [{ known, from: from + printed.length - rest.length, to: from + printed.length, damage: ['spelling'] }];
  }
  return [];
};
