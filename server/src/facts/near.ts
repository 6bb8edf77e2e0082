import { foldText } from './phrases.ts';

/** A known title, and how a printed one differs from it. */
export interface NearTitle {
  readonly title: string;
  /** spelling: at most two characters differ; word: one content word differs. */
  readonly kind: 'spelling' | 'word';
}

/** A known title that a printed one comes near to, and what it is the title of. */
export interface Near<T> extends NearTitle {
  readonly of: T;
}

const SMALL = new Set(['a', 'and', 'at', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'vs', 'vs.', 'with']);
const MAX_SLIPS = 2;
/** Shorter names are too near to each other for slips to tell them apart. */
const MIN_LENGTH = 8;

const wordsOf = (folded: string): readonly string[] =>
  folded.split(/[ /()]/).filter((word) => word && !SMALL.has(word));

/**
 * How many characters replaced, lost, added or swapped turn `a` into `b`, or null where it takes more than MAX_SLIPS.
 * Only the band that can stay below is computed: linear.
 */
export const slips = (a: string, b: string): number | null => {
  if (Math.abs(a.length - b.length) > MAX_SLIPS) return null;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => (j <= MAX_SLIPS ? j : Infinity));
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(b.length + 1).fill(Infinity);
    if (i <= MAX_SLIPS) next[0] = i;
    let least = next[0] ?? Infinity;
    for (let j = Math.max(1, i - MAX_SLIPS); j <= Math.min(b.length, i + MAX_SLIPS); j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (row[j - 1] ?? Infinity) + (same ? 0 : 1),
        (row[j] ?? Infinity) + 1,
        (next[j - 1] ?? Infinity) + 1,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? Infinity) + 1);
      next[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > MAX_SLIPS) return null;
    before = row;
    row = next;
  }
  const all = row[b.length] ?? Infinity;
  return all <= MAX_SLIPS ? all : null;
};

/** Do the two differ in exactly one content word, sharing at least two? */
const oneWordApart = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length !== b.length || a.length < 3) return false;
  let apart = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) apart++;
  return apart === 1;
};

interface Candidate<T> {
  readonly of: T;
  readonly title: string;
  readonly folded: string;
  readonly words: readonly string[];
}

/** Titles prepared for near matching. */
export type Candidates<T> = readonly Candidate<T>[];

export const candidatesOf = <T>(entries: Iterable<readonly [string, T]>): Candidates<T> => {
  const list: Candidate<T>[] = [];
  for (const [title, of] of entries) {
    const folded = foldText(title);
    list.push({ of, title, folded, words: wordsOf(folded) });
  }
  return list;
};

/**
 * The one known title that `printed` comes near to: first by spelling, then by all but one content word. Null where
 * there is none, or where two things come equally near: a doubtful reading is not offered twice over.
 */
export const nearest = <T>(printed: string, candidates: Candidates<T>): Near<T> | null => {
  const folded = foldText(printed);
  return bySpelling(folded, candidates) ?? byWord(folded, candidates);
};

/** Numbers are never a slip of spelling: 3.3.6 is not 3.3.9. */
const digitsOf = (folded: string): string => folded.replace(/\D+/g, '');

const bySpelling = <T>(folded: string, candidates: Candidates<T>): Near<T> | null => {
  if (folded.length < MIN_LENGTH) return null;
  const digits = digitsOf(folded);
  let found: Near<T> | null = null;
  let fewest = MAX_SLIPS + 1;
  for (const { of, title, folded: known } of candidates) {
    if (known.length < MIN_LENGTH || digitsOf(known) !== digits) continue;
    const count = slips(folded, known);
    if (count === null || count > fewest) continue;
    if (count < fewest) found = { of, title, kind: 'spelling' };
    else if (found && found.of !== of) found = null;
    fewest = count;
  }
  return found;
};

const byWord = <T>(folded: string, candidates: Candidates<T>): Near<T> | null => {
  const words = wordsOf(folded);
  let found: Near<T> | null = null;
  for (const { of, title, words: known } of candidates) {
    if (!oneWordApart(words, known)) continue;
    if (found && found.of !== of) return null;
    found = { of, title, kind: 'word' };
  }
  return found;
};
