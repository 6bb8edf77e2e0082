import { type Lines, lineAt, splitLines } from '../text/lines.ts';
import { readLetter } from './letter.ts';
import type { Letter, PlacedLetter } from './model.ts';
import { letterOpening } from './opening.ts';
import { findMarks } from './skeleton.ts';
import { letterStartsBetween, linesBetween, startsAmongMarks } from './split.ts';

/** A stretch of a document that holds one letter, or several where the opening of a later one is damaged. */
interface Chunk {
  readonly text: string;
  readonly lineCount: number;
  readonly letters: readonly { readonly letter: Letter; readonly offset: number; readonly line: number }[];
}

/** A document's letters, with what the next version needs so that letters which did not change are not read again. */
export interface ParsedDocument {
  readonly letters: readonly PlacedLetter[];
  readonly chunks: readonly Chunk[];
  /** How many letters were read for this version, the others being those of the version before. */
  readonly read: number;
}

/** The letters of a document, in order. Total: any text gives at least one letter; time is linear in its length. */
export const parse = (text: string): readonly PlacedLetter[] => reparse(null, text).letters;

/** How many characters at a document's beginning and at its end are those of the version before. */
export interface Unchanged {
  readonly before: number;
  readonly after: number;
}

/**
 * Parses a document's next version; letters whose text is the same keep their `Letter`, wherever they moved. Who knows what
 * was edited says what is `unchanged`; else the versions are compared.
 */
export const reparse = (
  previous: ParsedDocument | null,
  text: string,
  unchanged: Unchanged | null = null,
): ParsedDocument => {
  const kept = previous
    ? keptChunks(previous.chunks, text, unchanged ?? compared(previous.chunks, text))
    : NOTHING_KEPT;
  const end = Math.min(kept.end, text.length);
  const lines = linesBetween(text, kept.start, end);
  const inner = letterStartsBetween(text, lines, kept.start, end);
  if (inner === null) return reparse(null, text);
  const starts = [kept.start, ...inner];
  const known = byLength(kept.between);
  const single = starts.length === 1 && kept.start === 0 && end === text.length;
  let read = 0;
  const between = starts.map((start, i) => {
    const part = text.slice(start, starts[i + 1] ?? end);
    const same = known.get(part.length)?.find((chunk) => chunk.text === part);
    if (!same) read++;
    return same ?? readChunk(single ? lines : splitLines(ownCopy(part)));
  });
  const chunks = [...kept.before, ...between, ...kept.after];
  return { letters: placed(chunks), chunks, read };
};

/** What a new version keeps of the last: whole chunks before and behind the edit, and the bounds of what lies between. */
interface Kept {
  readonly before: readonly Chunk[];
  readonly after: readonly Chunk[];
  /** The last version's chunks in between, of which some may be the same. */
  readonly between: readonly Chunk[];
  readonly start: number;
  readonly end: number;
}

const NOTHING_KEPT: Kept = { before: [], after: [], between: [], start: 0, end: Infinity };

/**
 * The chunks at both ends that the edit did not touch. The nearest one on each side is given up, since what an edit puts
 * before or behind a letter may change where that letter begins or ends.
 */
const keptChunks = (chunks: readonly Chunk[], text: string, unchanged: Unchanged): Kept => {
  let first = 0;
  let start = 0;
  for (let chunk = chunks[0]; chunk && start + chunk.text.length <= unchanged.before; chunk = chunks[first]) {
    start += chunk.text.length;
    first++;
  }
  let last = chunks.length;
  let end = text.length;
  const lowest = Math.max(start, text.length - unchanged.after);
  for (let chunk = chunks[last - 1]; chunk && last > first; chunk = chunks[last - 1]) {
    if (end - chunk.text.length < lowest) break;
    end -= chunk.text.length;
    last--;
  }
  const nearest = chunks[first - 1];
  if (nearest) {
    first--;
    start -= nearest.text.length;
  }
  const next = chunks[last];
  if (next) {
    last++;
    end += next.text.length;
  }
  return { before: chunks.slice(0, first), after: chunks.slice(last), between: chunks.slice(first, last), start, end };
};

/** Chunks by the length of their texts: to look for the texts themselves, each would have to be hashed first. */
const byLength = (chunks: readonly Chunk[]): ReadonlyMap<number, readonly Chunk[]> => {
  const all = new Map<number, Chunk[]>();
  for (const chunk of chunks) {
    const same = all.get(chunk.text.length);
    if (same) same.push(chunk);
    else all.set(chunk.text.length, [chunk]);
  }
  return all;
};

/** How far whole chunks at both ends are the same in the text. */
const compared = (chunks: readonly Chunk[], text: string): Unchanged => {
  let before = 0;
  for (const { text: own } of chunks) {
    if (text.slice(before, before + own.length) !== own) break;
    before += own.length;
  }
  let after = 0;
  for (const { text: own } of [...chunks].reverse()) {
    const end = text.length - after;
    if (end - own.length < before || text.slice(end - own.length, end) !== own) break;
    after += own.length;
  }
  return { before, after };
};

/** A slice keeps the whole document it was cut from; a letter that outlives its version must not. */
const ownCopy = (part: string): string => ` ${part}`.slice(1);

const placed = (chunks: readonly Chunk[]): readonly PlacedLetter[] => {
  const letters: PlacedLetter[] = [];
  let offset = 0;
  let line = 0;
  for (const chunk of chunks) {
    for (const inner of chunk.letters) {
      letters.push({
        letter: inner.letter,
        number: letters.length + 1,
        offset: offset + inner.offset,
        line: line + inner.line,
      });
    }
    offset += chunk.text.length;
    line += chunk.lineCount;
  }
  return letters;
};

const readChunk = (lines: Lines): Chunk => {
  const { text } = lines;
  const marks = findMarks(lines);
  const first = letterOpening(lines, marks);
  const inner = startsAmongMarks(lines, marks).filter((start) => start > first);
  const starts = [first, ...inner];
  return {
    text,
    lineCount: lines.count - 1,
    letters: starts.map((offset, i) => {
      const end = starts[i + 1] ?? text.length;
      const whole = offset === 0 && end === text.length;
      return {
        letter: whole ? readLetter(lines, marks) : readPiece(text.slice(offset, end)),
        offset,
        line: lineAt(lines, offset),
      };
    }),
  };
};

const readPiece = (text: string): Letter => {
  const lines = splitLines(text);
  return readLetter(lines, findMarks(lines));
};
