import { MARK_ROWS, type MarkRow } from '../facts/formats/index.ts';
import type { Lines } from '../text/lines.ts';
import { beginsLike, folded } from './fuzzy.ts';
import { nextLine } from './marks.ts';

/** A heading or label in the form in which damaged ones are compared with it. */
export interface Pattern {
  readonly row: MarkRow;
  /** As the form prints it, without its colon. */
  readonly bare: string;
  /** The same, folded; and with what closes it. */
  readonly text: string;
  readonly withColon: string;
  readonly withBlank: string;
  /** The most characters that may be damaged. */
  readonly max: number;
  /** What it begins with. */
  readonly first: string;
}

/** The beginning of a line: as printed, folded, and whether it is all of the line. */
export interface Head {
  readonly printed: string;
  readonly folded: string;
  readonly whole: boolean;
}

/** The most characters that may be damaged in a heading or label that still opens its part. */
const MOST_DAMAGE = 2;
/** So many characters of a pattern, however damaged, lie within so many of a line: each that is lost or added moves one. */
const FIRST = 8;
const FIRST_OF_LINE = FIRST + MOST_DAMAGE + 1;

const patternOf = (row: MarkRow): Pattern => {
  const bare = row.text.replace(/:$/, '');
  const text = folded(bare);
  const max = Math.min(MOST_DAMAGE, Math.floor(bare.length / 6));
  return { row, bare, text, withColon: `${text}:`, withBlank: `${text} `, max, first: text.slice(0, FIRST) };
};
const PATTERNS = MARK_ROWS.filter(({ kind }) => ['heading', 'label', 'title'].includes(kind)).map(patternOf);
/** How much of a line is looked at: the longest mark, with its blanks doubled. */
const REACH = 1.5 * Math.max(...PATTERNS.map(({ text }) => text.length));

export const headOf = (lines: Lines, line: number): Head => {
  const start = lines.contentStarts[line] ?? 0;
  const end = lines.contentEnds[line] ?? 0;
  const printed = lines.text.slice(start, Math.min(end, start + REACH));
  return { printed, folded: folded(printed), whole: end - start <= REACH };
};

/** All patterns, or those of the marks with these ids. */
export const patternsOf = (ids: readonly string[] | null): readonly Pattern[] =>
  ids === null ? PATTERNS : PATTERNS.filter(({ row }) => ids.includes(row.id));

/** Of the patterns those that a line may be, damaged, or begin with, as far as its first characters tell. For most lines there are none. */
export const likelyPatterns = (patterns: readonly Pattern[], lines: Lines, line: number): readonly Pattern[] => {
  const first = firstOf(lines, line);
  place(first);
  let likely = NONE;
  for (const pattern of patterns) {
    if (isFar(pattern.first, pattern.max) || !beginsLike(first, pattern.first, pattern.max)) continue;
    if (likely === NONE) likely = [];
    likely.push(pattern);
  }
  return likely;
};

const NONE: Pattern[] = [];

/** What a line begins with, folded; a short one may go on in the next. */
const firstOf = (lines: Lines, line: number): string => {
  const start = lines.contentStarts[line] ?? 0;
  const end = lines.contentEnds[line] ?? 0;
  const usual = folded(lines.text.slice(start, Math.min(end, start + 2 * FIRST_OF_LINE)));
  if (usual.length >= FIRST_OF_LINE) return usual.slice(0, FIRST_OF_LINE);
  const own = headOf(lines, line).folded;
  const next = own.length < FIRST_OF_LINE ? nextLine(lines, line) : null;
  return (next === null ? own : `${own} ${headOf(lines, next).folded}`).slice(0, FIRST_OF_LINE);
};

/**
 * Where each ASCII character stands in the beginning of the line that is looked at, as bits. One table serves every line in
 * turn: `place` empties it of the line before.
 */
const places = new Uint16Array(128);
let placed = '';

const place = (first: string): void => {
  for (let i = 0; i < placed.length; i++) if (placed.charCodeAt(i) < 128) places[placed.charCodeAt(i)] = 0;
  for (let i = 0; i < first.length; i++) {
    const code = first.charCodeAt(i);
    if (code < 128) places[code] = (places[code] ?? 0) | (1 << i);
  }
  placed = first;
};

/**
 * Of the characters that a pattern begins with, do more than may be damaged stand nowhere near their place? Damage moves a
 * character by as many places at most. Most lines are done with by the third character.
 */
const isFar = (first: string, max: number): boolean => {
  const near = (1 << (2 * max + 1)) - 1;
  for (let i = 0, left = max; i < first.length; i++) {
    const here = i < max ? near >> (max - i) : near << (i - max);
    if (((places[first.charCodeAt(i)] ?? 0) & here) === 0 && --left < 0) return true;
  }
  return false;
};
