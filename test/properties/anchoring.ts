import assert from 'node:assert/strict';
import { type Anchor, anchorer } from '../../server/src/annotations/anchor/anchor.ts';
import type { Stretch } from '../../server/src/annotations/model.ts';
import { unitTextOf } from '../../server/src/annotations/text-units.ts';
import { letters, type Marked, marked, numbersFrom, originOf, type Script, stepped } from './scripts.ts';

/** What became of passages after edit scripts. */
export interface Outcome {
  anchored: number;
  /** Of the anchored: followed to another place. */
  moved: number;
  /** Rightly: less than half of the passage is left. */
  orphanedGone: number;
  /** At least half is left, but it is not certain where. */
  orphanedLeft: number;
  /** Anchored to what is not the passage. */
  wrong: number;
  /**
   * The passage was deleted, and another letter brought the very same words with the very same sixteen characters on each
   * side to its place. From two texts nobody can tell; a sentence of the form is still the sentence of the form.
   */
  alike: number;
  /** The scripts after which one was wrong or alike, to be tried again. */
  readonly failed: Script[];
}

export const noOutcome = (): Outcome => ({
  anchored: 0,
  moved: 0,
  orphanedGone: 0,
  orphanedLeft: 0,
  wrong: 0,
  alike: 0,
  failed: [],
});

const isPrinted = (character: string | undefined): boolean => character !== undefined && /\S/.test(character);
const squeezed = (text: string): string => text.replace(/\s+/g, '');
const AROUND = 16;

/** Passages of one to six words somewhere in the text, in code points. The letters of the project have no surrogate pairs. */
const passages = (text: string, seed: number, count: number): readonly Stretch[] => {
  const next = numbersFrom(seed);
  const words = [...text.matchAll(/\S+/g)];
  return Array.from({ length: count }, (): Stretch => {
    const first = next() % words.length;
    const last = words[Math.min(words.length - 1, first + (next() % 6))];
    return [words[first]?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0)];
  });
};

/** Where the characters of the base are now: each in its place, or where it was moved or copied to when it is gone there. */
class Whereabouts {
  readonly now: Marked;
  readonly #inPlace: ReadonlySet<number>;
  readonly #alive: ReadonlySet<number>;

  constructor(now: Marked) {
    this.now = now;
    this.#inPlace = new Set(now.marks.filter((mark) => mark >= 0));
    this.#alive = new Set(now.marks.map(originOf));
  }

  /** The character of the base that is rightly found at a place; -1 where there is none. */
  at(place: number): number {
    const mark = this.now.marks[place] ?? -1;
    const origin = originOf(mark);
    return mark >= 0 || !this.#inPlace.has(origin) ? origin : -1;
  }

  /** Where the last character that stands before characters [start, end) of the base is now, and the first behind them. */
  around(start: number, end: number): readonly [before: number, behind: number] {
    let [before, behind] = [-1, this.now.text.length];
    this.now.marks.forEach((mark, place) => {
      if (mark < 0 || !isPrinted(this.now.text[place])) return;
      if (mark < start) before = Math.max(before, place);
      else if (mark >= end) behind = Math.min(behind, place);
    });
    return [before, behind];
  }

  isAlive(character: number): boolean {
    return this.#alive.has(character);
  }
}

/**
 * What an anchor of a passage is. It is right when six tenths of its characters are the passage's own or stand between such,
 * and half of what is left of the passage lies in it; or when it lies between what stood before the passage and what stood
 * behind it, since characters of it that were typed over are at its place too.
 */
const verdictOn = (
  base: string,
  whereabouts: Whereabouts,
  [start, end]: Stretch,
  anchor: Anchor,
): Exclude<keyof Outcome, 'moved' | 'failed'> => {
  const { now } = whereabouts;
  const printed = Array.from({ length: end - start }, (_, i) => start + i).filter((i) => isPrinted(base[i]));
  const left = printed.filter((i) => whereabouts.isAlive(i)).length;
  const isLeft = left * 2 >= printed.length;
  if (anchor.kind === 'orphan') return isLeft ? 'orphanedLeft' : 'orphanedGone';
  const own = new Set<number>();
  let [right, all] = [0, 0];
  for (const span of anchor.spans) {
    const places = Array.from({ length: span.end - span.start }, (_, i) => span.start + i);
    const isOwn = (place: number): boolean => {
      const origin = whereabouts.at(place);
      return origin >= start && origin < end && isPrinted(now.text[place]);
    };
    const [first = Infinity, last = -1] = [places.find(isOwn), places.findLast(isOwn)];
    for (const place of places.filter((each) => isPrinted(now.text[each]))) {
      all++;
      if (place >= first && place <= last) right++;
      if (isOwn(place)) own.add(whereabouts.at(place));
    }
  }
  const isFound = own.size > 0 && own.size >= 0.5 * left;
  if (isFound && right >= 0.6 * all) return 'anchored';
  const [before, behind] = whereabouts.around(start, end);
  const isBetween = anchor.spans.every((span) => span.start > before && span.end <= behind);
  if (isBetween && isFound && all <= 2 * printed.length) return 'anchored';
  const [span] = anchor.spans;
  const isAlike =
    !isLeft &&
    anchor.spans.length === 1 &&
    span !== undefined &&
    squeezed(now.text.slice(span.start, span.end)) === squeezed(base.slice(start, end)) &&
    squeezed(now.text.slice(0, span.start)).slice(-AROUND) === squeezed(base.slice(0, start)).slice(-AROUND) &&
    squeezed(now.text.slice(span.end)).slice(0, AROUND) === squeezed(base.slice(end)).slice(0, AROUND);
  return isAlike ? 'alike' : 'wrong';
};

/** Runs a script and adds up what became of `count` passages. */
export const runScript = (script: Script, count: number, outcome: Outcome): void => {
  const { letter, steps, seed } = script;
  const base = letters[letter] ?? '';
  const now = steps.reduce((text, step) => stepped(base, text, step), marked(base));
  const whereabouts = new Whereabouts(now);
  const find = anchorer(unitTextOf(base), now.text);
  for (const passage of passages(base, seed, count)) {
    const anchor = find([passage]);
    const verdict = verdictOn(base, whereabouts, passage, anchor);
    outcome[verdict]++;
    if (verdict === 'wrong' || verdict === 'alike') outcome.failed.push(script);
    if (anchor.kind === 'anchored' && anchor.moved) outcome.moved++;
  }
};

/** The outcome in one line. */
export const told = (outcome: Outcome): string => {
  const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
  const left = outcome.anchored + outcome.orphanedLeft;
  return [
    `${outcome.anchored} anchored (${outcome.moved} moved)`,
    `${outcome.wrong} wrong, ${outcome.alike} the same sentence of another letter`,
    `${outcome.orphanedGone} orphans of deleted text`,
    `${outcome.orphanedLeft} orphans of text that is left (${share(outcome.orphanedLeft, left)})`,
  ].join('; ');
};

/** None was wrong, nor at the same sentence of another letter; else the scripts after which one was are told. */
export const assertNoneWrong = ({ wrong, alike, failed }: Outcome): void => {
  assert.deepEqual({ wrong, alike }, { wrong: 0, alike: 0 }, failed.map((each) => JSON.stringify(each)).join('\n'));
};
