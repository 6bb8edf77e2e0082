import { indexFrom } from '../../text/sorted.ts';
import type { Span } from '../../text/span.ts';
import type { Passage, Stretch } from '../model.ts';
import {
  codePointAt,
  lengthOf,
  offsetOfCodePoint,
  quoteOf,
  spanOfStretch,
  type UnitText,
  unitTextOf,
} from '../text-units.ts';
import type { Alignment } from './alignment.ts';
import { CHANGES } from './changes.ts';
import type { MoveFinder } from './moved.ts';

/** Where a passage stands in the current text. */
export type Anchor =
  | {
      readonly kind: 'anchored';
      /** In offsets of the document; one or more, ascending. */
      readonly spans: readonly Span[];
      /** The words are not all what they were: somebody should confirm the annotation again. */
      readonly edited: boolean;
      /** Found at another place, to which its words were moved as they were. */
      readonly moved: boolean;
    }
  /** Its text was deleted, or is no longer certain. Never attached elsewhere. */
  | { readonly kind: 'orphan' };

/** Finds the passages of one base text in one current text. */
export type Anchorer = (stretches: Passage['stretches']) => Anchor;

export const ORPHAN: Anchor = { kind: 'orphan' };

/**
 * Makes the finder for a base text (with LF line ends) and a document as it is now. It knows nothing but the two texts:
 * whatever happened between them, undo, other programs, another branch, the result is the same. A passage is
 *
 * 1. where it was, if the texts are the same;
 * 2. where at least six tenths of its characters are, if that is certain;
 * 3. where its exact words with their surroundings were moved to, if they occur once in both texts;
 * 4. else an orphan.
 *
 * Stretches outside the base text are orphans. The work is done at the first question: linear in the texts.
 */
export const anchorer = (base: UnitText, document: string): Anchorer => {
  const current = unitTextOf(document);
  const length = lengthOf(base);
  const fits = (stretches: readonly Stretch[]): boolean =>
    stretches.length > 0 && stretches.every(([start, end]) => 0 <= start && start < end && end <= length);
  if (base.text === current.text) {
    return (stretches) =>
      fits(stretches)
        ? {
            kind: 'anchored',
            spans: stretches.map((each) => spanOfStretch(current, each)),
            edited: false,
            moved: false,
          }
        : ORPHAN;
  }
  let texts: Texts | null = null;
  return (stretches) => {
    if (!fits(stretches)) return ORPHAN;
    texts ??= { base, current, alignment: CHANGES.align(base.text, current.text), moves: null };
    return anchorIn(texts, stretches);
  };
};

interface Texts {
  readonly base: UnitText;
  readonly current: UnitText;
  readonly alignment: Alignment;
  /** Made when first needed. */
  moves: MoveFinder | null;
}

/** [from, to) in numbers of characters, of the base or of the current text. */
type Characters = readonly [from: number, to: number];

/** The share of a passage's characters that must be left. */
const LEFT = 0.6;

const anchorIn = (texts: Texts, stretches: readonly Stretch[]): Anchor => {
  const { alignment, base } = texts;
  const parts = stretches.map(([start, end]): Characters => {
    const { offsets } = alignment.base;
    return [indexFrom(offsets, offsetOfCodePoint(base, start)), indexFrom(offsets, offsetOfCodePoint(base, end))];
  });
  const size = parts.reduce((sum, [from, to]) => sum + to - from, 0);
  const found = parts.map((part) => piecesOf(alignment, part, size));
  const pieces = found.flatMap(largest);
  const left = pieces.reduce((sum, piece) => sum + piece.sure, 0);
  if (size === 0) return ORPHAN;
  if (left >= LEFT * size) {
    const isDoubtful = (part: Characters, i: number): boolean =>
      isTornOff(alignment, part) ||
      (!isHeld(alignment, part) &&
        ((found[i]?.length ?? 0) > 1 || CHANGES.isDoubled(movesOf(texts), part, alignment.to[part[0]] ?? -1)));
    return parts.some(isDoubtful) ? ORPHAN : placed(texts, stretches, pieces, false);
  }
  // What is still there, though not certainly, was not moved.
  if (parts.some(([from, to]) => alignment.to.subarray(from, to).some((at) => at >= 0))) return ORPHAN;
  const moved = parts.map((part) => CHANGES.findMoved(movesOf(texts), part));
  if (!moved.every((part) => part !== null)) return ORPHAN;
  return placed(
    texts,
    stretches,
    moved.map(([from, to]) => ({ from, to, sure: to - from })),
    true,
  );
};

const movesOf = (texts: Texts): MoveFinder => (texts.moves ??= CHANGES.moveFinder(texts.alignment));

/** Characters [from, to) of the current text, of which `sure` certainly stood in the passage. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly sure: number;
}

/** A passage of fewer characters is certain only between the characters that were beside it. */
const TINY = 4;

/** Is a tiny passage no longer between the same characters? */
const isTornOff = ({ to: at, sure, base, current }: Alignment, [from, to]: Characters): boolean => {
  if (to - from >= TINY) return false;
  const [first, last] = [Math.max(0, from - 1), Math.min(base.offsets.length, to + 1)];
  if ((sure[last] ?? 0) - (sure[first] ?? 0) < last - first) return true;
  const placeOf = (i: number): number =>
    i < 0 ? -1 : i < base.offsets.length ? (at[i] ?? -1) : current.offsets.length;
  for (let i = from; i <= to; i++) if (placeOf(i) !== placeOf(i - 1) + 1) return true;
  return false;
};

/** Characters between the texts' beginning and end are surer of their place than a part between two large changes. */
const isHeld = ({ held }: Alignment, [from, to]: Characters): boolean =>
  held[0] >= held[1] || to <= held[0] || from >= held[1];

/** What is left of characters of the base, in pieces where more than `foreign` characters came between. */
const piecesOf = ({ to, sure }: Alignment, [from, end]: Characters, foreign: number): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (let i = from; i < end; i++) {
    const at = to[i] ?? -1;
    if (at < 0) continue;
    const certain = (sure[i + 1] ?? 0) - (sure[i] ?? 0);
    const last = pieces.at(-1);
    if (last && at - last.to <= foreign)
      pieces[pieces.length - 1] = { from: last.from, to: at + 1, sure: last.sure + certain };
    else pieces.push({ from: at, to: at + 1, sure: certain });
  }
  return pieces.filter((piece) => piece.sure > 0);
};

/** Of a passage that was torn apart, the larger piece stands for it. */
const largest = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.length < 2 ? pieces : [pieces.reduce((best, piece) => (piece.sure > best.sure ? piece : best))];

const placed = (
  { alignment, base, current }: Texts,
  stretches: readonly Stretch[],
  pieces: readonly Piece[],
  moved: boolean,
): Anchor => {
  const { offsets } = alignment.current;
  const now = pieces.map(({ from, to }) => wholePoints(current, offsets[from] ?? 0, (offsets[to - 1] ?? 0) + 1));
  const same = (stretch: Stretch, i: number): boolean =>
    sameWords(quoteOf(base, stretch), quoteOf(current, now[i] ?? [0, 0]));
  return {
    kind: 'anchored',
    spans: now.map((stretch) => spanOfStretch(current, stretch)),
    edited: now.length !== stretches.length || !stretches.every(same),
    moved,
  };
};

/** The stretch of [start, end) in offsets of the LF text, with both halves of the surrogate pairs at its ends. */
const wholePoints = (units: UnitText, start: number, end: number): Stretch => {
  const last = codePointAt(units, end);
  return [codePointAt(units, start), offsetOfCodePoint(units, last) === end ? last : last + 1];
};

/** The same words, however they are wrapped? */
const sameWords = (one: string, other: string): boolean => one === other || squeezed(one) === squeezed(other);

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
